namespace Monitor.Core.Articles;

/// <summary>A news page reduced to what an editor would call the article. Times are UTC.</summary>
/// <param name="Title">The headline, without the outlet's name.</param>
/// <param name="Byline">Names of people, without "By" and without roles.</param>
/// <param name="Published">First publication; null where the page does not say.</param>
/// <param name="Modified">Last change; null where the page does not say.</param>
/// <param name="CanonicalUrl">Absolute, cleaned as `monitor url` does; null where none is known.</param>
/// <param name="Language">BCP 47 tag such as en-NZ; null where the page does not say.</param>
/// <param name="SiteName">The outlet's name as the page gives it.</param>
/// <param name="Text">Plain text, paragraphs divided by one empty line; empty where the page holds no article.</param>
/// <param name="Kind">What sort of page it is.</param>
/// <param name="Partial">The text is only part of the article (a teaser before a paywall, a live blog's first page).</param>
public sealed record Article(
    string? Title,
    IReadOnlyList<string> Byline,
    DateTimeOffset? Published,
    DateTimeOffset? Modified,
    string? CanonicalUrl,
    string? Language,
    string? SiteName,
    string Text,
    ArticleKind Kind,
    bool Partial);

public enum ArticleKind
{
    Article,
    LiveBlog,
    Video,
    Gallery,
    IndexPage,
    PaywalledTeaser,
}

/// <summary>What the reader may use to understand a page beyond its bytes.</summary>
/// <param name="ContentType">The Content-Type header as received.</param>
/// <param name="Url">Where the page was fetched from.</param>
/// <param name="MaxBytes">Bytes taken; 5 MB by default. What lies beyond is left out.</param>
public sealed record PageHints(string? ContentType = null, Uri? Url = null, int MaxBytes = 5 * 1024 * 1024);
