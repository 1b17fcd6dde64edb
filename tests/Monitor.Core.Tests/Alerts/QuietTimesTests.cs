using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Alerts;

public class QuietTimesTests
{
    private static readonly DeskZone Auckland = DeskZone.Find("Pacific/Auckland")!;

    private static readonly QuietTimes Nights = new(new TimeOnly(21, 30), new TimeOnly(6, 30), []);

    [Theory]
    [InlineData("an evening before them", "2026-11-19 21:29", null)]
    [InlineData("their first minute", "2026-11-19 21:30", "2026-11-20 06:30")]
    [InlineData("past midnight", "2026-11-20 03:00", "2026-11-20 06:30")]
    [InlineData("their last minute", "2026-11-20 06:29", "2026-11-20 06:30")]
    [InlineData("the minute they are over", "2026-11-20 06:30", null)]
    public void Quiet_hours_may_pass_midnight(string what, string at, string? end) => EndOf(Nights, at).ShouldBe(end, what);

    [Theory]
    [InlineData("the morning", "2026-11-19 11:59", null)]
    [InlineData("noon", "2026-11-19 12:00", "2026-11-19 13:00")]
    [InlineData("one o'clock", "2026-11-19 13:00", null)]
    public void Quiet_hours_may_lie_within_a_day(string what, string at, string? end) =>
        EndOf(new QuietTimes(new TimeOnly(12, 0), new TimeOnly(13, 0), []), at).ShouldBe(end, what);

    // 2026-11-21 is a Saturday.
    [Theory]
    [InlineData("Friday's last minute", "2026-11-20 23:59", null)]
    [InlineData("Saturday's first", "2026-11-21 00:00", "2026-11-23 00:00")]
    [InlineData("Sunday noon", "2026-11-22 12:00", "2026-11-23 00:00")]
    [InlineData("Monday", "2026-11-23 00:00", null)]
    public void Quiet_days_go_from_midnight_to_midnight(string what, string at, string? end) =>
        EndOf(new QuietTimes(null, null, [DayOfWeek.Saturday, DayOfWeek.Sunday]), at).ShouldBe(end, what);

    [Fact]
    public void Hours_and_days_that_meet_are_one_quiet_with_one_end() =>
        EndOf(Nights with { Days = [DayOfWeek.Saturday, DayOfWeek.Sunday] }, "2026-11-20 22:00").ShouldBe("2026-11-23 06:30");

    [Fact]
    public void Six_quiet_days_end_on_the_seventh() =>
        EndOf(Nights with { Days = [.. Enum.GetValues<DayOfWeek>().Where(day => day != DayOfWeek.Wednesday)] }, "2026-11-18 21:30")
            .ShouldBe("2026-11-25 06:30");

    // Clocks go from 2:00 to 3:00 on 27 September 2026, and from 3:00 back to 2:00 on 4 April 2027.
    [Fact]
    public void The_night_that_loses_an_hour_ends_by_the_clock() =>
        (Nights.EndOf(Utc("2026-09-26T10:00:00Z"), Auckland) - Utc("2026-09-26T10:00:00Z")).ShouldBe(TimeSpan.FromHours(7.5));

    [Fact]
    public void An_end_that_the_clocks_skip_comes_after_the_gap() =>
        EndOf(new QuietTimes(new TimeOnly(22, 0), new TimeOnly(2, 30), []), "2026-09-26 23:00").ShouldBe("2026-09-27 03:30");

    [Fact]
    public void An_end_that_the_clocks_repeat_comes_once()
    {
        var quiet = new QuietTimes(new TimeOnly(22, 0), new TimeOnly(2, 30), []);
        var first = Utc("2027-04-03T13:30:00Z");

        quiet.EndOf(first.AddMinutes(-1), Auckland).ShouldBe(first);
        quiet.EndOf(first, Auckland).ShouldBeNull();
        // 2:10 for the second time.
        quiet.EndOf(Utc("2027-04-03T14:10:00Z"), Auckland).ShouldBeNull();
    }

    [Theory]
    [InlineData("Pacific/Auckland", "2026-11-18T17:51:20Z", "2026-11-18T17:00:00Z")]
    [InlineData("Australia/Adelaide", "2026-11-18T17:51:20Z", "2026-11-18T17:30:00Z")]
    [InlineData("Pacific/Chatham", "2026-11-18T17:51:20Z", "2026-11-18T17:15:00Z")]
    public void An_hour_is_one_of_the_local_clock(string zone, string at, string start) =>
        DeskZone.Find(zone)!.StartOfHour(Utc(at)).ShouldBe(Utc(start));

    private static string? EndOf(QuietTimes quiet, string local)
    {
        var at = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var instant = Auckland.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
        return quiet.EndOf(instant, Auckland) is { } end
            ? TimeZoneless(end)
            : null;
    }

    // "2026-11-20 06:30" in Auckland, read off the zone's own words.
    private static string TimeZoneless(DateTimeOffset end) =>
        $"{Auckland.DateOf(end):yyyy-MM-dd} {TimeOnly.Parse(Auckland.Time(end), CultureInfo.InvariantCulture):HH:mm}";

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
