using System.Text.Json;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public class FeedScheduleTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-21T12:00:00Z");
    private static readonly Uri Own = new("https://outlet.example/feed");
    private static readonly Uri Moved = new("https://outlet.example/new-feed");
    private readonly Random random = new(501);

    [Fact]
    public void A_new_feed_is_due_at_once_and_then_every_ten_minutes()
    {
        var start = FeedSchedule.Start(Noon);
        start.IsDue(Noon).ShouldBeTrue();
        start.Interval.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData("A_busy_feed_is_read_every_ten_minutes", 200, 24, 10)]
    [InlineData("One_entry_in_two_hours_is_read_every_half_hour", 36, 72, 30)]
    [InlineData("One_entry_a_day_is_read_every_six_hours", 3, 72, 360)]
    public void The_first_read_learns_from_the_dates_of_the_entries(string rule, int entries, int hours, int minutes)
    {
        var dates = Enumerable.Range(1, entries).Select(i => Noon - (TimeSpan.FromHours(hours) * i / entries));
        FeedSchedule.Start(Noon).AfterFirstRead(Noon, dates, null, random).Interval.TotalMinutes.ShouldBe(minutes, tolerance: 0.01, rule);
    }

    [Fact]
    public void A_feed_whose_entries_are_old_or_to_come_says_nothing_of_its_cadence() =>
        FeedSchedule.Start(Noon).AfterFirstRead(Noon, [Noon.AddDays(-30), Noon.AddDays(1)], null, random).Interval.ShouldBe(TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData(5, 10)]
    [InlineData(60, 15)]
    [InlineData(240, 60)]
    [InlineData(1440, 360)]
    public void The_interval_comes_to_a_quarter_of_the_usual_gap(int gapMinutes, int intervalMinutes)
    {
        var (schedule, now, lastEntry) = (FeedSchedule.Start(Noon), Noon, Noon);
        while (now < Noon.AddDays(14))
        {
            var entries = (int)((now - lastEntry) / TimeSpan.FromMinutes(gapMinutes));
            lastEntry += TimeSpan.FromMinutes(gapMinutes) * entries;
            schedule = schedule.AfterRead(now, entries, null, random);
            now = schedule.Due;
        }

        schedule.Interval.TotalMinutes.ShouldBeInRange(intervalMinutes * 0.8, intervalMinutes * 1.25);
    }

    [Fact]
    public void A_feed_that_wakes_up_is_read_more_often_within_a_day()
    {
        var schedule = FeedSchedule.Start(Noon) with { Entries = 1, Watched = TimeSpan.FromDays(4), LastRead = Noon };
        schedule.Interval.ShouldBe(TimeSpan.FromHours(6));
        var now = schedule.LastRead!.Value;
        while (now < Noon.AddDays(1))
        {
            var next = now + schedule.Interval;
            schedule = schedule.AfterRead(next, (int)((next - now) / TimeSpan.FromMinutes(20)), null, random);
            now = next;
        }

        schedule.Interval.ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Days_away_teach_no_more_than_one_day()
    {
        var before = FeedSchedule.Start(Noon).AfterRead(Noon, 0, null, random);
        before.AfterRead(Noon.AddDays(9), 20, null, random).Interval.ShouldBe(before.AfterRead(Noon.AddDays(1), 20, null, random).Interval);
    }

    [Fact]
    public void The_next_read_varies_by_a_tenth_around_the_interval()
    {
        var dues = Enumerable.Range(0, 200).Select(_ => (FeedSchedule.Start(Noon).AfterRead(Noon, 0, null, random).Due - Noon).TotalMinutes).ToList();
        dues.ShouldAllBe(minutes => minutes >= 9 && minutes <= 11);
        dues.Distinct().Count().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Failures_double_the_wait_up_to_a_day_and_never_end_it()
    {
        var (schedule, now) = (FeedSchedule.Start(Noon), Noon);
        var waits = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            schedule = schedule.AfterFailure(now, random);
            waits.Add((schedule.Due - now).TotalMinutes);
            now = schedule.Due;
        }

        waits[0].ShouldBeInRange(10, 11);
        waits[3].ShouldBeInRange(72, 88);
        waits.Skip(10).ShouldAllBe(minutes => minutes > 0.8 * 1440 && minutes <= 1440);
        schedule.Failures.ShouldBe(100);
        schedule.AfterRead(now, 1, null, random).Failures.ShouldBe(0);
    }

    [Fact]
    public void A_quiet_feed_waits_its_own_interval_after_a_first_failure() =>
        (Quiet().AfterFailure(Noon, random).Due - Noon).TotalHours.ShouldBeInRange(5.4, 6.6);

    [Theory]
    [InlineData("A_server_that_asks_for_an_hour_gets_it", 3600, 60)]
    [InlineData("Less_than_usual_is_not_taken_up", 5, 10)]
    [InlineData("More_than_a_day_is_cut_to_a_day", 8_640_000, 1440)]
    public void Retry_After_is_obeyed(string rule, int seconds, int minutes) =>
        (FeedSchedule.Start(Noon).AfterRateLimit(Noon, TimeSpan.FromSeconds(seconds), random).Due - Noon).ShouldBe(TimeSpan.FromMinutes(minutes), rule);

    [Fact]
    public void A_rate_limit_that_does_not_say_counts_as_a_failure() =>
        FeedSchedule.Start(Noon).AfterRateLimit(Noon, null, new Random(7)).ShouldBe(FeedSchedule.Start(Noon).AfterFailure(Noon, new Random(7)));

    [Fact]
    public void A_feed_that_is_gone_is_not_read_again()
    {
        var gone = FeedSchedule.Start(Noon).AfterGone();
        gone.IsGone.ShouldBeTrue();
        gone.IsDue(Noon.AddYears(100)).ShouldBeFalse();
    }

    [Fact]
    public void A_permanent_move_is_believed_when_it_repeats_over_a_day()
    {
        var schedule = FeedSchedule.Start(Noon).AfterRead(Noon, 0, Moved, random).AfterRead(Noon.AddHours(1), 0, Moved, random).AfterRead(Noon.AddHours(2), 0, Moved, random);
        schedule.Address(Own).ShouldBe(Own);
        schedule = schedule.AfterRead(Noon.AddHours(24), 0, Moved, random);
        schedule.Address(Own).ShouldBe(Moved);
        schedule.AfterRead(Noon.AddHours(25), 0, null, random).Address(Own).ShouldBe(Moved);
    }

    [Fact]
    public void A_move_that_stops_or_changes_its_mind_starts_again()
    {
        var twice = FeedSchedule.Start(Noon).AfterRead(Noon, 0, Moved, random).AfterRead(Noon.AddHours(12), 0, Moved, random);
        twice.AfterRead(Noon.AddHours(24), 0, null, random).Move.ShouldBeNull();
        twice.AfterRead(Noon.AddHours(24), 0, new Uri("https://elsewhere.example/"), random).Address(Own).ShouldBe(Own);
    }

    [Fact]
    public void A_new_address_that_keeps_failing_sends_us_back_to_the_old_one()
    {
        var schedule = FeedSchedule.Start(Noon) with { Move = new PermanentMove(Moved, 3, Noon, IsSettled: true) };
        for (var i = 0; i < 4; i++)
        {
            schedule = schedule.AfterFailure(Noon, random);
        }

        schedule.Address(Own).ShouldBe(Moved);
        schedule.AfterFailure(Noon, random).Address(Own).ShouldBe(Own);
    }

    [Fact]
    public void A_small_share_of_reads_is_full_and_a_larger_one_where_reads_are_rare()
    {
        Enumerable.Range(0, 10_000).Count(_ => FeedSchedule.Start(Noon).WantsFullRead(random)).ShouldBeInRange(50, 150);
        Enumerable.Range(0, 10_000).Count(_ => Quiet().WantsFullRead(random)).ShouldBeInRange(2300, 2700);
    }

    [Fact]
    public void What_is_kept_comes_back_the_same()
    {
        var schedule = FeedSchedule.Start(Noon).AfterRead(Noon, 3, Moved, random).AfterFailure(Noon, random);
        JsonSerializer.Deserialize<FeedSchedule>(JsonSerializer.Serialize(schedule)).ShouldBe(schedule);
    }

    private static FeedSchedule Quiet() => FeedSchedule.Start(Noon) with { Entries = 1, Watched = TimeSpan.FromDays(4) };
}
