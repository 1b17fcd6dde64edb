using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Digests;

/// <summary>Times are local to Auckland; 19 November 2026 is a Thursday.</summary>
public class EditionClockTests
{
    private static readonly DeskZone Auckland = DeskZone.Find("Pacific/Auckland")!;
    private static readonly Edition Daily = Edition(["07:00"]);

    [Fact]
    public void Is_not_due_a_second_before_its_time() =>
        EditionClock.Due(Daily, Auckland, At("2026-11-18 07:00"), At("2026-11-19 07:00").AddSeconds(-1)).ShouldBeNull();

    [Fact]
    public void Is_due_at_its_time_and_tells_of_the_day_since_the_last()
    {
        var due = EditionClock.Due(Daily, Auckland, At("2026-11-18 07:00"), At("2026-11-19 07:00"));

        due.ShouldBe(new EditionOccurrence(
            new DateOnly(2026, 11, 19), At("2026-11-19 07:00"), At("2026-11-18 07:00"), At("2026-11-19 07:00"), IsLate: false, "2026-11-19-morning"));
        due!.Scheduled.ShouldBe(DateTimeOffset.Parse("2026-11-18T18:00:00Z"));
    }

    [Fact]
    public void Is_not_due_again_once_completed() =>
        EditionClock.Due(Daily, Auckland, At("2026-11-19 07:00"), At("2026-11-19 23:59")).ShouldBeNull();

    [Fact]
    public void The_first_one_ever_reaches_back_to_the_appointment_before() =>
        EditionClock.Due(Daily, Auckland, null, At("2026-11-19 07:05"))!.From.ShouldBe(At("2026-11-18 07:00"));

    [Theory]
    [InlineData("2026-11-19 07:15", false)]
    [InlineData("2026-11-19 07:16", true)]
    public void Is_late_after_a_quarter_of_an_hour(string now, bool late) =>
        EditionClock.Due(Daily, Auckland, At("2026-11-18 07:00"), At(now))!.IsLate.ShouldBe(late);

    [Fact]
    public void After_an_outage_over_its_hour_it_ends_at_its_hour_all_the_same() =>
        EditionClock.Due(Daily, Auckland, At("2026-11-18 07:00"), At("2026-11-19 11:40"))!.To.ShouldBe(At("2026-11-19 07:00"));

    [Fact]
    public void After_an_outage_of_days_only_the_latest_goes_out_and_tells_of_everything_missed()
    {
        var due = EditionClock.Due(Daily, Auckland, At("2026-10-02 07:00"), At("2026-11-19 06:00"))!;

        due.Scheduled.ShouldBe(At("2026-11-18 07:00"));
        due.From.ShouldBe(At("2026-10-02 07:00"));
        due.IsLate.ShouldBeTrue();
        EditionClock.Due(Daily, Auckland, due.Scheduled, At("2026-11-19 06:00")).ShouldBeNull();
    }

    [Fact]
    public void Several_times_a_day_follow_one_another()
    {
        var edition = Edition(["07:00", "17:00"]);

        EditionClock.Due(edition, Auckland, At("2026-11-18 17:00"), At("2026-11-19 07:00"))!.From.ShouldBe(At("2026-11-18 17:00"));
        EditionClock.Due(edition, Auckland, At("2026-11-19 07:00"), At("2026-11-19 16:59")).ShouldBeNull();
        EditionClock.Due(edition, Auckland, At("2026-11-19 07:00"), At("2026-11-19 17:00"))!.From.ShouldBe(At("2026-11-19 07:00"));
        EditionClock.Due(edition, Auckland, null, At("2026-11-19 17:00"))!.From.ShouldBe(At("2026-11-19 07:00"));
    }

    [Fact]
    public void Each_time_of_a_day_has_its_own_name()
    {
        var edition = Edition(["07:00", "17:00"]);

        EditionClock.Due(edition, Auckland, null, At("2026-11-19 07:00"))!.Name.ShouldBe("2026-11-19T0700-morning");
        EditionClock.Due(edition, Auckland, null, At("2026-11-19 17:00"))!.Name.ShouldBe("2026-11-19T1700-morning");
    }

    [Fact]
    public void The_weekday_is_the_desks_and_not_the_one_in_UTC()
    {
        // Monday 07:00 in Auckland is Sunday evening in UTC.
        var mondays = Edition(["07:00"], DayOfWeek.Monday);

        EditionClock.Due(mondays, Auckland, At("2026-11-16 07:00"), At("2026-11-23 07:00"))!.Date.DayOfWeek.ShouldBe(DayOfWeek.Monday);
        EditionClock.Due(mondays, Auckland, At("2026-11-23 07:00"), At("2026-11-24 07:00")).ShouldBeNull();
    }

