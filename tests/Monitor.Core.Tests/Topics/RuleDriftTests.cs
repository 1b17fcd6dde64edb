using Monitor.Core.Topics;

namespace Monitor.Core.Tests.Topics;

public class RuleDriftTests
{
    private static readonly DateOnly First = new(2026, 9, 1);

    private static readonly IReadOnlyList<Topic> Ferries = TopicSet.Load(
    [
        new TopicFile("ferries.yaml", """
            id: ferries
            name: Ferries
            signals:
              - { id: by-name, any: [ferry] }
              - { id: by-ship, any: [kaitaki] }
              - { id: strait, any: [cook strait], context: true }
            thresholds: { match: 1, central: 2 }
            samples: { must: [A ferry., The Kaitaki in Cook Strait.], mustNot: [A bus.] }
            """),
    ]).Set!.Topics;

    [Fact]
    public void Days_like_the_others_are_no_news() => Changes([.. Usual(40), Day(7), Day(3)]).ShouldBeEmpty();

    [Theory]
    [InlineData(40, RuleChangeKind.Above)]
    [InlineData(0, RuleChangeKind.Below)]
    public void A_day_far_outside_the_usual_band_is_told_with_what_is_usual(int matches, RuleChangeKind kind)
    {
        var days = Days([.. Usual(40, at: 12), Day(matches)]);

        var change = RuleDrift.Of(Ferries, days).ShouldHaveSingleItem();

        (change.Kind, change.Now, change.Usual, change.Began).ShouldBe((kind, matches, 12, First.AddDays(40)));
    }

    [Fact]
    public void A_change_that_lasts_keeps_the_day_on_which_it_began()
    {
        var change = Changes([.. Usual(40), Day(40), Day(45), Day(38)]).ShouldHaveSingleItem();

        change.Began.ShouldBe(First.AddDays(40));
    }

    [Fact]
    public void What_lasts_for_weeks_is_usual() => Changes([.. Usual(40), .. Enumerable.Repeat(Day(40), 20)]).ShouldBeEmpty();

    [Fact]
    public void A_topic_that_always_comes_in_bursts_has_a_wider_band()
    {
        var bursts = Enumerable.Range(0, 40).Select(i => Day((i % 3) switch { 0 => 5, 1 => 25, _ => 60 }));

        Changes([.. bursts, Day(60)]).ShouldBeEmpty();
        Changes([.. Usual(40, at: 25), Day(60)]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Twice_the_matches_in_twice_the_entries_is_no_change() =>
        Changes([.. Usual(40, at: 20), Day(60, entries: 3000)]).ShouldBeEmpty();

    [Theory]
    [InlineData(13, 1000, "too few days")]
    [InlineData(40, 40, "too few entries")]
    public void Too_little_is_known_to_judge(int days, int entries, string why) =>
        Changes([.. Enumerable.Repeat(Day(2, entries: entries), days), Day(30, entries: entries)]).ShouldBeEmpty(why);

    [Fact]
    public void A_topic_that_used_to_fire_every_other_day_is_silent_after_six_such_gaps()
    {
        RuleDay[] rare = [.. Enumerable.Range(0, 30).Select(i => Day(i % 2))];

        Changes([.. rare, .. Enumerable.Repeat(Day(0), 11)]).ShouldBeEmpty();
        var change = Changes([.. rare, .. Enumerable.Repeat(Day(0), 13)]).ShouldHaveSingleItem();

        (change.Kind, change.Now, change.Usual, change.Began).ShouldBe((RuleChangeKind.Silent, 13, 2, First.AddDays(41)));
    }

    [Fact]
    public void Days_on_which_nothing_was_read_are_no_silence()
    {
        RuleDay[] rare = [.. Enumerable.Range(0, 30).Select(i => Day(i % 2))];

        Changes([.. rare, .. Enumerable.Repeat(Day(0, entries: 0), 30)]).ShouldBeEmpty();
    }

    [Fact]
    public void One_signal_that_takes_nearly_all_hits_is_told_where_it_did_not_before()
    {
        var change = Changes([.. Usual(30, ships: 3), .. Enumerable.Repeat(Day(5, names: 40, ships: 1), 7)])
            .ShouldHaveSingleItem();

        (change.Kind, change.Signal).ShouldBe((RuleChangeKind.OneSignal, "by-name"));
        change.Now.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void One_signal_that_always_took_nearly_all_hits_is_no_change() =>
        Changes([.. Usual(30, ships: 0), .. Enumerable.Repeat(Day(5, names: 40), 7)]).ShouldBeEmpty();

    [Fact]
    public void Context_is_no_reason_and_does_not_count() =>
        Changes([.. Usual(30, ships: 3), .. Enumerable.Repeat(Day(5, ships: 3, context: 500), 7)]).ShouldBeEmpty();

    private static IReadOnlyList<RuleChange> Changes(RuleDay[] days) => RuleDrift.Of(Ferries, Days(days));

    private static RuleDay[] Days(RuleDay[] days) => [.. days.Select((day, i) => day with { Date = First.AddDays(i) })];

    private static IEnumerable<RuleDay> Usual(int days, int at = 5, int ships = 3) =>
        Enumerable.Range(0, days).Select(i => Day(at + (i % 3) - 1, ships: ships));

    private static RuleDay Day(int matches, int entries = 1000, int names = 4, int ships = 3, int context = 0) => new(
        default, entries,
        new Dictionary<string, int> { ["ferries"] = matches },
        new Dictionary<string, int> { ["ferries/by-name"] = names, ["ferries/by-ship"] = ships, ["ferries/strait"] = context });
}
