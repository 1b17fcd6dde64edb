using System.Globalization;
using System.Text;

namespace Monitor.Core.Addresses;

/// <summary>Percent-encoding in its one normal form (RFC 3986, 6.2.2): hex digits in upper case, letters, digits and -._~ as they are.</summary>
internal static class PercentEncoding
{
    public static string Normalise(string url)
    {
        if (!url.Contains('%', StringComparison.Ordinal))
        {
            return url;
        }

        var normal = new StringBuilder(url.Length);
        for (var i = 0; i < url.Length; i++)
        {
            if (url[i] != '%' || i + 2 >= url.Length || !byte.TryParse(url.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                normal.Append(url[i]);
                continue;
            }

            var c = (char)octet;
            _ = char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' ? normal.Append(c) : normal.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            i += 2;
        }

        return normal.ToString();
    }

    /// <summary>Whatever is not ASCII as the octets of its UTF-8; everything else stays.</summary>
    public static string EscapeNonAscii(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length * 2);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            _ = octet < 0x80 ? escaped.Append((char)octet) : escaped.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return escaped.ToString();
    }
}
