using Monitor.Core.Digests;
using Monitor.Core.Revisions;
using Monitor.Pages.Wording;

namespace Monitor.Pages.Tests.Wording;

public class DigestWordsTests
{
    private static readonly FeedTrouble Post = SampleDigest.Coverage.Troubles[0];

    [Fact]
    public void The_coverage_line_is_the_same_on_a_full_day_and_on_an_empty_one()
    {
        var line = DigestWords.Of(SampleDigest.Full()).Coverage.Line;
        line.ShouldBe("13 of 14 feeds, 162 entries, 57 pages read; Capital Post blocked (answers 403) since 5:31 am.");
        DigestWords.Of(SampleDigest.Empty()).Coverage.Line.ShouldBe(line);
    }

    [Fact]
    public void What_was_corrected_is_listed_after_the_stories()
    {
        DigestWords.Of(SampleDigest.Full()).Corrections.ShouldBe(
            ["The Isthmus: “Hostel for returned 501s to close before Christmas”, first headed “Hostel for returned 501s to close next week”."]);
        DigestWords.Of(SampleDigest.Empty()).Corrections.ShouldBe([]);
    }

    [Theory]
    [InlineData("She said so.", "“", "”")]
    [InlineData("“So,” she said.", "", "")]
    [InlineData("She said \"so\".", "", "")]
    public void A_sentence_that_quotes_somebody_gets_no_second_pair_of_quotation_marks(string sentence, string opening, string closing)
    {
        var words = QuoteWords.Of(SampleDigest.Quote("", sentence, ""));
        (words.Opening, words.Closing).ShouldBe((opening, closing));
    }

    [Fact]
    public void A_clean_day_names_no_trouble() =>
        Covered().Line.ShouldBe("13 of 14 feeds, 162 entries, 57 pages read.");

    [Fact]
    public void A_feed_that_works_is_no_trouble() =>
        Covered(Post with { State = FeedState.Working }).Line.ShouldBe("13 of 14 feeds, 162 entries, 57 pages read.");

    [Fact]
    public void A_feed_that_never_worked_says_so() =>
        Covered(new FeedTrouble("New Paper", FeedState.Broken, null, "")).Line.ShouldEndWith("; New Paper broken, never read so far.");

    [Fact]
    public void Several_troubles_become_a_list()
    {
        var coverage = Covered(Post, Post with { Feed = "Isthmus", State = FeedState.Stale, Detail = "" }, Post with { Feed = "Ledger", State = FeedState.Gone });
        coverage.Line.ShouldBe("13 of 14 feeds, 162 entries, 57 pages read; 3 feeds are not as they should be:");
        coverage.Troubles[1].ShouldBe("Isthmus quiet for longer than usual since 5:31 am");
        coverage.Troubles.Count.ShouldBe(3);
    }

    [Fact]
    public void A_blind_day_says_that_nothing_is_known() =>
        DigestWords.Of(SampleDigest.Empty() with { Coverage = SampleDigest.Coverage with { FeedsRead = 0 } })
            .Summary.ShouldBe("No feed could be read since Wed 18 Nov, 7:00 am, so nothing is known about 501 deportations or Anzus. This is not a quiet day.");

    [Fact]
    public void A_late_digest_says_when_and_why()
    {
        var late = DigestWords.Of(SampleDigest.Late()).Late;
        late.ShouldNotBeNull();
        late.ShouldStartWith("Sent late: due at 7:00 am, written at 9:12 am, because no run could write it in the 2 hours 12 minutes between.");
    }

    [Fact]
    public void A_digest_in_time_does_not_speak_of_it() => DigestWords.Of(SampleDigest.Full()).Late.ShouldBeNull();

