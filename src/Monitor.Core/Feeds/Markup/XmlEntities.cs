using System.Globalization;
using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Feeds.Markup;

/// <summary>References in XML text: the five of XML, numbers, and every name of HTML, declared or not. What is none stays as written.</summary>
internal static class XmlEntities
{
    /// <summary>The longest reference that means anything, brackets and all.</summary>
    private const int Longest = 34;

    /// <returns>False where an ampersand had to be taken for itself.</returns>
    public static bool Decode(ReadOnlySpan<byte> text, CharBuffer to)
    {
        var clean = true;
        for (var at = text.IndexOf((byte)'&'); at >= 0; at = text.IndexOf((byte)'&'))
        {
            to.Append(text[..at]);
            text = text[at..];
            var used = Read(text, to);
            if (used == 0)
            {
                clean = false;
                to.Append("&");
                used = 1;
            }

            text = text[used..];
        }

        to.Append(text);
        return clean;
    }

    public static string Decode(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'&'))
        {
            return Encoding.UTF8.GetString(text);
        }

        var buffer = new CharBuffer();
        Decode(text, buffer);
        return buffer.Span.ToString();
    }

    private static int Read(ReadOnlySpan<byte> text, CharBuffer to)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf((byte)';');
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end];
        if (name[0] == '#')
        {
            var hex = name.Length > 1 && name[1] is (byte)'x' or (byte)'X';
            if (!uint.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return 0;
            }

            to.Append(HtmlEntities.OfNumber(number));
            return end + 1;
        }

        Span<char> chars = stackalloc char[name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit((char)name[i]))
            {
                return 0;
            }

            chars[i] = (char)name[i];
        }

        if (HtmlEntities.Named(chars) is not { } symbol)
        {
            return 0;
        }

        to.Append(symbol);
        return end + 1;
    }
}
