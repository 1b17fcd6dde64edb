namespace Monitor.Core.Feeds;

/// <summary>
/// When a feed is read next, and at which address: what is kept of it between runs. Every step gives a new schedule; none reads
/// a clock.
/// <para>The interval is a quarter of the usual time between two new entries, so that an entry waits an eighth of it on average,
/// and always between 10 minutes and 6 hours. It is learned from what the reads found, older reads counting half as much every
/// two days. After failures the wait doubles up to 24 hours and stays there: a feed is never given up, except by its outlet (410).</para>
/// </summary>
/// <param name="Due">Not read before; <see cref="DateTimeOffset.MaxValue"/> once the outlet has said that it is gone.</param>
/// <param name="Entries">New entries met, the older ones faded.</param>
/// <param name="Watched">The time in which they were met, faded alike.</param>
/// <param name="LastRead">The last read that succeeded; null before the first.</param>
/// <param name="Failures">Reads that failed since then.</param>
/// <param name="Move">The permanent redirect that the last reads met; null where there is none.</param>
public sealed record FeedSchedule(
    DateTimeOffset Due,
    double Entries,
    TimeSpan Watched,
    DateTimeOffset? LastRead = null,
    int Failures = 0,
    PermanentMove? Move = null)
{
    /// <summary>10 minutes.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    /// <summary>6 hours.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>24 hours: the longest wait after failures, and the longest that a server can ask for.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private const int FailuresBeforeOldAddress = 5;
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(2);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    public bool IsGone => Due == DateTimeOffset.MaxValue;

    /// <summary>The usual time between two reads.</summary>
    public TimeSpan Interval => Bounded(Watched / Math.Max(Entries, 0.01) / 4, Shortest, Longest);

    /// <summary>A feed that has never been read: due at once, and until it shows its own cadence every 10 minutes.</summary>
    public static FeedSchedule Start(DateTimeOffset now) => new(now, Entries: 3, Watched: TimeSpan.FromHours(2));

    public bool IsDue(DateTimeOffset now) => Due <= now;

    /// <summary>The address to ask: the feed's own, or where it has moved to for good.</summary>
    public Uri Address(Uri own) => Move is { IsSettled: true } move ? move.To : own;

    /// <summary>
    /// Should this read do without ETag and Last-Modified, in case the server answers "not modified" to everything? By chance:
    /// one read in a hundred, more of the rarer ones, so that a lie is found out within about a day.
    /// </summary>
    public bool WantsFullRead(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.NextDouble() < Math.Clamp(Interval / TimeSpan.FromDays(1), 0.01, 0.25);
    }

    /// <summary>The first read: the feed's cadence is taken from the dates of its entries of the last seven days.</summary>
    /// <param name="published">When its entries were published, in any order; dates to come are passed over.</param>
    /// <param name="movedTo">Where permanent redirects led; null where there were none.</param>
    public FeedSchedule AfterFirstRead(DateTimeOffset now, IEnumerable<DateTimeOffset> published, Uri? movedTo, Random random)
    {
        var recent = published.Where(date => date <= now && date > now - Memory).ToList();
        var learned = recent.Count == 0 ? this : this with { Entries = recent.Count, Watched = Bounded(now - recent.Min(), TimeSpan.FromHours(1), Memory) };
        return learned.Read(now, movedTo, random);
    }

    /// <summary>A read that succeeded, "not modified" included.</summary>
    /// <param name="newEntries">Entries that were never seen before.</param>
    /// <param name="movedTo">Where permanent redirects led; null where there were none.</param>
    public FeedSchedule AfterRead(DateTimeOffset now, int newEntries, Uri? movedTo, Random random)
    {
        // Whoever was away for days cannot tell how many entries came and went: a day at most is learned from.
        var elapsed = Bounded(now - (LastRead ?? now), TimeSpan.Zero, TimeSpan.FromDays(1));
        var fade = Math.Pow(0.5, elapsed / HalfLife);
        var learned = this with { Entries = (Entries * fade) + Math.Max(newEntries, 0), Watched = (Watched * fade) + elapsed };
        return learned.Read(now, movedTo, random);
    }

    /// <summary>No use could be made of the answer, or none came, or it was a wall: the wait doubles from the interval up to 24 hours.</summary>
    public FeedSchedule AfterFailure(DateTimeOffset now, Random random)
    {
        var failures = Failures + 1;
        var wait = Interval * Math.Pow(2, Math.Min(failures - 1, 10));
        return this with
        {
            Due = now + Bounded(Varied(wait, random), Shortest, LongestWait),
            Failures = failures,
            Move = failures >= FailuresBeforeOldAddress ? null : Move,
        };
    }

    /// <summary>The server asked to wait: at least that long, up to 24 hours, and never less than usual. Where it does not say, as after a failure.</summary>
    public FeedSchedule AfterRateLimit(DateTimeOffset now, TimeSpan? retryAfter, Random random)
    {
        var backedOff = AfterFailure(now, random);
        return retryAfter is { } asked ? backedOff with { Due = now + Bounded(asked, Interval, LongestWait) } : backedOff;
    }

    /// <summary>The outlet says that the feed will not come back: it is not read again until somebody starts it anew.</summary>
    public FeedSchedule AfterGone() => this with { Due = DateTimeOffset.MaxValue };

    private FeedSchedule Read(DateTimeOffset now, Uri? movedTo, Random random) => this with
    {
        Due = now + Varied(Interval, random),
        LastRead = now,
        Failures = 0,
        Move = PermanentMove.After(Move, movedTo, now),
    };

    // Up to a tenth more or less, so that feeds which began together do not stay together.
    private static TimeSpan Varied(TimeSpan interval, Random random) => interval * (0.9 + (0.2 * random.NextDouble()));

    private static TimeSpan Bounded(TimeSpan time, TimeSpan least, TimeSpan most) => time < least ? least : time > most ? most : time;
}
