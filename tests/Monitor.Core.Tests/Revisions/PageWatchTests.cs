using Monitor.Core.Revisions;

namespace Monitor.Core.Tests.Revisions;

public class PageWatchTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");
    private static readonly TimeSpan[] Times = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    private readonly PageWatch start = PageWatch.Start(Noon, Times);

    [Fact]
    public void A_page_that_stays_is_read_at_each_time_and_then_no_more()
    {
        var due = new List<double>();
        for (var watch = start; watch.Due is { } at; watch = watch.Seen(at, Times))
        {
            due.Add((at - Noon).TotalHours);
        }

        due.ShouldBe([1, 6, 24]);
    }

    [Fact]
    public void Times_that_were_slept_through_are_skipped() => start.Seen(Noon.AddHours(7), Times).Due.ShouldBe(Noon.AddHours(24));

    [Fact]
    public void Missing_once_is_not_removed()
    {
        var missed = start.Missed(Noon.AddHours(1));

        missed.IsRemoved.ShouldBeFalse();
        missed.Due.ShouldBe(Noon.AddHours(2));
    }

    [Fact]
    public void Missing_twice_within_the_hour_is_not_removed() =>
        start.Missed(Noon.AddHours(1)).Missed(Noon.AddMinutes(119)).IsRemoved.ShouldBeFalse();

    [Fact]
    public void Missing_twice_an_hour_apart_is_removed_since_the_first_time()
    {
        var removed = start.Missed(Noon.AddHours(1)).Missed(Noon.AddHours(2));

        removed.IsRemoved.ShouldBeTrue();
        removed.MissingSince.ShouldBe(Noon.AddHours(1));
    }

    [Fact]
    public void An_answer_that_says_nothing_in_between_changes_nothing() =>
        start.Missed(Noon.AddHours(1)).Unclear(Noon.AddHours(2), null, Times).Missed(Noon.AddHours(3)).IsRemoved.ShouldBeTrue();

    [Fact]
    public void Seen_in_between_the_count_begins_anew() =>
        start.Missed(Noon.AddHours(1)).Seen(Noon.AddHours(2), Times).Missed(Noon.AddHours(6)).IsRemoved.ShouldBeFalse();

    [Fact]
    public void A_removed_page_is_looked_for_once_a_day_for_a_week()
    {
        var times = 0;
        for (var watch = start.Missed(Noon.AddHours(1)).Missed(Noon.AddHours(2)); watch.Due is { } at; watch = watch.Missed(at))
        {
            times++;
        }

        times.ShouldBe(6);
    }

    [Fact]
    public void Silence_is_asked_three_times_and_then_left_until_the_next_time()
    {
        var due = new List<double>();
        var watch = start;
        for (var i = 0; i < 4; i++)
        {
            due.Add((watch.Due!.Value - Noon).TotalHours);
            watch = watch.Unclear(watch.Due!.Value, null, Times);
        }

        due.ShouldBe([1, 2, 3, 6]);
    }

    [Fact]
    public void A_server_that_asks_to_wait_longer_is_obeyed() =>
        start.Unclear(Noon.AddHours(1), TimeSpan.FromHours(5), Times).Due.ShouldBe(Noon.AddHours(6));

    [Fact]
    public void Whatever_is_answered_the_watch_comes_to_an_end()
    {
        var chance = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var watch = start;
            var asked = 0;
            while (watch.Due is { } at && asked++ < 100)
            {
                watch = chance.Next(5) == 0 ? watch.Seen(at, Times) : chance.Next(2) == 0 ? watch.Missed(at) : watch.Unclear(at, null, Times);
            }

            asked.ShouldBeLessThan(100);
        }
    }
}
