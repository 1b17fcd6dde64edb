using Monitor.Core.Topics;

namespace Monitor.Core.Tests.Topics;

public class ExplanationTests
{
    private static readonly TopicSet Set = Load("weight: 0.6");

    [Fact]
    public void The_sum_is_shown_term_by_term_with_the_words_that_were_hit()
    {
        var why = Set.Explain(new TopicDocument("", "", "The ferry on Cook Strait. A ferry."), "ferries");
        why.Score.Select(t => $"{t.Name} {t.Points} {t.Shown}").ShouldBe(["strait 0.7 Cook Strait", "ferry 0.6 ferry"]);
        why.Score.Sum(t => t.Points).ShouldBe(why.Match.Score, 1e-9);
        why.Prominence.Sum(t => t.Points).ShouldBe(why.Match.Prominence, 1e-3);
    }

    [Fact]
    public void Says_which_signal_the_match_hangs_on() =>
        Set.Explain(new TopicDocument("", "", "The ferry on Cook Strait."), "ferries").Flips.ShouldContain("without ferry the score is 0.7: no match");

    [Fact]
    public void Says_what_was_held_back_and_what_that_would_have_changed()
    {
        var why = Set.Explain(new TopicDocument("", "", "Cook Strait, where the ferry cable is."), "ferries");
        why.Match.Matched.ShouldBeFalse();
        why.HeldBack.ShouldBe(["ferry"]);
        why.Flips.ShouldBe(["if ferry were not held back the score would be 1.3: a match"]);
    }

    [Fact]
    public void Says_what_would_make_a_mention_a_main_subject() =>
        Set.Explain(new TopicDocument("Boats", "", "The ferry on Cook Strait. " + string.Concat(Enumerable.Repeat("Something else altogether. ", 40))), "ferries")
            .Flips.ShouldContain(f => f.StartsWith("with full title the prominence would be", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_topic_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Set.Explain(new TopicDocument("", "", ""), "trains"));

    [Fact]
    public void A_near_miss_fell_short_by_one_signal()
    {
        var miss = Set.NearMisses(new TopicDocument("", "", "A ferry.")).ShouldHaveSingleItem();
        (miss.Topic, miss.Score, miss.Short).ShouldBe(("ferries", 0.6, 0.4));
        miss.Found.ShouldBe(["ferry"]);
    }

    [Fact]
    public void A_near_miss_names_the_signal_that_was_held_back()
    {
        var miss = Set.NearMisses(new TopicDocument("", "", "Cook Strait, where the ferry cable is.")).ShouldHaveSingleItem();
        (string.Join(",", miss.Found), string.Join(",", miss.HeldBack)).ShouldBe(("strait", "ferry"));
    }

    [Theory]
    [InlineData("a match", "The ferry on Cook Strait.")]
    [InlineData("nothing", "Trams.")]
    [InlineData("context alone", "The sea.")]
    public void What_matched_or_never_came_near_is_no_near_miss(string kind, string text) =>
        Set.NearMisses(new TopicDocument("", "", text)).ShouldBeEmpty(kind);

    [Fact]
    public void A_backtest_lists_what_is_gained_and_lost()
    {
        var stricter = Load("weight: 0.3, in: [summary]");
        (string, TopicDocument)[] documents = [("both", new TopicDocument("", "", "Trams.")), ("one", new TopicDocument("Ferry", "", "The ferry on Cook Strait."))];
        var lost = Backtest.Compare(Set, stricter, documents).ShouldHaveSingleItem();
        (lost.Id, lost.Topic, lost.After).ShouldBe(("one", "ferries", 0));
        lost.Before.ShouldBeGreaterThan(0);
        Backtest.Compare(stricter, Set, documents).Single().After.ShouldBe(lost.Before);
        Backtest.Compare(Set, Set, documents).ShouldBeEmpty();
    }

    [Fact]
    public void A_backtest_counts_a_topic_that_one_set_does_not_have()
    {
        var other = TopicSet.Load([new TopicFile("t.yaml", "id: trams\nsignals:\n  - { id: tram, any: [trams] }\n")]).Set!;
        var changes = Backtest.Compare(Set, other, [("a", new TopicDocument("", "", "Trams.")), ("b", new TopicDocument("", "", "The ferry on Cook Strait."))]).ToList();
        changes.Select(c => $"{c.Id} {c.Topic} {c.Old is null} {c.New is null}").ShouldBe(["a trams True False", "b ferries False True"]);
    }

    private static TopicSet Load(string weight) => TopicSet.Load([new TopicFile("ferries.yaml", $$"""
        id: ferries
        signals:
          - { id: ferry, any: [ferry], {{weight}} }
          - { id: strait, any: [cook strait], weight: 0.7 }
          - { id: sea, any: [sea], context: true }
          - { id: cable, any: [ferry cable], cancels: [ferry], reach: 0 }
        """)]).Set ?? throw new InvalidOperationException();
}
