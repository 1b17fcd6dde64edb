using System.Buffers;
using System.Text;

namespace Monitor.Core.Articles;

/// <summary>
/// The bytes of a page as text. Order of trust: a byte order mark, the Content-Type header, the page's own meta or XML
/// declaration, and at last what the bytes themselves look like (WHATWG Encoding, "sniffing"). A declaration of a
/// single-byte encoding gives way where the bytes are well-formed UTF-8 beyond ASCII: servers often mislabel those.
/// </summary>
internal static class PageEncoding
{
    private const int DeclarationBytes = 4096;
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \"';>/?\t\r\n");
    private static readonly UTF8Encoding Strict = new(false, true);

    public static string Decode(ReadOnlySpan<byte> page, string? contentType)
    {
        if (ByteOrderMark(page) is var (encoding, length) && encoding is not null)
        {
            return encoding.GetString(page[length..]);
        }

        var declared = Named(Charset(contentType)) ?? Declared(page);
        if (declared is null or UTF8Encoding || declared.IsSingleByte)
        {
            if (IsUtf8(page, out var beyondAscii) && (beyondAscii || declared is null))
            {
                declared = Encoding.UTF8;
            }
        }

        return (declared ?? Named("windows-1252")!).GetString(page);
    }

    /// <summary>The encoding behind a WHATWG label; null for an unknown one.</summary>
    public static Encoding? Named(string? label)
    {
        var name = label?.Trim(' ', '"', '\'', ';', '\t').ToLowerInvariant();
        name = name switch
        {
            null or "" => null,
            "utf8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode" => "utf-8",
            "latin1" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "ascii" or "us-ascii" or "cp1252" => "windows-1252",
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" => "gb18030",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "shift-jis" or "x-sjis" or "sjis" or "windows-31j" => "shift_jis",
            "euc-kr" or "ks_c_5601-1987" or "korean" or "windows-949" or "cp949" => "ks_c_5601-1987",
            "cp1251" => "windows-1251",
            _ => name,
        };
        if (name is null)
        {
            return null;
        }

        if (name == "utf-8")
        {
            return Encoding.UTF8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> page) => page switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, DeclarationBytes)]);
        var from = 0;
        while (head.IndexOf("<meta", from, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var end = head.IndexOf('>', start);
            if (end < 0)
            {
                break;
            }

            if (Named(Charset(head[start..end])) is { } encoding)
            {
                return encoding;
            }

            from = end;
        }

        return head.StartsWith("<?xml", StringComparison.Ordinal) && head.IndexOf("encoding=", StringComparison.Ordinal) is >= 0 and var at
            ? Named(Value(head.AsSpan(at + "encoding=".Length)))
            : null;
    }

    private static string? Charset(string? declaration) =>
        declaration?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? Value(declaration.AsSpan(at + "charset".Length).TrimStart().TrimStart('='))
            : null;

    private static string Value(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \"'\t");
        var end = text.IndexOfAny(ValueEnds);
        return (end < 0 ? text : text[..end]).ToString();
    }

    private static bool IsUtf8(ReadOnlySpan<byte> page, out bool beyondAscii)
    {
        beyondAscii = page.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0;
        // A page cut at the byte limit may end inside a character.
        var cut = page.Length;
        while (cut > 0 && page.Length - cut < 4 && page[cut - 1] >= 0x80)
        {
            cut--;
        }

        try
        {
            Strict.GetCharCount(page[..cut]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