    [Fact]
    public void Each_story_is_told_once_and_only_pointed_to_after_that()
    {
        var words = DigestWords.Of(SampleDigest.Full());
        words.Topics.SelectMany(topic => topic.Stories).Concat(words.Mentions.SelectMany(mention => mention.Stories))
            .Select(story => story.Headline.Text)
            .ShouldBeUnique();
        words.Topics[1].Elsewhere.ShouldHaveSingleItem().ShouldBe(
            "Also mentioned in “Ministers to talk about deportations and defence in Canberra”, told under 501 deportations. Why: anzus (“Anzus treaty”).");
    }

    [Fact]
    public void A_main_story_of_a_later_topic_is_told_there_although_an_earlier_one_mentions_it()
    {
        var full = SampleDigest.Full();
        var shared = full.Topics[0].Main[0];
        var words = DigestWords.Of(full with
        {
            Topics = [full.Topics[0] with { Main = [], Passing = [shared] }, full.Topics[1] with { Main = [shared], Passing = [] }],
        });
        words.Topics[0].Stories.ShouldBeEmpty();
        words.Topics[1].Stories.ShouldHaveSingleItem().Headline.Text.ShouldBe(shared.Lead.Headline);
        words.Mentions.ShouldBeEmpty();
    }

    [Fact]
    public void Outlets_stand_in_order_of_publication_and_copies_apart()
    {
        var story = DigestWords.Of(SampleDigest.Full()).Topics[0].Stories[0];
        (story.Outlet.Name, story.Outlet.Time).ShouldBe(("Harbour Herald", "6:42 am"));
        story.Others.Select(other => other.Name).ShouldBe(["Southern Courier"]);
        story.Copies.Select(copy => (copy.Name, copy.Time)).ShouldBe([("Bay Advertiser", "6:58 am"), ("Coastal Times", "6:59 am")]);
    }

    [Fact]
    public void A_copy_that_comes_first_names_its_original()
    {
        var full = SampleDigest.Full();
        var copy = full.Topics[0].Main[0].Items[2];
        var words = DigestWords.Of(full with { Topics = [full.Topics[0] with { Main = [new DigestStory("copy", [copy])] }] });
        words.Topics[0].Stories[0].Outlet.Note.ShouldBe(" (copy of Harbour Herald)");
    }

    [Fact]
    public void A_match_in_the_headline_is_marked_there_and_not_quoted()
    {
        var story = DigestWords.Of(SampleDigest.Full()).Mentions[1].Stories[1];
        story.Headline.Stretches().Single(stretch => stretch.Marked).Text.ShouldBe("Anzus");
        story.Quote.ShouldBeNull();
    }

    [Fact]
    public void A_text_that_was_changed_after_it_matched_says_what_became_of_it()
    {
        var differences = new TextDifference(
            [
                new ParagraphChange(ChangeKind.Changed, "Forty went.", "Fourteen went.", []), new ParagraphChange(ChangeKind.Changed, "One.", "Two.", []),
                new ParagraphChange(ChangeKind.Removed, "A quote.", "", []),
            ],
            "Correction: fourteen went,\u202E not forty.");

        Corrections(differences).ShouldHaveSingleItem().ShouldBe(
            "Changed since it matched: Harbour Herald, 2 paragraphs changed and 1 paragraph taken out. It says: “Correction: fourteen went, not forty.”");
        Corrections(TextDifference.None).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Corrections(TextDifference differences)
    {
        var full = SampleDigest.Full();
        var item = full.Topics[0].Main[0].Lead with { Differences = differences, Corrects = null };
        return DigestWords.Of(full with { Topics = [full.Topics[0] with { Main = [new DigestStory("s", [item])] }] }).Topics[0].Stories[0].Corrections;
    }

    [Fact]
    public void An_unknown_zone_falls_back_to_UTC_and_says_so() =>
        DigestWords.Of(SampleDigest.Full() with { Zone = "No/Such" }).Footer[0].ShouldEndWith(", UTC time.");

    private static CoverageWords Covered(params FeedTrouble[] troubles) =>
        DigestWords.Of(SampleDigest.Full() with { Coverage = SampleDigest.Coverage with { Troubles = troubles } }).Coverage;
}
