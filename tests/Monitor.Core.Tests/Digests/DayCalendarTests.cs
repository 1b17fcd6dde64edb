using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Digests;

public class DayCalendarTests
{
    private const string Good = """
        id: parliament
        name: Sitting days
        through: 2027-12-31
        days:
          2026-11-10: Parliament opens
          2026-11-17 to 2026-11-19: Parliament sits
        """;

    [Fact]
    public void Reads_days_and_days_in_a_row()
    {
        var load = DayCalendar.Load("calendars/parliament.yaml", Good);

        load.Problems.ShouldBeEmpty();
        var calendar = load.Calendar.ShouldNotBeNull();
        (calendar.Id, calendar.Name, calendar.Through).ShouldBe(("parliament", "Sitting days", new DateOnly(2027, 12, 31)));
        calendar.Days.Keys.Order().ShouldBe([new(2026, 11, 10), new(2026, 11, 17), new(2026, 11, 18), new(2026, 11, 19)]);
        calendar.Days[new(2026, 11, 18)].ShouldBe("Parliament sits");
    }

    [Theory]
    [InlineData("a date that is none", "2026-11-10: P", "2026-02-30: P", 5, "\"2026-02-30\" is no day")]
    [InlineData("a date the other way round", "2026-11-10: P", "10-11-2026: P", 5, "is no day")]
    [InlineData("days that go backwards", "2026-11-17 to 2026-11-19", "2026-11-19 to 2026-11-17", 6, "must go forwards")]
    [InlineData("days without end", "2026-11-17 to 2026-11-19", "2026-11-17 to 2027-12-01", 6, "at most 366 days")]
    [InlineData("a day twice", "2026-11-10: Parliament opens", "2026-11-18: Parliament opens", 6, "2026-11-18 has a name already, \"Parliament opens\"")]
    [InlineData("a day after the last", "2027-12-31", "2026-11-18", 6, "is after through, 2026-11-18")]
    [InlineData("a last date that is none", "2027-12-31", "soon", 3, "through is \"soon\": write the last date")]
    [InlineData("a day without a name", "2026-11-10: Parliament opens", "2026-11-10:", 5, "the name of \"2026-11-10\" must be a text")]
    [InlineData("an id in capitals", "id: parliament", "id: Parliament", 1, "may hold only lower-case letters")]
    [InlineData("a key with a slip", "name: Sitting days", "nam: Sitting days", 2, "unknown key \"nam\"")]
    public void Refuses(string what, string good, string bad, int line, string message)
    {
        var load = DayCalendar.Load("calendars/parliament.yaml", Good.Replace(good, bad, StringComparison.Ordinal));

        load.Calendar.ShouldBeNull(what);
        load.Problems.ShouldContain(problem => problem.Line == line && problem.Message.Contains(message, StringComparison.Ordinal), $"{what}: {string.Join(" | ", load.Problems)}");
    }

    [Fact]
    public void Refuses_an_empty_file_and_says_what_it_needs() =>
        DayCalendar.Load("calendars/x.yaml", "").Problems.ShouldHaveSingleItem().Message.ShouldBe("is empty: it needs id, name, through and days");
}
