using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Runs;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Asks one feed, and tells its new entries from those seen before. What came of it is a value: a feed that fails stops nothing else.
/// </summary>
/// <param name="chance">Where the chance in a feed's schedule comes from; by default <see cref="FeedChance"/>.</param>
public sealed class ReadFeed(IFetcher fetcher, Func<string, DateTimeOffset, Random>? chance = null)
{
    private const int RefusalsThatAreAWall = 3;
    private static readonly TimeSpan WaitThatIsAWall = TimeSpan.FromHours(2);

    /// <param name="zone">The zone in whose hours the feed's rhythm is learned.</param>
    public async Task<FeedReadout> RunAsync(
        FollowedFeed feed, FeedRecord before, DeskZone zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = Known(feed, before, now);
        var visit = new Visit(feed, before, known.Schedule!, zone, now, (chance ?? FeedChance.Of)(feed.Id, now));
        var conditional = !visit.Schedule.WantsFullRead(visit.Random);
        var outcome = await fetcher.FetchAsync(
            new FetchRequest(
                visit.Schedule.Address(feed.Url), FetchKind.Feed, conditional ? known.ETag : null, conditional ? known.LastModified : null),
            cancellationToken);
        var asked = known with { LastAttemptAt = now };
        return outcome switch
        {
            FetchOutcome.Fetched fetched => Parse(visit, asked, fetched),
            FetchOutcome.NotModified same => Answered(
                visit, asked with { Schedule = visit.Schedule.AfterRead(now, 0, same.MovedTo, visit.Random) }, "unchanged", ""),
            FetchOutcome.RateLimited limited => Later(visit, asked, limited.RetryAfter),
            FetchOutcome.Gone => Failed(
                visit, asked, visit.Schedule.AfterGone(), FeedState.Gone, "gone", "the outlet says that it is gone for good"),
            FetchOutcome.Blocked blocked => Failed(visit, asked, FeedState.Blocked, "blocked", blocked.Reason),
            FetchOutcome.Broken broken => Failed(visit, asked, FeedState.Broken, "broken", broken.Reason),
            FetchOutcome.Refused refused => Failed(visit, asked, FeedState.Broken, "refused", refused.Reason),
            _ => throw new InvalidOperationException($"an outcome that nobody thought of: {outcome}"),
        };
    }

    // Under a new address everything is to be found out again, but for what the feed has shown already.
    private static FeedRecord Known(FollowedFeed feed, FeedRecord before, DateTimeOffset now)
    {
        if (before.Schedule is not null && before.Address == feed.Url)
        {
            return before;
        }

        var start = FeedSchedule.Start(now) with { LastRead = before.Schedule?.LastRead };
        return before with { Address = feed.Url, ETag = null, LastModified = null, Schedule = start };
    }

    private static FeedReadout Parse(Visit visit, FeedRecord asked, FetchOutcome.Fetched fetched)
    {
        var reading = FeedReader.Read(fetched.Body, new FeedHints(fetched.ContentType, fetched.FinalUrl));
        if (reading is FeedReading.NotAFeed none)
        {
            var hint = none.Feeds.Count > 0 ? $"; the page announces {none.Feeds[0]}" : "";
            return Failed(visit, asked, FeedState.Broken, "not a feed", none.Reason + hint);
        }

        var (feed, now) = (visit.Feed, visit.Now);
        var seen = SeenSet.From(PackedSeen.Unpack(asked.Seen));
        var read = ((FeedReading.Read)reading).Feed;
        var sighted = read.Entries
            .Zip(seen.ObserveAll(read.Entries, DateOnly.FromDateTime(now.UtcDateTime)))
            .Where(pair => pair.Second != Sighting.Known)
            .Select(pair => new SightedEntry(feed, pair.First, pair.Second == Sighting.Changed, FirstReading: asked.FirstReadAt is null))
            .ToList();
        var fresh = sighted.Where(entry => !entry.Changed).ToList();
        // Validators that stay while entries come would hide the next ones.
        var lies = fresh.Count > 0 && asked.FirstReadAt is not null
            && fetched.ETag == asked.ETag && fetched.LastModified == asked.LastModified;
        var working = Learned(visit, asked, fresh, fetched.MovedTo) with
        {
            ETag = lies ? null : fetched.ETag,
            LastModified = lies ? null : fetched.LastModified,
            FirstReadAt = asked.FirstReadAt ?? now,
            Seen = PackedSeen.Pack(seen.Entries),
        };
        var mended = read.Problems.Count > 0 ? $", {read.Problems.Count} problems mended" : "";
        return Answered(visit, working, "read", $"{read.Entries.Count} entries{mended}", sighted);
    }

