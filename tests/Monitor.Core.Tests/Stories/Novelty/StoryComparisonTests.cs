using Monitor.Core.Stories;
using Monitor.Core.Stories.Novelty;

namespace Monitor.Core.Tests.Stories.Novelty;

public class StoryComparisonTests
{
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.Parse("2026-11-17T18:00:00Z");

    private static readonly StoryPart First = Part("a", "Alpha Daily", -5,
        """
        Engineers began lowering Lake Tarata on Monday after a crack was found in the spillway of its dam.

        Tarata mayor Ana Tuhoro said 340 households had been asked to leave.

        "We would rather be careful for nothing than sorry for something," she said.
        """);

    [Fact]
    public void Reprints_are_counted_and_nothing_is_new()
    {
        var news = StoryComparison.NewSince([First, Copy("b", "Beta Herald"), Copy("c", "Gamma Post"), Copy("d", "Alpha Daily")], Yesterday);

        news.NothingNew.ShouldBeTrue();
        news.Line.ShouldBe("three reprints, first in Beta Herald, Gamma Post, nothing new");
    }

    [Fact]
    public void Reprints_in_outlets_that_had_it_already_are_told_plainly() =>
        StoryComparison.NewSince([First, Copy("b", "Alpha Daily"), Copy("c", "Alpha Daily"), Copy("d", "Alpha Daily")], Yesterday).Line
            .ShouldBe("three reprints, nothing new");

    [Fact]
    public void A_corrected_figure_is_new_and_told_against_the_old_one()
    {
        var corrected = Part("a", "Alpha Daily", 5, First.Article.Text.Replace("340", "410", StringComparison.Ordinal));

        var news = StoryComparison.NewSince([First, corrected], Yesterday);

        news.Figures.ShouldBe(["410 households"]);
        news.People.ShouldBeEmpty();
        news.Quotes.ShouldBeEmpty();
        news.Outlets.ShouldBeEmpty();
        news.Corrections.ShouldBe([new CorrectedFigure("340 households", "410 households", "a", "Alpha Daily")]);
        news.Line.ShouldBe("one new article; new: 410 households (corrected from 340)");
    }

    [Theory]
    [InlineData("The number deported rose to 41 last year.", "The number deported rose to 48 last year.", "48 (corrected from 41)")]
    [InlineData("Repairs will cost $12 million, the council said.", "Repairs will cost $1.2 billion, the council said.", "$1.2 billion (corrected from $12 million)")]
    [InlineData("It said 3 people were hurt and 5 were killed.", "It said 4 people were hurt and 6 were killed.", "4 people (corrected from 3); 6 (corrected from 5)")]
    [InlineData("It said 3 people were hurt.", "It said 3 people were hurt, and 90 houses flooded.", "90 houses")]
    [InlineData("About 40 trucks were parked at the yard.", "A fund of $9 million was opened for the families.", "$9 million")]
    public void A_figure_in_the_place_of_another_is_a_correction_and_a_figure_more_is_not(string before, string after, string told)
    {
        var news = StoryComparison.NewSince([Part("a", "Alpha Daily", -5, before), Part("a", "Alpha Daily", 5, after)], Yesterday);

        string.Join("; ", news.FiguresTold).ShouldBe(told);
    }

    [Fact]
    public void Another_outlet_with_another_figure_corrects_nothing() =>
        StoryComparison.NewSince([First, Part("b", "Beta Herald", 5, First.Article.Text.Replace("340", "410", StringComparison.Ordinal))], Yesterday)
            .Corrections.ShouldBeEmpty();

    [Fact]
    public void A_correction_within_the_window_is_told_against_the_version_that_it_replaces()
    {
        var first = Part("a", "Alpha Daily", 1, First.Article.Text);
        var corrected = Part("a", "Alpha Daily", 5, First.Article.Text.Replace("340", "410", StringComparison.Ordinal)) with { Replaces = first.Article };

        StoryComparison.NewSince([corrected], Yesterday).FiguresTold.ShouldBe(["410 households (corrected from 340)"]);
    }

    [Fact]
    public void New_people_quotes_and_statements_are_named_with_their_source()
    {
        var later = Part("b", "Beta Herald", 5,
            """
            Engineers began lowering Lake Tarata on Monday after a crack was found in the spillway of its dam.

            Tarata mayor Ana Tuhoro said 340 households had been asked to leave.

            Local Government Minister Owen Pryor flew over the lake on Tuesday and promised $12 million for repairs.

            "Whatever it takes, we will have this dam safe by winter," Pryor told reporters.
            """);

        var news = StoryComparison.NewSince([later, First], Yesterday);

        news.Outlets.ShouldBe(["Beta Herald"]);
        news.People.ShouldBe(["Owen Pryor, Local Government Minister"]);
        news.Figures.ShouldBe(["$12 million"]);
        news.Quotes.Single().Quote.Speaker.ShouldBe("Owen Pryor");
        news.Quotes.Single().Article.ShouldBe("b");
        news.Statement!.Sentence.ShouldStartWith("Local Government Minister Owen Pryor flew");
    }

    [Fact]
    public void What_two_new_articles_both_say_is_told_once()
    {
        const string text = "Local Government Minister Owen Pryor promised $12 million for repairs to the dam at Tarata.";
        var news = StoryComparison.NewSince([First, Part("b", "Beta Herald", 5, text), Part("c", "Gamma Post", 6, "On Tuesday, " + text)], Yesterday);

        news.Figures.ShouldBe(["$12 million"]);
        news.People.Count.ShouldBe(1);
        news.Articles.ShouldBe(2);
    }

    [Fact]
    public void Years_dates_times_and_sections_are_no_figures()
    {
        var news = StoryComparison.NewSince([First, Part("b", "Alpha Daily", 5, "It opened in 2022, on 14 March at 7.05pm, under section 501 and on page 3, near Highway 1.")], Yesterday);

        news.Figures.ShouldBeEmpty();
    }

    [Fact]
    public void A_headline_alone_can_be_the_new_statement()
    {
        var news = StoryComparison.NewSince([First, new StoryPart(new StoryArticle("b", "Families allowed home as Tarata dam holds through the night", "", Yesterday.AddHours(2), "Beta Herald"), null)], Yesterday);

        news.Statement!.Sentence.ShouldBe("Families allowed home as Tarata dam holds through the night");
        news.Line.ShouldBe("one new article, first in Beta Herald; new: Families allowed home as Tarata dam holds through the night");
    }

    [Fact]
    public void No_new_article_says_so() => StoryComparison.NewSince([First], Yesterday).Line.ShouldBe("no new article");

    private static StoryPart Part(string id, string outlet, double hours, string text) =>
        new(new StoryArticle(id, "Dam crack empties Tarata", text, Yesterday.AddHours(hours), outlet), null);

    private static StoryPart Copy(string id, string outlet) => Part(id, outlet, 3, First.Article.Text) with { DuplicateOf = "a" };
}
