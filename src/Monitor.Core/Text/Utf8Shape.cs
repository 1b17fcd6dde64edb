using System.Buffers;
using System.Text;

namespace Monitor.Core.Text;

/// <summary>How much bytes look like UTF-8.</summary>
/// <param name="Sequences">Characters of more than one byte that are well formed.</param>
/// <param name="Invalid">Bytes that belong to none.</param>
internal readonly record struct Utf8Shape(int Sequences, int Invalid)
{
    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, invalid = 0;
        while (true)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return new Utf8Shape(sequences, invalid);
            }

            bytes = bytes[ascii..];
            while (bytes.Length > 0 && bytes[0] >= 0x80)
            {
                var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
                if (status == OperationStatus.Done)
                {
                    sequences++;
                }
                // A sequence cut off by the end of the document is no lie.
                else if (status != OperationStatus.NeedMoreData || sequences == 0)
                {
                    invalid++;
                }

                bytes = bytes[Math.Max(1, used)..];
            }
        }
    }

    /// <summary>Bytes before the first that is not UTF-8; reads no further than it.</summary>
    public static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (start < bytes.Length)
        {
            var ascii = bytes[start..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return bytes.Length;
            }

            start += ascii;
            if (Rune.DecodeFromUtf8(bytes[start..], out _, out var used) != OperationStatus.Done)
            {
                return start;
            }

            start += used;
        }

        return start;
    }
}
