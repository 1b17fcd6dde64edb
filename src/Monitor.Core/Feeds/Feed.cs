namespace Monitor.Core.Feeds;

/// <summary>A feed document, whatever format it came in, reduced to one shape.</summary>
/// <param name="Format">rss-0.90, rss-0.91, rss-0.92, rss-1.0, rss-2.0, atom-0.3, atom-1.0, json-feed-1, news-sitemap.</param>
/// <param name="Title">Plain text; null where the document names none.</param>
/// <param name="Link">Absolute address of the outlet's page; null where there is none.</param>
/// <param name="Entries">In document order, at most <see cref="FeedBounds.MaxEntries"/>.</param>
/// <param name="Problems">What was mended on the way, and where; empty for a clean document.</param>
public sealed record Feed(
    string Format,
    string? Title,
    string? Link,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<FeedProblem> Problems);

/// <summary>One item of a feed. Times are UTC; a null means that the feed does not say.</summary>
/// <param name="Id">The item's own identifier as written (guid, atom:id, rdf:about); null where it has none.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Link">Absolute address of the article.</param>
/// <param name="Published">When the item says it was first published.</param>
/// <param name="Updated">When the item says it last changed.</param>
/// <param name="Author">As written, several joined by a comma and a space.</param>
/// <param name="Summary">Sanitised HTML of the teaser.</param>
/// <param name="Content">Sanitised HTML of the full text, where the feed carries it.</param>
/// <param name="Categories">Plain text, in document order.</param>
public sealed record Entry(
    string? Id,
    string? Title,
    string? Link,
    DateTimeOffset? Published,
    DateTimeOffset? Updated,
    string? Author,
    string? Summary,
    string? Content,
    IReadOnlyList<string> Categories);

/// <summary>Something that the reader mended. <paramref name="Line"/> is one-based; 0 where no line can be named.</summary>
public sealed record FeedProblem(string Message, int Line = 0);

/// <summary>What the reader may use to understand a document beyond its bytes.</summary>
/// <param name="ContentType">The Content-Type header as received, charset and all.</param>
/// <param name="Url">Where the document was fetched from; the last resort for relative links.</param>
/// <param name="Bounds">Limits; null means <see cref="FeedBounds.Default"/>.</param>
public sealed record FeedHints(string? ContentType = null, Uri? Url = null, FeedBounds? Bounds = null);

/// <summary>How much of a document the reader takes. What lies beyond is left out, and a problem says so.</summary>
/// <param name="MaxBytes">Bytes of the document; 10 MB by default.</param>
/// <param name="MaxEntries">Entries kept; 5,000 by default.</param>
public sealed record FeedBounds(int MaxBytes = 10 * 1024 * 1024, int MaxEntries = 5000)
{
    public static FeedBounds Default { get; } = new();
}

/// <summary>What came of reading a document: a feed, or a reason why it is none.</summary>
public abstract record FeedReading
{
    private FeedReading() { }

    public sealed record Read(Feed Feed) : FeedReading;

    /// <param name="Reason">One clause for people, without a full stop.</param>
    /// <param name="IsHtml">The document is a web page.</param>
    /// <param name="Feeds">Absolute addresses of the feeds that the page announces, in its order.</param>
    public sealed record NotAFeed(string Reason, bool IsHtml, IReadOnlyList<string> Feeds) : FeedReading;
}
