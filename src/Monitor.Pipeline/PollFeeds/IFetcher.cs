namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Asks the web for a feed or a page: politely (one request at a time to a host, with a pause between), safely (public
/// addresses only, everything bounded) and honestly (a User-Agent with a contact). What can be expected to happen on the
/// web is an outcome, not an exception.
/// </summary>
public interface IFetcher
{
    Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}

/// <param name="Kind">Pages obey robots.txt; feeds are published to be polled.</param>
/// <param name="ETag">Sent as If-None-Match as it was received; null for a full read.</param>
/// <param name="LastModified">Sent as If-Modified-Since as it was received; null for a full read.</param>
public sealed record FetchRequest(Uri Url, FetchKind Kind, string? ETag = null, string? LastModified = null);

public enum FetchKind
{
    Feed,
    Page,
}

public abstract record FetchOutcome
{
    private FetchOutcome() { }

    /// <param name="Body">Decompressed, at most the bound of its kind.</param>
    /// <param name="FinalUrl">After redirects.</param>
    /// <param name="MovedTo">Where the address has moved to, when every redirect on the way was permanent; otherwise null.</param>
    /// <param name="Headers">The response's headers, for the record.</param>
    public sealed record Fetched(
        ReadOnlyMemory<byte> Body,
        string? ContentType,
        string? ETag,
        string? LastModified,
        Uri FinalUrl,
        Uri? MovedTo,
        IReadOnlyDictionary<string, string> Headers) : FetchOutcome;

    /// <param name="MovedTo">As for <see cref="Fetched"/>.</param>
    public sealed record NotModified(Uri? MovedTo = null) : FetchOutcome;

    /// <summary>429, or 503 with Retry-After.</summary>
    /// <param name="RetryAfter">How long the server asks to wait; null where it does not say.</param>
    public sealed record RateLimited(TimeSpan? RetryAfter) : FetchOutcome;

    /// <summary>410: the outlet says that it will not come back.</summary>
    public sealed record Gone : FetchOutcome;

    /// <summary>The outlet answers, but not to us: 401, 403, a bot wall, a challenge page. <paramref name="Reason"/> is one clause.</summary>
    public sealed record Blocked(string Reason) : FetchOutcome;

    /// <summary>No use could be made of the answer, or none came. <paramref name="Reason"/> is one clause.</summary>
    /// <param name="Status">The HTTP status, where one was answered that is no success; 404 is not found.</param>
    public sealed record Broken(string Reason, int? Status = null) : FetchOutcome;

    /// <summary>We did not ask: the address is not public, or robots.txt forbids it. <paramref name="Reason"/> is one clause.</summary>
    public sealed record Refused(string Reason) : FetchOutcome;
}
