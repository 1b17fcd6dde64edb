using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Monitor.Core.Text;

/// <summary>
/// An encoding of the web by any of its labels (https://encoding.spec.whatwg.org/#names-and-labels), and UTF-32, which feeds
/// still use though browsers do not.
/// </summary>
/// <param name="Name">The WHATWG name in lower case.</param>
internal sealed record TextEncoding(string Name, Encoding Decoder)
{
    /// <summary>What encodings of seven bits change alphabets with; nothing else in a document is written with it.</summary>
    internal const byte Escape = 0x1B;

    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;
    private static readonly FrozenDictionary<string, TextEncoding> Labels = ByLabel();

    public static TextEncoding Utf8 { get; } = Labels["utf-8"];

    public static TextEncoding Windows1252 { get; } = Labels["windows-1252"];

    public static TextEncoding Ebcdic { get; } = Labels["ibm037"];

    public static TextEncoding Utf16LittleEndian { get; } = Labels["utf-16le"];

    public static TextEncoding Utf16BigEndian { get; } = Labels["utf-16be"];

    public static TextEncoding Utf32LittleEndian { get; } = Labels["utf-32le"];

    public static TextEncoding Utf32BigEndian { get; } = Labels["utf-32be"];

    /// <summary>One byte is one character, so any bytes at all are text in it and it proves nothing.</summary>
    public bool IsSingleByte => Decoder.IsSingleByte || Decoder is SingleByteEncoding;

    public bool IsUtf8 => ReferenceEquals(this, Utf8);

    public bool IsAscii => Name == "us-ascii";

    /// <summary>Letters stand where ASCII has other signs: an encoding of mainframes, told by its first bytes.</summary>
    public bool IsEbcdic => Decoder.CodePage is 37 or 500 or 875 or 1047 or 1140;

    /// <summary>Two or four bytes a character: never the encoding of bytes that read as ASCII markup.</summary>
    public bool IsWide => Name.StartsWith("utf-16", StringComparison.Ordinal) || Name.StartsWith("utf-32", StringComparison.Ordinal);

    /// <returns>Null where no browser knows the label.</returns>
    public static TextEncoding? Of(ReadOnlySpan<char> label)
    {
        label = label.Trim(" \t\r\n\f\"'");
        if (label.Length is 0 or > 40)
        {
            return null;
        }

        Span<char> lower = stackalloc char[label.Length];
        label.ToLowerInvariant(lower);
        return Labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var encoding) ? encoding : null;
    }

    /// <summary>True where the bytes hold nothing that the encoding cannot mean.</summary>
    public bool Fits(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf8)
        {
            return System.Text.Unicode.Utf8.IsValid(bytes);
        }

        if (IsAscii)
        {
            return System.Text.Ascii.IsValid(bytes) && !bytes.Contains(Escape);
        }

        if (IsSingleByte)
        {
            return true;
        }

        var decoder = Decoder.GetDecoder();
        decoder.Fallback = DecoderFallback.ExceptionFallback;
        var piece = ArrayPool<char>.Shared.Rent(8192);
        try
        {
            while (bytes.Length > 0)
            {
                decoder.Convert(bytes, piece, bytes.Length <= 2048, out var used, out _, out _);
                if (used == 0)
                {
                    break;
                }

                bytes = bytes[used..];
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(piece);
        }
    }

    private static FrozenDictionary<string, TextEncoding> ByLabel()
    {
        var labels = new Dictionary<string, TextEncoding>();
        foreach (var (name, page, others) in EncodingLabels.All)
        {
            var decoder = page switch
            {
                EncodingLabels.NotInTheFramework => SingleByteEncoding.Of(name),
                65001 => new UTF8Encoding(false),
                1200 => new UnicodeEncoding(false, false),
                1201 => new UnicodeEncoding(true, false),
                20127 => Encoding.ASCII,
                12000 => new UTF32Encoding(false, false),
                12001 => new UTF32Encoding(true, false),
                28591 => Encoding.Latin1,
                _ => CodePages.GetEncoding(page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!,
            };
            var encoding = new TextEncoding(name, decoder);
            foreach (var label in others.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                labels[label] = encoding;
            }
        }

        return labels.ToFrozenDictionary();
    }
}
