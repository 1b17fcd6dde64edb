using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Digests;

/// <summary>The calendars that a desk starts from, held to the rules of the Acts that they name.</summary>
public class SeedCalendarsTests
{
    public static TheoryData<int> Years => [2026, 2027];

    [Theory]
    [MemberData(nameof(Years))]
    public void New_Zealand_has_the_holidays_of_the_Holidays_Act(int year)
    {
        var easter = Easter(year);
        var expected = new SortedDictionary<DateOnly, string>
        {
            [easter.AddDays(-2)] = "Good Friday",
            [easter.AddDays(1)] = "Easter Monday",
            [Nth(DayOfWeek.Monday, 1, year, 6)] = "King’s Birthday",
            [Nth(DayOfWeek.Monday, 4, year, 10)] = "Labour Day",
            // The Matariki Act lists the dates: a Friday near the rising of the stars, which no sum gives.
            [year == 2026 ? new(2026, 7, 10) : new(2027, 6, 25)] = "Matariki",
        };
        Mondayised(expected, "Waitangi Day", new(year, 2, 6));
        Mondayised(expected, "Anzac Day", new(year, 4, 25));
        InAPair(expected, ("New Year’s Day", new(year, 1, 1)), ("Day after New Year’s Day", new(year, 1, 2)));
        InAPair(expected, ("Christmas Day", new(year, 12, 25)), ("Boxing Day", new(year, 12, 26)));

        Of("nz-holidays", year).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Australia_has_the_days_that_every_state_keeps_on_one_date(int year)
    {
        var easter = Easter(year);

        Of("au-national-days", year).ShouldBe(new SortedDictionary<DateOnly, string>
        {
            [new(year, 1, 1)] = "New Year’s Day",
            [new(year, 1, 26)] = "Australia Day",
            [easter.AddDays(-2)] = "Good Friday",
            [easter.AddDays(1)] = "Easter Monday",
            [new(year, 4, 25)] = "Anzac Day",
            [new(year, 12, 25)] = "Christmas Day",
            [new(year, 12, 26)] = "Boxing Day",
        });
    }

    [Theory]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_is_reckoned_rightly(int year, string date) => Easter(year).ShouldBe(DateOnly.Parse(date));

    private static SortedDictionary<DateOnly, string> Of(string id, int year)
    {
        var file = $"calendars/{id}.yaml";
        var load = DayCalendar.Load(file, File.ReadAllText(Path.Combine(Root(), "seeds", file)));
        load.Problems.ShouldBeEmpty();
        load.Calendar!.Id.ShouldBe(id);
        load.Calendar.Through.ShouldBe(new DateOnly(2027, 12, 31));
        return new(load.Calendar.Days.Where(day => day.Key.Year == year).ToDictionary());
    }

    // Section 45A: on a Saturday or Sunday it is kept on the Monday after.
    private static void Mondayised(SortedDictionary<DateOnly, string> days, string name, DateOnly day)
    {
        days[day] = name;
        for (var kept = day; IsWeekend(day) && kept <= day.AddDays(2); kept = kept.AddDays(1))
        {
            if (kept.DayOfWeek == DayOfWeek.Monday)
            {
                days[kept] = $"{name} (observed)";
            }
        }
    }

    // Section 45: of two days in a row one on a Saturday is kept on the Monday after, one on a Sunday on the Tuesday.
    private static void InAPair(SortedDictionary<DateOnly, string> days, params (string Name, DateOnly Day)[] pair)
    {
        foreach (var (name, day) in pair)
        {
            days[day] = name;
            if (IsWeekend(day))
            {
                days[day.AddDays(2)] = $"{name} (observed)";
            }
        }
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Nth(DayOfWeek weekday, int nth, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }

    /// <summary>The Gregorian rule as it was published in Nature in 1876.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Monitor.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the repository was not found");
        }

        return folder;
    }
}
