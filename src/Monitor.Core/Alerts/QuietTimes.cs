using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>When alerts wait, by the desk's clock and calendar.</summary>
/// <param name="From">Start of the quiet hours, inclusive; null where only days are quiet.</param>
/// <param name="Until">Their end, exclusive; at or before <paramref name="From"/> it is that of the next day.</param>
/// <param name="Days">Days that are quiet from midnight to midnight; never all seven.</param>
/// <param name="ExceptHigh">Topics of high severity do not wait.</param>
public sealed record QuietTimes(TimeOnly? From, TimeOnly? Until, IReadOnlyList<DayOfWeek> Days, bool ExceptHigh = false)
{
    private const int DaysAhead = 9;

    /// <summary>
    /// When the quiet in which an instant lies is over: the first instant after it that is not quiet. Null where it is not quiet.
    /// Hours that daylight saving skips end with the gap; of hours that it repeats the first pass counts, and quiet ends once.
    /// </summary>
    public DateTimeOffset? EndOf(DateTimeOffset instant, DeskZone zone) => EndOfFirst(instant, instant, zone);

    /// <summary>When the first quiet that touches a time (both ends inclusive, at most a week) is over; null where none does.</summary>
    public DateTimeOffset? EndOfFirst(DateTimeOffset from, DateTimeOffset to, DeskZone zone)
    {
        var stretches = Stretches(zone.DateOf(from).AddDays(-1), zone).Where(stretch => stretch.Until > from && stretch.From <= to).ToList();
        if (stretches.Count == 0)
        {
            return null;
        }

        var end = stretches.Min(stretch => stretch.From) is var start && start > from ? start : from;
        var all = Stretches(zone.DateOf(end).AddDays(-1), zone).ToList();
        while (all.Exists(stretch => stretch.From <= end && end < stretch.Until))
        {
            end = all.Where(stretch => stretch.From <= end).Max(stretch => stretch.Until);
        }

        return end;
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Stretches(DateOnly first, DeskZone zone)
    {
        for (var date = first; date < first.AddDays(DaysAhead); date = date.AddDays(1))
        {
            if (From is { } from && Until is { } until)
            {
                yield return (zone.At(date, from), zone.At(until <= from ? date.AddDays(1) : date, until));
            }

            if (Days.Contains(date.DayOfWeek))
            {
                yield return (zone.At(date, TimeOnly.MinValue), zone.At(date.AddDays(1), TimeOnly.MinValue));
            }
        }
    }
}
