namespace Monitor.Core.Digests;

/// <summary>A scheduled digest.</summary>
/// <param name="Id">Stable: it names the digests that were written. Lower-case letters, digits and hyphens.</param>
/// <param name="Name">For people, such as "Morning digest".</param>
/// <param name="At">Local times in the desk's zone, ascending, at least one.</param>
/// <param name="Days">Weekdays in the desk's zone, Monday first, at least one.</param>
/// <param name="Topics">Ids of the topics it follows, in the order of the mail.</param>
/// <param name="Recipients">Ids of the groups that get it.</param>
/// <param name="On">What is otherwise on the days of some calendars; of several that name a day the first counts.</param>
/// <param name="Was">Ids that it had before: what was completed under them was completed by it.</param>
public sealed record Edition(
    string Id,
    string Name,
    IReadOnlyList<TimeOnly> At,
    IReadOnlyList<DayOfWeek> Days,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<DayRule>? On = null,
    IReadOnlyList<string>? Was = null)
{
    /// <summary>Its local times on a date, ascending; empty where it does not come.</summary>
    public IReadOnlyList<TimeOnly> TimesOn(DateOnly date, IReadOnlyList<DayCalendar> calendars)
    {
        if (!Days.Contains(date.DayOfWeek))
        {
            return [];
        }

        var rule = On?.FirstOrDefault(rule => calendars.Any(calendar => calendar.Id == rule.Calendar && calendar.Days.ContainsKey(date)));
        return rule?.At ?? At;
    }
}

/// <summary>An edition's times on the days of a calendar.</summary>
/// <param name="Calendar">The calendar's id.</param>
/// <param name="At">Ascending; empty where the edition is skipped: what it would have told is in the next one.</param>
public sealed record DayRule(string Calendar, IReadOnlyList<TimeOnly> At);