    private static FeedRecord Learned(Visit visit, FeedRecord asked, List<SightedEntry> fresh, Uri? movedTo)
    {
        var (schedule, zone, now, random) = (visit.Schedule, visit.Zone, visit.Now, visit.Random);
        if (asked.FirstReadAt is null)
        {
            var dates = fresh.Select(entry => entry.Entry.Published ?? entry.Entry.Updated).OfType<DateTimeOffset>().Where(date => date <= now).ToList();
            return asked with
            {
                Schedule = schedule.AfterFirstRead(now, dates, movedTo, random),
                Rhythm = FeedRhythm.From(dates, now, zone),
                LastNewEntryAt = dates.Count > 0 ? dates.Max() : fresh.Count > 0 ? now : null,
            };
        }

        return asked with
        {
            Schedule = schedule.AfterRead(now, fresh.Count, movedTo, random),
            Rhythm = asked.Rhythm.After(now, fresh.Count, zone),
            LastNewEntryAt = fresh.Count > 0 ? now : asked.LastNewEntryAt,
        };
    }

    private static FeedReadout Answered(
        Visit visit, FeedRecord record, string outcome, string detail, IReadOnlyList<SightedEntry>? sighted = null)
    {
        var (before, now) = (visit.Before, visit.Now);
        var recovered = before is { State: not FeedState.Working, Since: { } since } ? new PastTrouble(before.State, since, now)
            : before.IsStale(visit.Zone) && record.LastNewEntryAt > before.LastNewEntryAt ? new PastTrouble(FeedState.Stale, before.LastNewEntryAt!.Value, now)
            : before.PastTrouble;
        return Readout(visit, InState(record, FeedState.Working, "", now) with { PastTrouble = recovered }, outcome, detail, sighted ?? []);
    }

    // Once asked to wait, a feed is merely late; asked again and again, or for hours, we are not let in.
    private static FeedReadout Later(Visit visit, FeedRecord asked, TimeSpan? retryAfter)
    {
        var schedule = visit.Schedule.AfterRateLimit(visit.Now, retryAfter, visit.Random);
        var wait = schedule.Due - visit.Now;
        var detail = $"asks to wait {(wait < WaitThatIsAWall ? $"{wait.TotalMinutes:0} min" : $"{wait.TotalHours:0} h")}";
        return schedule.Failures >= RefusalsThatAreAWall || wait > WaitThatIsAWall
            ? Failed(visit, asked, schedule, FeedState.Blocked, "rate limited", detail)
            : Readout(visit, asked with { Schedule = schedule }, "rate limited", detail, []);
    }

    private static FeedReadout Failed(Visit visit, FeedRecord asked, FeedState state, string outcome, string reason) =>
        Failed(visit, asked, visit.Schedule.AfterFailure(visit.Now, visit.Random), state, outcome, reason);

    private static FeedReadout Failed(
        Visit visit, FeedRecord asked, FeedSchedule schedule, FeedState state, string outcome, string reason) =>
        Readout(visit, InState(asked with { Schedule = schedule }, state, reason, visit.Now), outcome, reason, []);

    private static FeedRecord InState(FeedRecord record, FeedState state, string detail, DateTimeOffset now)
    {
        var goesOn = (record.State == FeedState.Working) == (state == FeedState.Working) && record.Since is not null;
        return record with { State = state, Detail = detail, Since = goesOn ? record.Since : now };
    }

    private static FeedReadout Readout(
        Visit visit, FeedRecord record, string outcome, string detail, IReadOnlyList<SightedEntry> sighted)
    {
        var streak = Kind(outcome) == Kind(visit.Before.Outcome) ? visit.Before.Streak + 1 : 1;
        var after = record with { Outcome = outcome, Streak = streak };
        var changed = sighted.Count(entry => entry.Changed);
        return new FeedReadout(
            visit.Before, after, sighted,
            new FeedVisit(
                visit.Feed.Id, visit.Feed.Name, outcome, detail, sighted.Count - changed, changed, after.Health(visit.Feed, visit.Zone)));
    }

    private static string Kind(string outcome) => outcome == "unchanged" ? "read" : outcome;

    private sealed record Visit(FollowedFeed Feed, FeedRecord Before, FeedSchedule Schedule, DeskZone Zone, DateTimeOffset Now, Random Random);
}

/// <param name="Before">What was remembered.</param>
/// <param name="Record">What to remember.</param>
/// <param name="Entries">Entries that are new or have changed, in the feed's order.</param>
/// <param name="Visit">What to report.</param>
public sealed record FeedReadout(FeedRecord Before, FeedRecord Record, IReadOnlyList<SightedEntry> Entries, FeedVisit Visit)
{
    public bool Answered => Visit.Outcome is "read" or "unchanged";
}

/// <summary>An entry that is new, or whose text has changed since it was last seen.</summary>
/// <param name="FirstReading">It came with the first reading of its feed.</param>
public sealed record SightedEntry(FollowedFeed Feed, Entry Entry, bool Changed, bool FirstReading);
