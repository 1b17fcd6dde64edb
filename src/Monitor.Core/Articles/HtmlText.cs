using System.Collections.Frozen;
using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Articles;

/// <summary>HTML as a person would type it: paragraphs divided by one empty line, list items on lines of their own.</summary>
public static class HtmlText
{
    private static readonly FrozenSet<string> Paragraphs = new[]
    {
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Lines = new[] { "br", "caption", "dd", "dt", "li", "option", "summary", "tr" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that a tag must have to be one in a line of text; "&lt;example&gt;" in a headline is a word.</summary>
    private static readonly FrozenSet<string> Known = KnownElements();

    /// <summary>Plain text with its paragraphs; never markup to be shown as such: encode it where it goes into HTML.</summary>
    /// <param name="links">After the text of each link its address in angle brackets, where that is http or https.</param>
    public static string Plain(string html, bool links = false)
    {
        ArgumentNullException.ThrowIfNull(html);
        var writer = new TextWriting(new StringBuilder(html.Length));
        var scanner = new HtmlScanner(html);
        var address = (string?)null;
        for (var token = scanner.Next(); token != HtmlToken.End; token = scanner.Next())
        {
            if (token == HtmlToken.Text)
            {
                writer.Write(scanner.Text);
                continue;
            }

            var name = scanner.Name;
            if (token == HtmlToken.StartTag && TakeRaw(ref scanner, writer, oneLine: false))
            {
                continue;
            }

            if (links && name.Equals("a", StringComparison.OrdinalIgnoreCase))
            {
                writer.WriteAddress(address);
                address = token == HtmlToken.StartTag ? Href(ref scanner) : null;
            }

            writer.Break(Is(Paragraphs, name) ? 2 : Is(Lines, name) && (token == HtmlToken.StartTag || !name.Equals("br", StringComparison.OrdinalIgnoreCase)) ? 1
                : name.Length == 2 && name[0] is 't' or 'T' && name[1] is 'd' or 'D' or 'h' or 'H' ? 0 : -1);
            if (token == HtmlToken.StartTag && name.Equals("li", StringComparison.OrdinalIgnoreCase))
            {
                writer.Bullet();
            }
        }

        writer.WriteAddress(address);
        return writer.Finish();
    }

    /// <summary>A headline or a name: one line, white space folded, tags dropped, text that only looks like a tag kept.</summary>
    public static string Line(ReadOnlySpan<char> html)
    {
        if (html.IndexOfAny('<', '&') < 0)
        {
            return Fold(html);
        }

        var text = new StringBuilder(html.Length);
        var scanner = new HtmlScanner(html);
        for (var token = scanner.Next(); token != HtmlToken.End; token = scanner.Next())
        {
            if (token == HtmlToken.Text)
            {
                HtmlEntities.Decode(scanner.Text, text);
            }
            else if (!Is(Known, scanner.Name) || scanner.TagAsWritten[^1] != '>')
            {
                text.Append(scanner.TagAsWritten);
            }
            else if (Is(Paragraphs, scanner.Name) || Is(Lines, scanner.Name))
            {
                text.Append(' ');
            }
            else if (token == HtmlToken.StartTag && AllowedHtml.Find(scanner.Name).Raw is RawContent.Code or RawContent.Hidden)
            {
                scanner.SkipRawText(scanner.Name);
            }
        }

        return Fold(text.ToString());
    }

    private static bool TakeRaw(ref HtmlScanner scanner, TextWriting writer, bool oneLine)
    {
        var element = AllowedHtml.Find(scanner.Name);
        if (element.Raw == RawContent.None)
        {
            return false;
        }

        if (scanner.SkipRawText(element.Name))
        {
            if (element.Raw == RawContent.Text)
            {
                writer.Write(scanner.Text);
                writer.Break(oneLine ? 0 : 2);
            }
        }
        else if (element.Raw == RawContent.Code)
        {
            scanner.SkipToEnd();
        }

        return true;
    }

    private static string? Href(ref HtmlScanner scanner)
    {
        while (scanner.NextAttribute(out var name, out var value))
        {
            if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
            {
                return new LinkBase(null).Image(HtmlEntities.Decode(value));
            }
        }

        return null;
    }

    private static bool Is(FrozenSet<string> names, ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    internal static string Fold(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++)
        {
            clean = !char.IsControl(text[i]) && (!char.IsWhiteSpace(text[i]) || (text[i] == ' ' && text[i - 1] != ' '));
        }

        if (clean)
        {
            return text.ToString();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                _ = char.IsControl(c) ? folded : folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static FrozenSet<string> KnownElements() =>
        ("a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center cite code col "
        + "colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 "
        + "head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript "
        + "object ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp script section select slot small source span strike strong "
        + "style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
