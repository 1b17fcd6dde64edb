using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Runs;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Asks one feed, and tells its new entries from those seen before. What came of it is a value: a feed that fails stops nothing else.
/// </summary>
public sealed class ReadFeed(IFetcher fetcher)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    public async Task<FeedReadout> RunAsync(
        FollowedFeed feed, FeedRecord before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outcome = await fetcher.FetchAsync(
            new FetchRequest(feed.Url, FetchKind.Feed, before.ETag, before.LastModified), cancellationToken);
        var asked = before with { LastAttemptAt = now };
        return outcome switch
        {
            FetchOutcome.Fetched fetched => Parse(feed, asked, fetched, now),
            FetchOutcome.NotModified => Answered(feed, asked, now, "unchanged", ""),
            FetchOutcome.RateLimited limited => Later(feed, asked, now, limited),
            FetchOutcome.Gone => Failed(feed, asked, now, FeedState.Gone, "gone", "the outlet says that it is gone for good"),
            FetchOutcome.Blocked blocked => Failed(feed, asked, now, FeedState.Blocked, "blocked", blocked.Reason),
            FetchOutcome.Broken broken => Failed(feed, asked, now, FeedState.Broken, "broken", broken.Reason),
            FetchOutcome.Refused refused => Failed(feed, asked, now, FeedState.Broken, "refused", refused.Reason),
            _ => throw new InvalidOperationException($"an outcome that nobody thought of: {outcome}"),
        };
    }

    private static FeedReadout Parse(FollowedFeed feed, FeedRecord asked, FetchOutcome.Fetched fetched, DateTimeOffset now)
    {
        var reading = FeedReader.Read(fetched.Body, new FeedHints(fetched.ContentType, fetched.FinalUrl));
        if (reading is FeedReading.NotAFeed none)
        {
            var hint = none.Feeds.Count > 0 ? $"; the page announces {none.Feeds[0]}" : "";
            return Failed(feed, asked, now, FeedState.Broken, "not a feed", none.Reason + hint);
        }

        var seen = SeenSet.From(asked.Seen);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var read = ((FeedReading.Read)reading).Feed;
        var sighted = read.Entries
            .Zip(seen.ObserveAll(read.Entries, today))
            .Where(pair => pair.Second != Sighting.Known)
            .Select(pair => new SightedEntry(feed, pair.First, pair.Second == Sighting.Changed, FirstReading: asked.FirstReadAt is null))
            .ToList();
        var working = asked with
        {
            ETag = fetched.ETag,
            LastModified = fetched.LastModified,
            FirstReadAt = asked.FirstReadAt ?? now,
            LastNewEntryAt = sighted.Exists(entry => !entry.Changed) ? now : asked.LastNewEntryAt,
            Seen = seen.Entries,
        };
        var mended = read.Problems.Count > 0 ? $", {read.Problems.Count} problems mended" : "";
        return Answered(feed, working, now, "read", $"{read.Entries.Count} entries{mended}", sighted);
    }

    private static FeedReadout Answered(
        FollowedFeed feed, FeedRecord record, DateTimeOffset now, string outcome, string detail, IReadOnlyList<SightedEntry>? sighted = null) =>
        Readout(
            feed, InState(record, FeedState.Working, "", now) with { LastReadAt = now, Failures = 0, DueAt = now + Interval },
            outcome, detail, sighted ?? []);

    private static FeedReadout Later(FollowedFeed feed, FeedRecord record, DateTimeOffset now, FetchOutcome.RateLimited limited)
    {
        var pause = limited.RetryAfter ?? Backoff(record.Failures + 1);
        var until = now + (pause < LongestPause ? pause : LongestPause);
        return Readout(feed, record with { Failures = record.Failures + 1, DueAt = until }, "rate limited", $"asks to wait {pause.TotalMinutes:0} min");
    }

    private static FeedReadout Failed(
        FollowedFeed feed, FeedRecord record, DateTimeOffset now, FeedState state, string outcome, string reason)
    {
        var failures = record.Failures + 1;
        var failed = InState(record, state, reason, now) with { Failures = failures, DueAt = now + Backoff(failures) };
        return Readout(feed, failed, outcome, reason);
    }

    // Doubles from one interval; never longer than a day, and never the end.
    private static TimeSpan Backoff(int failures)
    {
        var pause = Interval * Math.Pow(2, Math.Min(failures - 1, 8));
        return pause < LongestPause ? pause : LongestPause;
    }

    private static FeedRecord InState(FeedRecord record, FeedState state, string detail, DateTimeOffset now) =>
        record with { State = state, Detail = detail, Since = record.State == state && record.Since is not null ? record.Since : now };

    private static FeedReadout Readout(
        FollowedFeed feed, FeedRecord record, string outcome, string detail, IReadOnlyList<SightedEntry>? sighted = null) =>
        new(record, sighted ?? [], new FeedVisit(feed.Id, feed.Name, outcome, detail, sighted?.Count(entry => !entry.Changed) ?? 0));
}

/// <param name="Record">What to remember.</param>
/// <param name="Entries">Entries that are new or have changed, in the feed's order.</param>
/// <param name="Visit">What to report.</param>
public sealed record FeedReadout(FeedRecord Record, IReadOnlyList<SightedEntry> Entries, FeedVisit Visit);

/// <summary>An entry that is new, or whose text has changed since it was last seen.</summary>
/// <param name="FirstReading">It came with the first reading of its feed.</param>
public sealed record SightedEntry(FollowedFeed Feed, Entry Entry, bool Changed, bool FirstReading);