    [Fact]
    public void Monday_tells_of_the_weekend_where_the_weekend_has_no_edition() =>
        EditionClock.Due(
            Edition(["07:00"], DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday),
            Auckland, null, At("2026-11-23 07:00"))!.From.ShouldBe(At("2026-11-20 07:00"));

    [Fact]
    public void A_weekly_one_reaches_back_a_week_the_first_time() =>
        EditionClock.Due(Edition(["16:00"], DayOfWeek.Friday), Auckland, null, At("2026-11-26 09:00"))!
            .ShouldSatisfyAllConditions(
                due => due.Scheduled.ShouldBe(At("2026-11-20 16:00")),
                due => due.From.ShouldBe(At("2026-11-13 16:00")));

    [Theory]
    [InlineData("clocks go forward", "2026-09-26 07:00", "2026-09-27 07:00", 23)]
    [InlineData("clocks go back", "2026-04-04 07:00", "2026-04-05 07:00", 25)]
    public void Keeps_its_local_hour_when(string change, string before, string after, int hours)
    {
        var due = EditionClock.Due(Daily, Auckland, At(before), At(after)).ShouldNotBeNull(change);

        (due.To - due.From).TotalHours.ShouldBe(hours, change);
        EditionClock.Due(Daily, Auckland, At(before), At(after).AddMinutes(-1)).ShouldBeNull(change);
    }

    [Fact]
    public void An_hour_that_is_skipped_comes_once()
    {
        // On 27 September 2026 the clock goes from 02:00 to 03:00.
        var edition = Edition(["02:30"]);
        var due = EditionClock.Due(edition, Auckland, At("2026-09-26 02:30"), At("2026-09-27 09:00"))!;

        due.Date.ShouldBe(new DateOnly(2026, 9, 27));
        EditionClock.Due(edition, Auckland, due.Scheduled, At("2026-09-28 02:29")).ShouldBeNull();
        EditionClock.Due(edition, Auckland, due.Scheduled, At("2026-09-28 02:30"))!.From.ShouldBe(due.Scheduled);
    }

    [Fact]
    public void An_hour_that_is_repeated_comes_once()
    {
        // On 5 April 2026 the hour from 02:00 comes twice: at 13:00 and at 14:00 UTC.
        var edition = Edition(["02:30"]);
        var due = EditionClock.Due(edition, Auckland, At("2026-04-04 02:30"), DateTimeOffset.Parse("2026-04-04T13:30:00Z"))!;

        due.Scheduled.ShouldBe(DateTimeOffset.Parse("2026-04-04T13:30:00Z"));
        EditionClock.Due(edition, Auckland, due.Scheduled, DateTimeOffset.Parse("2026-04-04T14:30:00Z")).ShouldBeNull();
    }

    [Fact]
    public void Two_times_that_daylight_saving_makes_one_come_once()
    {
        var edition = Edition(["02:30", "03:30"]);
        var due = EditionClock.Due(edition, Auckland, At("2026-09-26 03:30"), At("2026-09-27 04:00"))!;

        due.From.ShouldBe(At("2026-09-26 03:30"));
        EditionClock.Due(edition, Auckland, due.Scheduled, At("2026-09-27 04:00")).ShouldBeNull();
        EditionClock.Due(edition, Auckland, null, At("2026-09-27 04:00"))!.From.ShouldBe(At("2026-09-26 03:30"));
    }

    [Fact]
    public void Moved_to_later_on_the_day_it_went_out_it_waits_for_the_next_day()
    {
        var moved = Edition(["09:00"]);

        EditionClock.Due(moved, Auckland, At("2026-11-19 07:00"), At("2026-11-19 09:00")).ShouldBeNull();
        EditionClock.Due(moved, Auckland, At("2026-11-19 07:00"), At("2026-11-20 09:00"))!.From.ShouldBe(At("2026-11-19 07:00"));
    }

    [Fact]
    public void Moved_to_earlier_before_it_went_out_it_is_due() =>
        EditionClock.Due(Edition(["07:00"]), Auckland, At("2026-11-18 09:00"), At("2026-11-19 08:00"))!.Scheduled.ShouldBe(At("2026-11-19 07:00"));

    [Fact]
    public void A_completed_one_in_the_future_is_not_overtaken() =>
        EditionClock.Due(Daily, Auckland, At("2026-12-01 07:00"), At("2026-11-19 07:00")).ShouldBeNull();

