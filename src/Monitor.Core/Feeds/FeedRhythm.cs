using Monitor.Core.Digests;

namespace Monitor.Core.Feeds;

/// <summary>
/// When in the week a feed usually shows something new, and so when its silence means something. Every step gives a new
/// rhythm; none reads a clock.
/// <list type="number">
/// <item>New entries are counted by the local hour of the week. Counts and the time watched fade alike, by half in four weeks.</item>
/// <item>What an hour usually brings is its own count, leaning on the same hour of the other days while weeks are few.</item>
/// <item>A silence is as long as the entries that would usually have come in it: a night or a weekend hardly counts.</item>
/// <item>It is well past the usual when it is twice the longest one lately, and never less than six entries or three hours.</item>
/// </list>
/// Only new entries teach: a feed that has died keeps the rhythm it had, and so stays overdue until it shows something.
/// </summary>
/// <param name="Hours">Entries by the hour of the week, faded; 168, or none where nothing was learned.</param>
/// <param name="Watched">The time in which they came, faded.</param>
/// <param name="Longest">The longest silence between two entries, in entries that would usually have come in it, faded.</param>
/// <param name="LearnedTo">The newest entry that was learned from; null before the first.</param>
public sealed record FeedRhythm(IReadOnlyList<float> Hours, TimeSpan Watched, double Longest, DateTimeOffset? LearnedTo)
{
    private const int HoursOfWeek = 168;
    private const double FewestEntries = 4;
    private const double LeastOverdue = 6;
    private const double LongestCounted = 24;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(28);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(56);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromHours(3);

    public static FeedRhythm Unknown { get; } = new([], TimeSpan.Zero, 0, null);

    private double WeeksWatched => Math.Max(Watched / Week, 1.0 / 7);

    /// <summary>More than a week was watched and a handful of entries met: from here on silence is judged.</summary>
    public bool IsKnown => Watched >= Week && Hours.Sum() >= FewestEntries;

    /// <summary>Usual entries a day; null until a day was watched.</summary>
    public double? EntriesADay => Watched >= TimeSpan.FromDays(1) ? Hours.Sum() / Watched.TotalDays : null;

    /// <summary>
    /// What a feed shows when it is read for the first time: the dates of its last eight weeks, back from its newest entry, so
    /// that a feed which died long ago is known to be overdue at once.
    /// </summary>
    /// <param name="published">In any order; dates after <paramref name="now"/> are passed over.</param>
    public static FeedRhythm From(IEnumerable<DateTimeOffset> published, DateTimeOffset now, DeskZone zone)
    {
        var dates = published.Where(date => date <= now).Order().ToList();
        if (dates.Count == 0)
        {
            return Unknown;
        }

        var recent = dates.Where(date => date > dates[^1] - Memory).ToList();
        var start = Unknown with { LearnedTo = recent[0] };
        return recent.Skip(1).Aggregate(start.Counted(recent[0], zone), (rhythm, date) => rhythm.After(date, 1, zone));
    }

    /// <summary>New entries were met.</summary>
    /// <param name="at">When they came: published, or seen where that is not known.</param>
    public FeedRhythm After(DateTimeOffset at, int newEntries, DeskZone zone)
    {
        if (newEntries <= 0)
        {
            return this;
        }

        if (LearnedTo is not { } last || at <= last)
        {
            var counted = Enumerable.Range(0, newEntries).Aggregate(this, (rhythm, _) => rhythm.Counted(at, zone));
            return counted with { LearnedTo = LearnedTo ?? at };
        }

        var elapsed = at - last;
        var fade = Math.Pow(0.5, elapsed / HalfLife);
        var silence = IsKnown ? Math.Min(Missed(last, at, zone), LongestCounted) : 0;
        var aged = this with
        {
            Hours = [.. Hours.Select(count => (float)Math.Round(count * fade, 3))],
            // A silence of weeks says little of the hours that it covers: a week of it is learned from.
            Watched = (Watched * fade) + (elapsed < Week ? elapsed : Week),
            Longest = Math.Round(Math.Max(Longest * fade, silence), 2),
            LearnedTo = at,
        };
        return Enumerable.Range(0, newEntries).Aggregate(aged, (rhythm, _) => rhythm.Counted(at, zone));
    }

    /// <summary>Has the feed been silent well past what is usual at these hours?</summary>
    /// <param name="lastNewEntry">When it last showed something new.</param>
    /// <param name="lastRead">When it was last read: a silence that nobody listened to proves nothing.</param>
    public bool IsOverdue(DateTimeOffset lastNewEntry, DateTimeOffset lastRead, DeskZone zone) =>
        IsKnown
        && lastRead - lastNewEntry >= ShortestSilence
        && Missed(lastNewEntry, lastRead, zone) >= Math.Max(2 * Longest, LeastOverdue);

    /// <summary>Entries that would usually have come between two instants.</summary>
    public double Missed(DateTimeOffset from, DateTimeOffset to, DeskZone zone)
    {
        if (Hours.Count != HoursOfWeek || to <= from)
        {
            return 0;
        }

        var weeks = Math.Floor((to - from) / Week);
        var missed = weeks * Hours.Sum() / WeeksWatched;
        for (var at = from + (Week * weeks); at < to;)
        {
            var next = at + TimeSpan.FromHours(1);
            missed += Usual(zone.HourOfWeek(at)) * ((next < to ? next : to) - at).TotalHours;
            at = next;
        }

        return missed;
    }

    // Entries in an hour. One week's weight is the mean of that hour over all days.
    private double Usual(int hour)
    {
        var sameHour = 0.0;
        for (var other = hour % 24; other < HoursOfWeek; other += 24)
        {
            sameHour += Hours[other];
        }

        return (Hours[hour] + (sameHour / 7 / WeeksWatched)) / (WeeksWatched + 1);
    }

    private FeedRhythm Counted(DateTimeOffset at, DeskZone zone)
    {
        var hours = Hours.Count == HoursOfWeek ? Hours.ToArray() : new float[HoursOfWeek];
        hours[zone.HourOfWeek(at)]++;
        return this with { Hours = hours };
    }
}
