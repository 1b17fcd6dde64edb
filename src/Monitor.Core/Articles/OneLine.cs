using System.Net;
using System.Text;

namespace Monitor.Core.Articles;

/// <summary>Text from a page's metadata, as a line that can be shown.</summary>
internal static class OneLine
{
    private const int Longest = 1000;

    /// <summary>White space collapsed, entities that were encoded twice decoded, tags dropped; null for nothing.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(text);
        }

        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        var inTag = false;
        for (var i = 0; i < text.Length && clean.Length < Longest; i++)
        {
            var c = text[i];
            if (c == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/'))
            {
                inTag = true;
            }
            else if (inTag)
            {
                inTag = c != '>';
            }
            else if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (c is not '\u00AD' and not '\u200B' and not '\uFEFF' && !char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        var result = clean.ToString().Trim();
        return result.Length == 0 ? null : result;
    }
}
