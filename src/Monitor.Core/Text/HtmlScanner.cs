using System.Buffers;

namespace Monitor.Core.Text;

internal enum HtmlToken
{
    End,
    Text,
    StartTag,
    EndTag,
}

/// <summary>
/// One pass over tag soup: text, start tags and end tags in order, with comments, doctypes and processing instructions left out.
/// It splits as a browser does wherever that matters to a reader; what it makes of the rest is safe only because everything
/// written from it is escaped or allowed by name. Linear: every search that fails is remembered.
/// </summary>
internal ref struct HtmlScanner(ReadOnlySpan<char> html)
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>\0");
    private static readonly SearchValues<char> AttributeNameEnd = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> UnquotedEnd = SearchValues.Create(" \t\r\n\f>");

    private readonly ReadOnlySpan<char> html = html;
    private int at;
    private int attributes;
    private bool noCommentEnd;
    private bool noRawEnd;
    private int lastQuote = int.MaxValue;
    private int lastApostrophe = int.MaxValue;

    /// <summary>The text of a text token, references undecoded; the raw text after <see cref="SkipRawText"/>.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The name of a tag as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Where the last token began.</summary>
    public int Start { get; private set; }

    /// <summary>The whole of the tag just read, brackets and all.</summary>
    public readonly ReadOnlySpan<char> TagAsWritten => html[Start..at];

    public HtmlToken Next()
    {
        var textStart = at;
        while (at < html.Length)
        {
            var next = html[at..].IndexOf('<');
            if (next < 0)
            {
                at = html.Length;
                break;
            }

            var open = at + next;
            var kind = open + 1 < html.Length ? html[open + 1] : '\0';
            var tag = char.IsAsciiLetter(kind) || (kind == '/' && open + 2 < html.Length && char.IsAsciiLetter(html[open + 2]));
            if (!tag && kind is not ('!' or '?' or '/'))
            {
                at = open + 1;
                continue;
            }

            if (open > textStart)
            {
                at = open;
                break;
            }

            Start = open;
            if (tag)
            {
                return ReadTag(open, kind == '/');
            }

            at = SkipMarkup(open);
            if (at < 0)
            {
                // Nothing closes it: what looks like markup is the end of a text that was cut.
                at = html.Length;
                textStart = open;
                break;
            }

            textStart = at;
        }

        Text = html[textStart..at];
        Start = textStart;
        return Text.Length == 0 ? HtmlToken.End : HtmlToken.Text;
    }

    /// <summary>The next attribute of the start tag just read; false after the last.</summary>
    /// <param name="value">References undecoded; empty where there is none.</param>
    public bool NextAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        value = default;
        name = default;
        var i = attributes;
        while (i < html.Length && html[i] is ' ' or '\t' or '\r' or '\n' or '\f' or '/')
        {
            i++;
        }

        if (i >= html.Length || html[i] == '>')
        {
            attributes = i;
            return false;
        }

        var rest = html[i..];
        var end = rest[1..].IndexOfAny(AttributeNameEnd) + 1;
        name = end == 0 ? rest : rest[..end];
        i += name.Length;
        var equals = i;
        while (equals < html.Length && html[equals] is ' ' or '\t' or '\r' or '\n' or '\f')
        {
            equals++;
        }

        if (equals < html.Length && html[equals] == '=')
        {
            i = equals + 1;
            while (i < html.Length && html[i] is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                i++;
            }

            rest = html[i..];
            if (rest.Length > 0 && rest[0] is '"' or '\'')
            {
                var close = FindQuote(rest);
                if (close < 0)
                {
                    // A quote that nothing closes is a slip of the pen: the tag ends where it seems to.
                    close = rest.IndexOf('>');
                    close = close < 0 ? rest.Length : close;
                    value = rest[1..close];
                    i += close;
                }
                else
                {
                    value = rest[1..close];
                    i += close + 1;
                }
            }
            else
            {
                var close = rest.IndexOfAny(UnquotedEnd);
                value = close < 0 ? rest : rest[..close];
                i += value.Length;
            }
        }

        attributes = i;
        return true;
    }

    /// <summary>Takes everything up to the end tag of that name as text, as browsers do after script, style and their like.</summary>
    /// <returns>False, and nothing taken, where no such end tag follows.</returns>
    public bool SkipRawText(ReadOnlySpan<char> name)
    {
        if (noRawEnd)
        {
            return false;
        }

        for (var i = at; ;)
        {
            var next = html[i..].IndexOf("</");
            if (next < 0)
            {
                noRawEnd = i == at;
                return false;
            }

            var open = i + next;
            var after = open + 2 + name.Length;
            if (after <= html.Length && html.Slice(open + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && (after == html.Length || NameEnd.Contains(html[after])))
            {
                Text = html[at..open];
                var close = html[after..].IndexOf('>');
                at = close < 0 ? html.Length : after + close + 1;
                return true;
            }

            i = open + 2;
        }
    }

    private int FindQuote(ReadOnlySpan<char> rest)
    {
        var here = html.Length - rest.Length;
        if (here >= (rest[0] == '"' ? lastQuote : lastApostrophe))
        {
            return -1;
        }

        var close = rest[1..].IndexOf(rest[0]);
        if (close >= 0)
        {
            return close + 1;
        }

        lastQuote = rest[0] == '"' ? here : lastQuote;
        lastApostrophe = rest[0] == '\'' ? here : lastApostrophe;
        return -1;
    }

    /// <summary>Leaves the rest of the document out.</summary>
    public void SkipToEnd() => at = html.Length;

    private HtmlToken ReadTag(int open, bool end)
    {
        var start = open + (end ? 2 : 1);
        var length = html[start..].IndexOfAny(NameEnd);
        Name = length < 0 ? html[start..] : html.Slice(start, length);
        attributes = start + Name.Length;
        while (NextAttribute(out _, out _))
        {
        }

        at = Math.Min(attributes + 1, html.Length);
        attributes = start + Name.Length;
        return end ? HtmlToken.EndTag : HtmlToken.StartTag;
    }

    private int SkipMarkup(int open)
    {
        var rest = html[open..];
        if (rest.StartsWith("<!--"))
        {
            if (rest.StartsWith("<!-->") || rest.StartsWith("<!--->"))
            {
                return open + rest.IndexOf('>') + 1;
            }

            var close = noCommentEnd ? -1 : rest[4..].IndexOf("-->");
            noCommentEnd = close < 0;
            if (close >= 0)
            {
                return open + 4 + close + 3;
            }
        }

        if (rest.StartsWith("<![CDATA["))
        {
            // In HTML this is a comment up to the first ">"; in feeds it is text that was wrapped twice.
            return open + 9;
        }

        var end = rest.IndexOf('>');
        return end < 0 ? -1 : open + end + 1;
    }
}
