using AngleSharp.Html.Parser;

namespace Monitor.Core.Articles;

public static class ArticleReader
{
    private static readonly HtmlParserOptions Options = new() { SkipComments = true, MaximumDepth = 256, DisableElementPositionTracking = true };

    /// <summary>Never throws, whatever the bytes are; time and memory are linear in them.</summary>
    public static Article Read(ReadOnlyMemory<byte> page, PageHints? hints = null)
    {
        hints ??= new PageHints();
        var html = PageEncoding.Decode(page.Span[..Math.Min(page.Length, hints.MaxBytes)], hints.ContentType);
        using var document = new HtmlParser(Options).ParseDocument(html);
        var tree = PageTree.Of(document);
        var metadata = PageMetadata.Of(tree.Metas);
        var structured = StructuredData.Of(tree.Scripts).Article;
        var title = structured?.Headline ?? metadata.First("og:title") ?? document.Title;
        var blocks = ArticleText.Of(tree, MainContent.Of(tree), title, [metadata.First("og:description"), metadata.First("description"), structured?.Description]);
        var text = string.Join("\n\n", blocks.Select(b => b.Text));
        return new Article(title, [], null, null, hints.Url?.AbsoluteUri, null, null, text, ArticleKind.Article, false);
    }
}
