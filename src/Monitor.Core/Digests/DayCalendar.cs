namespace Monitor.Core.Digests;

/// <summary>Days that have a name: public holidays, days on which a parliament sits. One file a calendar.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; editions name it.</param>
/// <param name="Name">For people, such as "New Zealand public holidays".</param>
/// <param name="Through">The last date that the file speaks of: a later day without a name may have one.</param>
/// <param name="Days">What a day is called, such as "Waitangi Day".</param>
public sealed record DayCalendar(string Id, string Name, DateOnly Through, IReadOnlyDictionary<DateOnly, string> Days)
{
    /// <summary>Reads a calendar file strictly. Never throws; any problem refuses the file.</summary>
    /// <param name="fileName">As it shall stand in the problems.</param>
    public static CalendarLoad Load(string fileName, string text) =>
        new CalendarReader(new DeskYaml(fileName, "id, name, through and days")).Read(text);
}

/// <summary>What came of loading a calendar.</summary>
/// <param name="Calendar">Null where the file was refused.</param>
/// <param name="Problems">In order of line; empty for a good file.</param>
public sealed record CalendarLoad(DayCalendar? Calendar, IReadOnlyList<ConfigProblem> Problems);
