using Monitor.Core.Digests;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public class FeedRhythmTests
{
    private static readonly DeskZone Auckland = DeskZone.Find("Pacific/Auckland")!;

    /// <summary>Midnight of a Monday in Auckland.</summary>
    private static readonly DateTimeOffset Monday = DateTimeOffset.Parse("2026-11-01T11:00:00Z");

    [Fact]
    public void A_silence_of_a_working_day_is_overdue_where_entries_come_every_hour() =>
        OfficeHours(weeks: 3).IsOverdue(At(week: 3, day: 1, hour: 9), At(week: 3, day: 1, hour: 17), Auckland).ShouldBeFalse("eight hours is not yet twice a usual night and a bit");

    [Fact]
    public void Two_silent_working_days_are_overdue() =>
        OfficeHours(weeks: 3).IsOverdue(At(week: 3, day: 0, hour: 17), At(week: 3, day: 2, hour: 17), Auckland).ShouldBeTrue();

    [Theory]
    [InlineData("A_night_is_no_silence", 1, 17, 2, 9)]
    [InlineData("A_weekend_is_no_silence", 4, 17, 7, 9)]
    public void Hours_in_which_nothing_usually_comes_hardly_count(string rule, int fromDay, int fromHour, int toDay, int toHour)
    {
        var rhythm = OfficeHours(weeks: 3);

        rhythm.IsOverdue(At(3, fromDay, fromHour), At(3, toDay, toHour), Auckland).ShouldBeFalse(rule);
        rhythm.Missed(At(3, fromDay, fromHour), At(3, toDay, toHour), Auckland)
            .ShouldBeLessThan(rhythm.Missed(At(3, 1, 9), At(3, 1, 17), Auckland), rule);
    }

    [Fact]
    public void The_hours_are_those_of_the_desk()
    {
        var rhythm = OfficeHours(weeks: 3);

        Enumerable.Range(0, 168).Where(hour => rhythm.Hours[hour] > 0).ShouldAllBe(hour => hour % 24 >= 9 && hour % 24 <= 17 && hour < 120);
    }

    [Fact]
    public void A_weekly_feed_is_not_overdue_after_two_weeks_and_is_after_a_quarter()
    {
        var rhythm = FeedRhythm.From(Enumerable.Range(0, 8).Select(week => At(week, 4, 12)), At(8, 0, 0), Auckland);

        rhythm.IsOverdue(At(7, 4, 12), At(9, 4, 12), Auckland).ShouldBeFalse();
        rhythm.IsOverdue(At(7, 4, 12), At(20, 4, 12), Auckland).ShouldBeTrue();
    }

    [Fact]
    public void A_feed_that_comes_in_bursts_is_given_longer_than_one_that_comes_evenly()
    {
        var even = FeedRhythm.From(Enumerable.Range(0, 7 * 24 * 3).Select(hour => Monday.AddHours(hour)), At(3, 0, 0), Auckland);
        var bursts = FeedRhythm.From(
            Enumerable.Range(0, 21).SelectMany(day => Enumerable.Range(0, 24).Select(minute => Monday.AddDays(day).AddHours(day * 7 % 24).AddMinutes(minute))), At(3, 0, 0), Auckland);

        even.IsOverdue(At(3, 1, 0), At(3, 1, 20), Auckland).ShouldBeTrue();
        bursts.IsOverdue(At(3, 1, 0), At(3, 1, 20), Auckland).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_overdue_before_a_week_was_watched()
    {
        var rhythm = FeedRhythm.From(Enumerable.Range(0, 60).Select(hour => Monday.AddHours(hour)), Monday.AddDays(3), Auckland);

        rhythm.IsKnown.ShouldBeFalse();
        rhythm.IsOverdue(Monday.AddHours(59), Monday.AddDays(6), Auckland).ShouldBeFalse();
    }

    [Fact]
    public void A_feed_that_died_long_ago_is_overdue_when_it_is_first_read()
    {
        var dates = Enumerable.Range(0, 50).Select(hour => Monday.AddYears(-2).AddHours(hour * 6)).ToList();

        FeedRhythm.From(dates, Monday, Auckland).IsOverdue(dates[^1], Monday, Auckland).ShouldBeTrue();
    }

    [Fact]
    public void A_silence_that_nobody_listened_to_proves_nothing() =>
        OfficeHours(weeks: 3).IsOverdue(At(3, 0, 17), At(3, 0, 17), Auckland).ShouldBeFalse();

    [Fact]
    public void A_busy_feed_is_not_overdue_within_three_hours()
    {
        var busy = FeedRhythm.From(Enumerable.Range(0, (9 * 24 * 20) + 1).Select(entry => Monday.AddMinutes(entry * 3)), At(1, 2, 0), Auckland);

        busy.IsOverdue(At(1, 2, 0), At(1, 2, 2), Auckland).ShouldBeFalse();
        busy.IsOverdue(At(1, 2, 0), At(1, 2, 4), Auckland).ShouldBeTrue();
    }

    [Fact]
    public void What_is_learned_fades_and_what_is_kept_stays_bounded()
    {
        var rhythm = FeedRhythm.Unknown;
        for (var hour = 0; hour < 24 * 365; hour++)
        {
            rhythm = rhythm.After(Monday.AddHours(hour), 2, Auckland);
        }

        rhythm.Hours.Count.ShouldBe(168);
        rhythm.Watched.ShouldBeLessThan(TimeSpan.FromDays(41));
        rhythm.EntriesADay!.Value.ShouldBe(48, tolerance: 1);
    }

    [Fact]
    public void Dates_to_come_and_an_undated_feed_teach_nothing()
    {
        FeedRhythm.From([Monday.AddYears(44)], Monday, Auckland).ShouldBe(FeedRhythm.Unknown);
        FeedRhythm.Unknown.IsOverdue(Monday, Monday.AddYears(1), Auckland).ShouldBeFalse();
        FeedRhythm.Unknown.EntriesADay.ShouldBeNull();
    }

    [Fact]
    public void A_clock_that_was_set_back_does_no_harm()
    {
        var rhythm = OfficeHours(weeks: 3);

        rhythm.After(Monday.AddYears(-56), 1, Auckland).LearnedTo.ShouldBe(rhythm.LearnedTo);
    }

    /// <summary>An entry at every full hour from nine to five, Monday to Friday, as a feed shows them one by one.</summary>
    private static FeedRhythm OfficeHours(int weeks) =>
        (from week in Enumerable.Range(0, weeks)
         from day in Enumerable.Range(0, 5)
         from hour in Enumerable.Range(9, 9)
         select At(week, day, hour)).Aggregate(FeedRhythm.Unknown, (rhythm, at) => rhythm.After(at, 1, Auckland));

    private static DateTimeOffset At(int week, int day, int hour) => Monday.AddDays((week * 7) + day).AddHours(hour);
}
