using System.Buffers;
using System.Text;

namespace Monitor.Core.Text;

/// <summary>How a document's bytes are to be read.</summary>
/// <param name="Skip">Bytes of byte order mark before the text.</param>
/// <param name="Mixed">UTF-8 with stray bytes, which are read as windows-1252.</param>
internal sealed record EncodingChoice(TextEncoding Encoding, EncodingEvidence Evidence, int Skip = 0, bool Mixed = false, string? Mended = null)
{
    public string Read(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[Skip..];
        return Mixed ? ReadMixed(bytes) : Encoding.Decoder.GetString(bytes);
    }

    private static string ReadMixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var stray = TextEncoding.Windows1252.Decoder;
        Span<char> pair = stackalloc char[2];
        while (bytes.Length > 0)
        {
            var valid = Utf8Shape.ValidPrefix(bytes);
            if (valid > 0)
            {
                text.Append(TextEncoding.Utf8.Decoder.GetString(bytes[..valid]));
                bytes = bytes[valid..];
            }

            while (bytes.Length > 0 && Rune.DecodeFromUtf8(bytes, out _, out _) != OperationStatus.Done)
            {
                text.Append(pair[..stray.GetChars(bytes[..1], pair)]);
                bytes = bytes[1..];
            }
        }

        return text.ToString();
    }
}
