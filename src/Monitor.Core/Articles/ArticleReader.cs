using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Monitor.Core.Articles;

/// <summary>
/// Reads a news page. The order of rules:
/// <list type="number">
/// <item>The bytes become text (<see cref="PageEncoding"/>), the text a tree, and one walk of the tree its elements and blocks (<see cref="PageTree"/>).</item>
/// <item>What looks like boilerplate by tag, role or name has no voice, unless its prose says otherwise (<see cref="Boilerplate"/>).</item>
/// <item>The blocks' voices choose the element that is the article (<see cref="MainContent"/>, <see cref="ContentNames"/>).</item>
/// <item>Its blocks become the text: standfirst in, lines that are not the article out (<see cref="ArticleText"/>).</item>
/// <item>Where the page's JSON-LD or a script holds much more of the text than its elements do, that text is taken (<see cref="StructuredData"/>, <see cref="ScriptText"/>).</item>
/// <item>Headline, names, times and kind are weighed from all sources (<see cref="Headline"/>, <see cref="Byline"/>, <see cref="PageDates"/>, <see cref="PageKind"/>).</item>
/// </list>
/// </summary>
public static class ArticleReader
{
    // Deeper than any page that is meant to be read; keeps the parser's work per element bounded.
    private const int MaximumDepth = 256;

    // Text in JSON-LD or a script counts where it is longer than the elements' by this much: else the elements have the paragraphs.
    private const double MuchMore = 1.5;
    private const double FarMore = 3;
    private const int ShortText = 1000;
    private const int LeastHidden = 300;

    private static readonly HtmlParserOptions Options = new() { SkipComments = true, MaximumDepth = MaximumDepth, DisableElementPositionTracking = true };

    /// <summary>
    /// Reads the article of a page, and nothing but the article. Never throws, whatever the bytes are; takes at most
    /// <see cref="PageHints.MaxBytes"/> of them, in time and memory linear in their number.
    /// </summary>
    public static Article Read(ReadOnlyMemory<byte> page, PageHints? hints = null)
    {
        hints ??= new PageHints();
        var taken = page.Span[..Math.Clamp(hints.MaxBytes, 0, page.Length)];
        var html = PageEncoding.Decode(taken, hints.ContentType);
        using var document = new HtmlParser(Options).ParseDocument(MarkupBounds.Within(html));

        var tree = PageTree.Of(document);
        var metadata = PageMetadata.Of(tree.Metas);
        var data = StructuredData.Of(tree.Scripts);
        var structured = data.Article;
        var main = MainContent.Of(tree);

        var language = Language(document, metadata, structured);
        var siteName = Headline.Clean(metadata.First("og:site_name", "application-name", "apple-mobile-web-app-title")) ?? Headline.Clean(structured?.Publisher);
        var title = Headline.Of(tree, main, metadata, structured, document.Title, siteName);
        var blocks = ArticleText.Of(tree, main, title, [metadata.First("og:description"), metadata.First("description"), metadata.First("twitter:description"), structured?.Description]);
        IReadOnlyList<string> paragraphs = [.. blocks.Select(b => b.Text)];
        paragraphs = Fuller(paragraphs, structured?.Body) ?? Fuller(paragraphs, structured is null ? null : string.Join("\n\n", structured.Updates)) ?? paragraphs;
        if (paragraphs.Sum(p => p.Length) < LeastHidden)
        {
            paragraphs = Fuller(paragraphs, ScriptText.Of(tree.Scripts)) ?? paragraphs;
        }

        var (published, modified) = PageDates.Of(tree, main, metadata, structured, hints.Url, language);
        var (kind, partial) = PageKind.Of(tree, main, metadata, data, paragraphs, hints.Url);
        return new Article(
            title,
            Byline.Of(tree, main, metadata, structured, siteName),
            published,
            modified,
            Canonical(metadata, structured, hints.Url),
            language,
            siteName,
            string.Join("\n\n", paragraphs),
            kind,
            partial || page.Length > hints.MaxBytes);
    }

    private static string[]? Fuller(IReadOnlyList<string> paragraphs, string? hidden)
    {
        var known = paragraphs.Sum(p => p.Length);
        var enough = known * (known < ShortText ? MuchMore : FarMore);
        if (hidden is null || hidden.Length < LeastHidden || hidden.Length < enough)
        {
            return null;
        }

        string[] found = hidden.Contains("</", StringComparison.Ordinal) || hidden.Contains("<p", StringComparison.Ordinal)
            ? BlocksOf(hidden)
            : hidden.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return found.Sum(p => p.Length) >= enough ? found : null;
    }

    private static string[] BlocksOf(string html)
    {
        using var document = new HtmlParser(Options).ParseDocument(MarkupBounds.Within(html));
        return [.. PageTree.Of(document).Blocks.Select(b => b.Text)];
    }

    // The html element's own tag first: it is what the text is written in; og:locale is often a default.
    private static string? Language(IDocument document, PageMetadata metadata, StructuredArticle? structured) =>
        Tag(document.DocumentElement?.GetAttribute("lang")) ?? Tag(document.DocumentElement?.GetAttribute("xml:lang")) ?? Tag(structured?.Language)
        ?? Tag(metadata.First("content-language", "og:locale", "language", "dc.language", "itemprop:inLanguage"));

    private static string? Tag(string? language)
    {
        var tag = language?.Trim().Replace('_', '-').Split(',', ';')[0].Trim();
        if (tag is not { Length: >= 2 and <= 20 } || !tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || tag.Split('-')[0].Length is not (2 or 3))
        {
            return null;
        }

        var parts = tag.Split('-');
        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++)
        {
            parts[i] = parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i];
        }

        return string.Join('-', parts);
    }

    private static string? Canonical(PageMetadata metadata, StructuredArticle? structured, Uri? url)
    {
        foreach (var claim in (string?[])[metadata.First("link:canonical"), metadata.First("og:url"), structured?.Url])
        {
            if (claim is not null && (Address(claim, null) ?? Address(claim, url)) is { } address && !(address.AbsolutePath == "/" && url is { AbsolutePath.Length: > 1 }))
            {
                return address.AbsoluteUri;
            }
        }

        return url?.AbsoluteUri;
    }

    private static Uri? Address(string text, Uri? page) =>
        (page is null ? Uri.TryCreate(text, UriKind.Absolute, out var address) : Uri.TryCreate(page, text, out address)) && address!.Scheme is "http" or "https" ? address : null;
}
