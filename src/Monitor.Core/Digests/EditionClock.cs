namespace Monitor.Core.Digests;

/// <summary>One appointed time of an edition.</summary>
/// <param name="Date">In the desk's zone.</param>
/// <param name="Scheduled">The instant it was due.</param>
/// <param name="From">Start of what it tells, exclusive: the last one that was completed, or else the appointment before.</param>
/// <param name="To">End of what it tells, inclusive: the instant it was due, however late it is written.</param>
/// <param name="IsLate">It is due for more than <see cref="EditionClock.Grace"/>.</param>
/// <param name="Name">
/// Names what is written for it: 2026-11-19-morning, or 2026-11-19T1700-morning for an edition with several times a day.
/// </param>
public sealed record EditionOccurrence(
    DateOnly Date,
    DateTimeOffset Scheduled,
    DateTimeOffset From,
    DateTimeOffset To,
    bool IsLate,
    string Name);

/// <summary>
/// Says whether an edition is due. Only the latest appointment that has passed is ever due: after an outage one digest goes
/// out, and its window reaches back to the last one that was completed, so that nothing is told twice or never.
/// The days of some calendars may have other times, or none. Weekdays and times are those of the desk's zone; a time that daylight saving skips or repeats comes once
/// (see <see cref="DeskZone.At"/>).
/// </summary>
public static class EditionClock
{
    /// <summary>What the schedule of the function that asks may cost, without the digest being called late.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    // A weekly edition has its appointment and the one before within this many days back, though two be skipped.
    private const int DaysBack = 36;

    /// <summary>The occurrence to be written now; null where there is none.</summary>
    /// <param name="lastCompleted">When the last completed occurrence was scheduled; null where none ever was.</param>
    /// <remarks>
    /// An edition with one time a day goes out once a day even when it is moved on that day: what it would have told is in
    /// the next one.
    /// </remarks>
    public static EditionOccurrence? Due(
        Edition edition, DeskZone zone, DateTimeOffset? lastCompleted, DateTimeOffset now, IReadOnlyList<DayCalendar>? calendars = null)
    {
        var passed = Passed(edition, zone, now, calendars ?? []).Take(2).ToList();
        if (passed.Count == 0 || passed[0].Scheduled <= lastCompleted)
        {
            return null;
        }

        var (date, time, scheduled) = passed[0];
        var times = edition.TimesOn(date, calendars ?? []).Count;
        if (times == 1 && lastCompleted is { } last && zone.DateOf(last) == date)
        {
            return null;
        }

        var from = lastCompleted ?? (passed.Count > 1 ? passed[1].Scheduled : scheduled.AddDays(-1));
        var timeInName = times > 1 ? $"T{time:HHmm}" : string.Empty;
        return new(date, scheduled, from, scheduled, now - scheduled > Grace, $"{date:yyyy-MM-dd}{timeInName}-{edition.Id}");
    }

    // The appointments that have passed, the latest first.
    private static IEnumerable<(DateOnly Date, TimeOnly Time, DateTimeOffset Scheduled)> Passed(
        Edition edition, DeskZone zone, DateTimeOffset now, IReadOnlyList<DayCalendar> calendars)
    {
        var today = zone.DateOf(now);
        return Enumerable.Range(0, DaysBack)
            .Select(back => today.AddDays(-back))
            .SelectMany(date => edition.TimesOn(date, calendars).Select(time => (Date: date, Time: time, Scheduled: zone.At(date, time))))
            .Where(appointment => appointment.Scheduled <= now)
            .DistinctBy(appointment => appointment.Scheduled)
            .OrderByDescending(appointment => appointment.Scheduled);
    }
}
