using Monitor.Core.Digests;
using Monitor.Core.Feeds;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>What is remembered of a feed from one run to the next. Whether it is stale follows from it and is not kept.</summary>
public sealed record FeedRecord
{
    /// <summary>Runs come every ten minutes: what falls due before half of that is over is read now, not in the next run.</summary>
    private static readonly TimeSpan HalfARun = TimeSpan.FromMinutes(5);

    public required string Id { get; init; }

    /// <summary>The address in feeds.opml that this was learned under; where that one changes, the schedule starts anew.</summary>
    public Uri? Address { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>When it was read for the first time; null while it never was. The first reading alerts nobody.</summary>
    public DateTimeOffset? FirstReadAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>When an entry was last new; of the first reading, when the newest was published.</summary>
    public DateTimeOffset? LastNewEntryAt { get; init; }

    /// <summary>Never <see cref="FeedState.Stale"/>: see <see cref="Health"/>.</summary>
    public FeedState State { get; init; } = FeedState.Working;

    /// <summary>Since when it works, or since when it does not, whatever the trouble has changed into since then.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What is wrong with it, in one clause; empty while it works.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What came of the last attempt, as in <see cref="Runs.FeedVisit.Outcome"/>; empty before the first.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Attempts in a row that came to this; "read" and "unchanged" are one.</summary>
    public int Streak { get; init; }

    /// <summary>The trouble before the present good time; null where there was none.</summary>
    public PastTrouble? PastTrouble { get; init; }

    /// <summary>Null before the first attempt.</summary>
    public FeedSchedule? Schedule { get; init; }

    public FeedRhythm Rhythm { get; init; } = FeedRhythm.Unknown;

    /// <summary>The entries that it has shown (<see cref="PackedSeen"/>).</summary>
    public ReadOnlyMemory<byte> Seen { get; init; }

    public static FeedRecord New(string id) => new() { Id = id };

    /// <summary>Due, or last asked in what is now the future (a clock was set back), or followed at another address now.</summary>
    public bool IsDue(FollowedFeed feed, DateTimeOffset now)
    {
        if (Schedule is null || Address != feed.Url)
        {
            return true;
        }

        // What a server asked for after a refusal is obeyed to the second.
        return Schedule.IsDue(Schedule.Failures == 0 ? now + HalfARun : now) || (LastAttemptAt > now && !Schedule.IsGone);
    }

    public FeedHealth Health(FollowedFeed feed, DeskZone zone)
    {
        var isStale = IsStale(zone);
        return new FeedHealth(
            feed.Id,
            feed.Name,
            isStale ? FeedState.Stale : State,
            isStale ? LastNewEntryAt : Since,
            isStale ? StaleDetail() : Detail,
            Schedule?.LastRead,
            LastNewEntryAt,
            Outcome,
            Streak,
            Rhythm.EntriesADay is { } entries ? Math.Round(entries, 2) : null,
            Schedule is { IsGone: false } ? Schedule.Due : null,
            Schedule?.Move is { IsSettled: true } move ? move.To : null);
    }

    /// <summary>It answers, and has shown nothing new for much longer than is usual at these hours.</summary>
    public bool IsStale(DeskZone zone) =>
        State == FeedState.Working
        && LastNewEntryAt is { } last && Schedule?.LastRead is { } read
        && Rhythm.IsOverdue(last, read, zone);

    private string StaleDetail() => Rhythm.EntriesADay switch
    {
        >= 1.5 and { } entries => $"usually {entries:0} entries a day",
        { } entries => $"usually an entry every {Math.Max(1, Math.Round(1 / entries)):0} days",
        null => "",
    };
}

/// <summary>A trouble that is over.</summary>
/// <param name="State">What it was last.</param>
/// <param name="Since">When it began; with the feed's id and the state, what operations were told by.</param>
public sealed record PastTrouble(FeedState State, DateTimeOffset Since, DateTimeOffset Until);
