using Monitor.Core.Digests;
using Monitor.Core.Feeds;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>What is remembered of a feed from one run to the next.</summary>
/// <param name="FirstReadAt">When it was read for the first time; null while it never was. The first reading alerts nobody.</param>
/// <param name="Since">Since when it has been in this state.</param>
/// <param name="Detail">What is wrong with it, in one clause; empty while it works.</param>
/// <param name="Failures">Attempts in a row that failed.</param>
/// <param name="DueAt">No attempt before this instant.</param>
public sealed record FeedRecord(
    string Id,
    string? ETag,
    string? LastModified,
    DateTimeOffset? FirstReadAt,
    DateTimeOffset? LastAttemptAt,
    DateTimeOffset? LastReadAt,
    DateTimeOffset? LastNewEntryAt,
    FeedState State,
    DateTimeOffset? Since,
    string Detail,
    int Failures,
    DateTimeOffset? DueAt,
    IReadOnlyList<SeenEntry> Seen)
{
    public static FeedRecord New(string id) =>
        new(id, null, null, null, null, null, null, FeedState.Working, null, "", 0, null, []);

    /// <summary>Due, or last asked in what is now the future: a clock was set back.</summary>
    public bool IsDue(DateTimeOffset now) => DueAt is null || DueAt <= now || LastAttemptAt > now;
}
