using Monitor.Core.Digests;
using Monitor.Core.Topics;

namespace Monitor.Core.Tests.Digests;

public class StoryBriefingTests
{
    private static readonly DateTimeOffset SevenAm = DateTimeOffset.Parse("2026-11-17T18:00:00Z");

    private const string Wire = """
        Engineers began lowering Lake Tarata on Monday after a crack was found in the spillway of its dam.

        Tarata mayor Ana Tuhoro said 340 households had been asked to leave.

        "We would rather be careful for nothing than sorry for something," Tuhoro said.

        A woman at the gate said: "Nobody tells us anything out here, ever."
        """;

    [Fact]
    public void A_story_without_earlier_articles_is_new_and_says_who_was_first_and_who_spoke()
    {
        var briefing = Brief([Article("b", "Beta Herald", 2, Wire) with { CopyOf = "a" }, Article("a", "Alpha Daily", 1, Wire, "AU")]);

        briefing.IsNew.ShouldBeTrue();
        (briefing.Articles, briefing.Reprints, briefing.Accounts).ShouldBe((1, 1, 1));
        (briefing.First, briefing.FirstAt).ShouldBe(("Alpha Daily", SevenAm.AddHours(1)));
        briefing.Agencies.ShouldBe(["AAP"]);
        briefing.Countries.ShouldBe([new CountryOutlets("AU", 1), new CountryOutlets("NZ", 1)]);
        briefing.Facts.ShouldBe(["340 households", "Ana Tuhoro, Tarata mayor"]);
        briefing.Quotes[0].ShouldBe(new DigestQuote("Ana Tuhoro", "Tarata mayor", "We would rather be careful for nothing than sorry for something", "Alpha Daily"));
    }

    [Fact]
    public void A_speaker_with_an_office_comes_before_a_passer_by() =>
        Brief([Article("a", "Alpha Daily", 1, Wire)]).Quotes.Select(q => q.Speaker).ShouldBe(["Ana Tuhoro", "a woman at the gate"]);

    [Fact]
    public void Reprints_of_what_the_last_edition_had_bring_nothing_new()
    {
        var briefing = Brief([Article("b", "Beta Herald", 2, Wire) with { CopyOf = "a" }], [Article("a", "Alpha Daily", -9, Wire)]);

        briefing.IsNew.ShouldBeFalse();
        (briefing.Articles, briefing.Reprints).ShouldBe((0, 1));
        briefing.Statement.ShouldBeNull();
        briefing.Facts.ShouldBeEmpty();
        briefing.Quotes.ShouldBeEmpty();
        briefing.First.ShouldBe("Alpha Daily");
    }

    [Theory]
    [InlineData(-9, "before the last edition")]
    [InlineData(1, "within the edition's window")]
    public void A_correction_of_what_was_published_is_told_with_the_old_figure(int firstSeen, string when)
    {
        var first = Article("a", "Alpha Daily", firstSeen, Wire);
        var corrected = Article("a", "Alpha Daily", 5, Wire.Replace("340", "410", StringComparison.Ordinal)) with { Version = "2", Published = first.Published };

        Brief(firstSeen < 0 ? [corrected] : [first, corrected], firstSeen < 0 ? [first] : []).Facts[0].ShouldBe("410 households (corrected from 340)", when);
    }

    [Fact]
    public void Articles_of_a_story_that_was_merged_into_this_one_are_part_of_it()
    {
        var briefing = Brief([Article("b", "Beta Herald", 2, Wire) with { CopyOf = "a" }], [Article("a", "Alpha Daily", -9, Wire) with { Story = "younger" }]);

        briefing.IsNew.ShouldBeFalse();
        briefing.Accounts.ShouldBe(1);
    }

    [Fact]
    public void Who_has_not_carried_a_story_is_told_once_several_others_have()
    {
        string[] outlets = ["One", "Two", "Three", "Four", "Five"];
        var articles = outlets.Take(4).Select((o, i) => Article($"{i}", o, i + 1, $"{Wire}\n\nOutlet {o} adds a line of its own.")).ToList();

        Brief(articles, outlets: outlets).NotCarriedBy.ShouldBe(["Five"]);
        Brief(articles[..3], outlets: outlets).NotCarriedBy.ShouldBeEmpty();
    }

    private static StoryBriefing Brief(IReadOnlyList<MatchedArticle> window, IReadOnlyList<MatchedArticle>? earlier = null, IReadOnlyList<string>? outlets = null)
    {
        var background = new StoryBackground(
            SevenAm, earlier ?? [], story => story == "younger" ? "dam" : story, _ => "AAP", outlets ?? [], t => DateOnly.FromDateTime(t.UtcDateTime));
        return DigestComposer.Compose([("dams", "Dams")], window, background)[0].Main.Single().Briefing!;
    }

    private static MatchedArticle Article(string id, string outlet, double hours, string text, string country = "NZ") => new(
        id, "1", null, $"https://{id}.example.org/", "feed", outlet, country, [], SevenAm.AddHours(hours), SevenAm.AddHours(hours), "dam", null,
        new TopicDocument("Dam crack empties Tarata", "", text),
        [new TopicMatch("dams", 3, true, true, [new Evidence("dam", "title", 0, 3, "Dam")])], "rules");
}
