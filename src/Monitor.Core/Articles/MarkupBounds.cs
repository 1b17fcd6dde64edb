using System.Collections.Frozen;
using System.Text;

namespace Monitor.Core.Articles;

/// <summary>
/// Takes out the tags that would make an HTML parser's work grow with the square of the page: nesting deeper than any
/// page that is meant to be read (a parser walks its open elements for every tag), and formatting elements left open (it
/// opens all of them again in every paragraph). Nothing of the text is dropped. A page within bounds comes back as it is.
/// </summary>
internal static class MarkupBounds
{
    private const int MostTags = 150_000;
    private const int LongestTag = 100_000;

    private static readonly FrozenSet<string> RawText = FrozenSet.ToFrozenSet(["script", "style", "textarea", "title", "xmp", "iframe", "noembed",
        "noframes"], StringComparer.OrdinalIgnoreCase);

    public static string Within(string html)
    {
        var openTags = new OpenTags();
        var rawText = RawText.GetAlternateLookup<ReadOnlySpan<char>>();
        StringBuilder? bounded = null;
        var copied = 0;
        var tags = 0;

        for (var at = html.IndexOf('<'); at >= 0; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            var start = at++;
            if (html.AsSpan(at).StartsWith("!--", StringComparison.Ordinal))
            {
                var closed = html.IndexOf("-->", at + 1, StringComparison.Ordinal);
                at = closed < 0 ? html.Length : closed + 3;
                continue;
            }

            var ends = at < html.Length && html[at] == '/';
            at += ends ? 1 : 0;
            var nameEnd = at;
            while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':'))
            {
                nameEnd++;
            }

            if (nameEnd == at || !char.IsAsciiLetter(html[at]))
            {
                continue;
            }

            var name = html.AsSpan(at, nameEnd - at);
            at = EndOfTag(html, nameEnd);
            if (++tags > MostTags)
            {
                return Cut(start);
            }

            if (at - start > LongestTag || !openTags.Admits(name, ends, closesItself: at - start > 2 && html[at - 1] == '>' && html[at - 2] == '/'))
            {
                (bounded ??= new StringBuilder(html.Length)).Append(html, copied, start - copied);
                copied = at;
            }
            else if (!ends && rawText.Contains(name))
            {
                at = EndOfRawText(html, at, name);
            }
        }

        return bounded is null ? html : bounded.Append(html, copied, html.Length - copied).ToString();

        string Cut(int end) => bounded is null ? html[..end] : bounded.Append(html, copied, Math.Max(0, end - copied)).ToString();
    }

    private static int EndOfTag(string html, int at)
    {
        while (html.AsSpan(at).IndexOfAny('>', '"', '\'') is >= 0 and var next)
        {
            at += next;
            var c = html[at];
            if (c == '>')
            {
                return at + 1;
            }

            // A quote opens a value only where one can begin; elsewhere it is a slip of the pen.
            var closing = html[at - 1] is '=' or ' ' ? html.AsSpan(at + 1).IndexOf(c) : -1;
            if (closing < 0 && html[at - 1] is '=' or ' ')
            {
                return html.Length;
            }

            at += closing + 2;
        }

        return html.Length;
    }

    private static int EndOfRawText(string html, int at, ReadOnlySpan<char> name)
    {
        while (html.IndexOf("</", at, StringComparison.Ordinal) is >= 0 and var found)
        {
            if (html.AsSpan(found + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return found;
            }

            at = found + 2;
        }

        return html.Length;
    }
}
