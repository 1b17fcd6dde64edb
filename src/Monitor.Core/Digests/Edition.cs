namespace Monitor.Core.Digests;

/// <summary>A scheduled digest.</summary>
/// <param name="Id">Stable: it names the digests that were written. Lower-case letters, digits and hyphens.</param>
/// <param name="Name">For people, such as "Morning digest".</param>
/// <param name="At">Local times in the desk's zone, ascending, at least one.</param>
/// <param name="Days">Weekdays in the desk's zone, Monday first, at least one.</param>
/// <param name="Topics">Ids of the topics it follows, in the order of the mail.</param>
/// <param name="Recipients">Ids of the groups that get it.</param>
public sealed record Edition(
    string Id,
    string Name,
    IReadOnlyList<TimeOnly> At,
    IReadOnlyList<DayOfWeek> Days,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Recipients);