    [Fact]
    public void On_a_sitting_day_it_comes_at_the_hour_of_sitting_days()
    {
        var edition = Daily with { On = [new DayRule("parliament", [new TimeOnly(6, 30)])] };

        EditionClock.Due(edition, Auckland, At("2026-11-18 06:30"), At("2026-11-19 06:30"), Calendars)!.Scheduled.ShouldBe(At("2026-11-19 06:30"));
        EditionClock.Due(edition, Auckland, At("2026-11-19 06:30"), At("2026-11-19 07:00"), Calendars).ShouldBeNull();
        EditionClock.Due(edition, Auckland, At("2026-11-19 06:30"), At("2026-11-20 06:59"), Calendars).ShouldBeNull();
        EditionClock.Due(edition, Auckland, At("2026-11-19 06:30"), At("2026-11-20 07:00"), Calendars)!.Name.ShouldBe("2026-11-20-morning");
    }

    [Fact]
    public void Skipped_on_a_holiday_it_tells_of_two_days_on_the_next()
    {
        var edition = Daily with { On = [new DayRule("holidays", []), new DayRule("parliament", [new TimeOnly(6, 30)])] };

        EditionClock.Due(edition, Auckland, At("2026-11-22 07:00"), At("2026-11-23 12:00"), Calendars).ShouldBeNull();
        var due = EditionClock.Due(edition, Auckland, At("2026-11-22 07:00"), At("2026-11-24 07:00"), Calendars)!;
        (due.From, due.To).ShouldBe((At("2026-11-22 07:00"), At("2026-11-24 07:00")));
        EditionClock.Due(edition, Auckland, null, At("2026-11-24 07:00"), Calendars)!.From.ShouldBe(At("2026-11-22 07:00"));
    }

    [Fact]
    public void Of_two_calendars_that_name_a_day_the_first_rule_counts()
    {
        var both = new DayCalendar("parliament", "", new(2027, 1, 1), new Dictionary<DateOnly, string> { [new(2026, 11, 23)] = "Parliament sits" });
        var edition = Daily with { On = [new DayRule("parliament", [new TimeOnly(6, 30)]), new DayRule("holidays", [])] };

        edition.TimesOn(new(2026, 11, 23), [.. Calendars, both]).ShouldBe([new TimeOnly(6, 30)]);
    }

    [Fact]
    public void A_calendar_adds_no_weekday_that_the_edition_has_not()
    {
        var edition = Edition(["07:00"], DayOfWeek.Friday) with { On = [new DayRule("parliament", [new TimeOnly(6, 30)])] };

        edition.TimesOn(new(2026, 11, 19), Calendars).ShouldBeEmpty();
    }

    [Fact]
    public void Several_times_on_a_calendars_day_have_names_of_their_own() =>
        EditionClock.Due(
            Daily with { On = [new DayRule("parliament", [new TimeOnly(6, 30), new TimeOnly(17, 0)])] }, Auckland,
            At("2026-11-19 06:30"), At("2026-11-19 17:00"), Calendars)!.Name.ShouldBe("2026-11-19T1700-morning");

    [Fact]
    public void A_day_that_is_shifted_to_later_after_it_went_out_is_not_told_again() =>
        EditionClock.Due(
            Daily with { On = [new DayRule("parliament", [new TimeOnly(9, 0)])] }, Auckland,
            At("2026-11-19 07:00"), At("2026-11-19 09:00"), Calendars).ShouldBeNull();

    [Fact]
    public void A_weekly_one_that_was_skipped_twice_still_has_the_one_before()
    {
        var summer = new DayCalendar("summer", "", new(2027, 12, 31), new Dictionary<DateOnly, string> { [new(2026, 12, 25)] = "x", [new(2027, 1, 1)] = "x" });
        var edition = Edition(["16:00"], DayOfWeek.Friday) with { On = [new DayRule("summer", [])] };

        EditionClock.Due(edition, Auckland, null, At("2027-01-08 16:00"), [summer])!.From.ShouldBe(At("2026-12-18 16:00"));
    }

    private static readonly DayCalendar[] Calendars =
    [
        new("parliament", "Sitting days", new(2026, 12, 31), new Dictionary<DateOnly, string> { [new(2026, 11, 18)] = "Parliament sits", [new(2026, 11, 19)] = "Parliament sits" }),
        new("holidays", "Holidays", new(2026, 12, 31), new Dictionary<DateOnly, string> { [new(2026, 11, 23)] = "A holiday" }),
    ];

    private static Edition Edition(string[] at, params DayOfWeek[] days) => new(
        "morning",
        "Morning digest",
        [.. at.Select(TimeOnly.Parse)],
        days.Length > 0 ? days : Enum.GetValues<DayOfWeek>(),
        ["anzus"],
        ["desk"]);

    private static DateTimeOffset At(string local)
    {
        var parts = local.Split(' ');
        return Auckland.At(DateOnly.Parse(parts[0]), TimeOnly.Parse(parts[1]));
    }
}
