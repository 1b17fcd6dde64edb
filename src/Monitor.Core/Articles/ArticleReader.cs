using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Monitor.Core.Text;

namespace Monitor.Core.Articles;

/// <summary>
/// Reads a news page. The order of rules:
/// <list type="number">
/// <item>The bytes become text (<see cref="TextDecoder"/>), the text a tree, and one walk of the tree its elements and blocks (<see cref="PageTree"/>).</item>
/// <item>What looks like boilerplate by tag, role or name has no voice, unless its prose says otherwise (<see cref="Boilerplate"/>).</item>
/// <item>The blocks' voices choose the element that is the article (<see cref="MainContent"/>, <see cref="ContentNames"/>).</item>
/// <item>Its blocks become the text: standfirst in, lines that are not the article out (<see cref="ArticleText"/>).</item>
/// <item>Where the page's JSON-LD or a script holds much more of the text than its elements do, that text is taken (<see cref="HiddenText"/>).</item>
/// <item>Headline, names, times and kind are weighed from all sources (<see cref="Headline"/>, <see cref="Byline"/>, <see cref="PageDates"/>, <see cref="PageKind"/>).</item>
/// </list>
/// </summary>
public static class ArticleReader
{
    // Deeper than any page that is meant to be read; keeps the parser's work per element bounded.
    private const int MaximumDepth = 256;

    private static readonly HtmlParserOptions Options = new() { SkipComments = true, MaximumDepth = MaximumDepth, DisableElementPositionTracking = true };

    /// <summary>
    /// Reads the article of a page, and nothing but the article. Never throws, whatever the bytes are; takes at most
    /// <see cref="PageHints.MaxBytes"/> of them, in time and memory linear in their number.
    /// </summary>
    public static Article Read(ReadOnlyMemory<byte> page, PageHints? hints = null)
    {
        hints ??= new PageHints();
        var taken = page.Span[..Math.Clamp(hints.MaxBytes, 0, page.Length)];
        var html = TextDecoder.Decode(taken, hints.ContentType, MarkupKind.Html).Text;
        using var document = Parse(html);

        var tree = PageTree.Of(document);
        var metadata = PageMetadata.Of(tree.Metas);
        var data = StructuredData.Of(tree.Scripts);
        var structured = data.Article;
        var main = MainContent.Of(tree);

        var language = PageLanguage.Of(document.DocumentElement, metadata, structured);
        var siteName = OneLine.Of(metadata.First("og:site_name", "application-name", "apple-mobile-web-app-title")) ?? OneLine.Of(structured?.Publisher);
        var title = Headline.Of(tree, main, metadata, structured, document.Title, siteName);
        var blocks = ArticleText.Of(tree, main, title, [metadata.First("og:description"), metadata.First("description"),
            metadata.First("twitter:description"), structured?.Description]);
        var paragraphs = HiddenText.Completing([.. blocks.Select(b => b.Text)], structured, tree, Parse);

        var (published, modified) = PageDates.Of(tree, main, metadata, structured, hints.Url, language);
        var (kind, partial) = PageKind.Of(tree, main, metadata, data, paragraphs, hints.Url);
        return new Article(
            title,
            Byline.Of(tree, main, metadata, structured, siteName),
            published,
            modified,
            PageAddress.Of(metadata, structured, hints.Url),
            language,
            siteName,
            string.Join("\n\n", paragraphs),
            kind,
            partial || page.Length > hints.MaxBytes);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser(Options).ParseDocument(MarkupBounds.Within(html));
}
