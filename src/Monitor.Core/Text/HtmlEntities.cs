using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;

namespace Monitor.Core.Text;

/// <summary>
/// Character references as https://html.spec.whatwg.org/#character-reference-state reads them: every named one, numbers in
/// any notation, and the old names that browsers read without a semicolon.
/// </summary>
internal static class HtmlEntities
{
    /// <summary>The longest name that HTML knows has 31 letters.</summary>
    private const int LongestName = 32;

    private static readonly FrozenSet<string> WithoutSemicolon = new[]
    {
        "AElig", "AMP", "Aacute", "Acirc", "Agrave", "Aring", "Atilde", "Auml", "COPY", "Ccedil", "ETH", "Eacute", "Ecirc", "Egrave", "Euml", "GT",
        "Iacute", "Icirc", "Igrave", "Iuml", "LT", "Ntilde", "Oacute", "Ocirc", "Ograve", "Oslash", "Otilde", "Ouml", "QUOT", "REG", "THORN", "Uacute",
        "Ucirc", "Ugrave", "Uuml", "Yacute", "aacute", "acirc", "acute", "aelig", "agrave", "amp", "aring", "atilde", "auml", "brvbar", "ccedil",
        "cedil", "cent", "copy", "curren", "deg", "divide", "eacute", "ecirc", "egrave", "eth", "euml", "frac12", "frac14", "frac34", "gt", "iacute",
        "icirc", "iexcl", "igrave", "iquest", "iuml", "laquo", "lt", "macr", "micro", "middot", "nbsp", "not", "ntilde", "oacute", "ocirc", "ograve",
        "ordf", "ordm", "oslash", "otilde", "ouml", "para", "plusmn", "pound", "quot", "raquo", "reg", "sect", "shy", "sup1", "sup2", "sup3", "szlig",
        "thorn", "times", "uacute", "ucirc", "ugrave", "uml", "uuml", "yacute", "yen", "yuml",
    }.ToFrozenSet();

    private const string C1 = "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        Decode(text, decoded);
        return decoded.ToString();
    }

    public static void Decode(ReadOnlySpan<char> text, StringBuilder to)
    {
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&'))
        {
            to.Append(text[..at]);
            text = text[at..];
            var used = Read(text, out var value);
            to.Append(used == 0 ? "&" : value);
            text = text[Math.Max(1, used)..];
        }

        to.Append(text);
    }

    /// <summary>Reads one reference at the start of the text.</summary>
    /// <returns>Characters used; 0 where the ampersand stands for itself.</returns>
    public static int Read(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.Length < 3)
        {
            return 0;
        }

        if (text[1] == '#')
        {
            return ReadNumber(text, out value);
        }

        var length = 1;
        while (length < text.Length && length <= LongestName && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        if (length < text.Length && text[length] == ';' && Named(text[1..length]) is { } symbol)
        {
            value = symbol;
            return length + 1;
        }

        var names = WithoutSemicolon.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = Math.Min(length, 7); end > 2; end--)
        {
            // "&not=1" in an address is no sign for "not"; browsers leave it in attributes, and so do we everywhere.
            if (names.TryGetValue(text[1..end], out var name) && !(end < text.Length && (text[end] == '=' || char.IsAsciiLetterOrDigit(text[end]))))
            {
                value = Named(name)!;
                return end;
            }
        }

        return 0;
    }

    /// <returns>Null where HTML has no such name.</returns>
    public static string? Named(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u00A0",
        _ => HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")),
    };

    /// <summary>A code point as HTML reads a number: windows-1252 in the C1 range, nothing for what is no character.</summary>
    public static string OfNumber(uint number) => number switch
    {
        >= 0x80 and <= 0x9F => C1[(int)number - 0x80].ToString(),
        9 or 10 or 13 or >= 32 when Rune.IsValid(number) => new Rune(number).ToString(),
        _ => number == 0 || number > 0x10FFFF || number >= 0xD800 ? "\uFFFD" : "",
    };

    private static int ReadNumber(ReadOnlySpan<char> text, out string value)
    {
        var hex = text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        uint number = 0;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            number = number > 0x10FFFF ? number : (number * (hex ? 16u : 10u)) + (uint)Convert.ToInt32(text[end].ToString(), 16);
            end++;
        }

        value = end == start ? "" : OfNumber(number);
        return end == start ? 0 : end < text.Length && text[end] == ';' ? end + 1 : end;
    }
}
