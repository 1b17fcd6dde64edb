using System.Text;
using Monitor.Core.Revisions;

namespace Monitor.Core.Tests.Revisions;

public class TextComparisonTests
{
    private const string Lead = "Forty men were put on the morning flight from Brisbane, the department said on Tuesday.";
    private const string Quote = "“Nobody told the families,” said Ana Rangi, who met the plane at Auckland with two volunteers.";
    private const string End = "A hearing on the practice is set down for next month in the Federal Court.";

    [Theory]
    [InlineData("Case_and_quotes", Lead, "Forty men were put on the morning flight from Brisbane - the Department said on Tuesday")]
    [InlineData("A_paragraph_that_moved", $"{Lead}\n\n{Quote}\n\n{End}", $"{Lead}\n\n{End}\n\n{Quote}")]
    [InlineData("A_paragraph_that_was_divided", $"{Lead} {Quote}\n\n{End}", $"{Lead}\n\n{Quote}\n\n{End}")]
    [InlineData("A_lead_that_was_repeated", $"{Lead}\n\n{Lead}\n\n{End}", $"{Lead}\n\n{End}")]
    [InlineData("A_time_stamp", Lead, $"Updated 4.15pm, 19 November 2026\n\n{Lead}")]
    [InlineData("A_caption_with_its_credit", Lead, $"{Lead}\n\nAna Rangi waits at the gate with two volunteers. Photo: North Times / J. Smith")]
    [InlineData("A_caption_with_brackets", Lead, $"{Lead}\n\nThe plane on the apron at Auckland on Tuesday afternoon. (Supplied: A. Rangi)")]
    [InlineData("A_line_to_other_articles", Lead, $"{Lead}\n\nRead more: What the treaty says about deserters")]
    [InlineData("A_newsletter", Lead, $"{Lead}\n\nSign up for our morning newsletter here.")]
    [InlineData("A_heading", $"{Lead}\n\n{End}", $"{Lead}\n\nWhat happens next\n\n{End}")]
    [InlineData("More_to_come", $"{Lead}\n\nMore to come.", Lead)]
    [InlineData("Nothing_at_all", "", "")]
    public void Is_no_change_of_substance(string what, string before, string after) =>
        TextComparison.Between(before, after).Any().ShouldBeFalse(what);

    [Fact]
    public void A_number_that_changed_is_shown_between_the_words_that_stayed()
    {
        var change = TextComparison.Between($"{Lead}\n\n{End}", $"{Lead.Replace("Forty", "Fourteen")}\n\n{End}").Paragraphs.ShouldHaveSingleItem();

        change.Kind.ShouldBe(ChangeKind.Changed);
        change.Words.ShouldBe(
        [
            new WordRun(ChangeKind.Removed, "Forty"),
            new WordRun(ChangeKind.Added, "Fourteen"),
            new WordRun(null, "men were put on the morning flight from Brisbane, the department said on Tuesday."),
        ]);
    }

    [Fact]
    public void Words_that_went_and_words_that_came_stand_in_their_order() =>
        TextComparison.Between(
                "The minister said on Monday that the treaty obliges both countries to act at once.",
                "The minister said that the treaty obliges both countries to consult and then act at once.")
            .Paragraphs.ShouldHaveSingleItem().Words.ShouldBe(
            [
                new WordRun(null, "The minister said"),
                new WordRun(ChangeKind.Removed, "on Monday"),
                new WordRun(null, "that the treaty obliges both countries to"),
                new WordRun(ChangeKind.Added, "consult and then"),
                new WordRun(null, "act at once."),
            ]);

    [Fact]
    public void A_paragraph_that_was_taken_out_is_told_with_its_words()
    {
        var difference = TextComparison.Between($"{Lead}\n\n{Quote}\n\n{End}", $"{Lead}\n\n{End}");

        difference.Paragraphs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            change => change.Kind.ShouldBe(ChangeKind.Removed), change => change.Before.ShouldBe(Quote), change => change.After.ShouldBeEmpty());
        difference.OnlyAdds().ShouldBeFalse();
    }

    [Fact]
    public void A_story_that_is_still_being_written_only_adds()
    {
        var difference = TextComparison.Between(Lead, $"{Lead}\n\n{Quote}\n\n{End}");

        difference.Count(ChangeKind.Added).ShouldBe(2);
        difference.OnlyAdds().ShouldBeTrue();
    }

    [Theory]
    [InlineData("Correction: An earlier version said that forty men were on the flight.")]
    [InlineData("This story has been amended to say who met the plane.")]
    [InlineData("Editor’s note: the department has since withdrawn its figure.")]
    public void What_the_outlet_says_about_its_mistake_is_a_statement(string statement)
    {
        var difference = TextComparison.Between(Lead, $"{Lead}\n\n{statement}");

        difference.Statement.ShouldBe(statement);
        difference.OnlyAdds().ShouldBeFalse();
    }

    [Fact]
    public void Of_a_text_that_is_only_a_part_what_is_missing_says_nothing() =>
        TextComparison.Between($"{Lead}\n\n{Quote}\n\n{End}", Lead, isPart: true).Any().ShouldBeFalse();

    [Fact]
    public void In_a_part_too_a_changed_paragraph_is_one() =>
        TextComparison.Between($"{Lead}\n\n{End}", Lead.Replace("Forty", "Four"), isPart: true).Count(ChangeKind.Changed).ShouldBe(1);

    [Fact]
    public void Texts_with_nothing_in_common_are_bounded_in_what_they_tell()
    {
        var (before, after) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < 5_000; i++)
        {
            before.Append($"Old line {i} says that the {i * 7}th of the ships had left the harbour before dawn.\n\n");
            after.Append($"Nothing {i * 3} remains here but numbers such as {i * 11}, {i * 13} and so on for ever.\n\n");
        }

        TextComparison.Between(before.ToString(), after.ToString()).Paragraphs.Count.ShouldBeLessThanOrEqualTo(2 * TextComparison.MostChanges);
    }

    [Fact]
    public void A_paragraph_of_many_thousand_words_is_told_of_as_a_whole()
    {
        var words = Enumerable.Range(0, 30_000).Select(number => $"w{number % 997}").ToArray();
        var change = TextComparison.Between(string.Join(' ', words), string.Join(' ', words.Reverse())).Paragraphs.ShouldHaveSingleItem();

        change.Words.Count(run => run.Change == ChangeKind.Removed).ShouldBe(1);
    }

    /// <summary>From any difference both texts can be told again: nothing is lost, nothing is made up.</summary>
    [Fact]
    public void The_words_of_a_change_give_both_paragraphs_back()
    {
        var chance = new Random(20261122);
        for (var round = 0; round < 500; round++)
        {
            var before = string.Join(' ', Enumerable.Range(0, chance.Next(20, 60)).Select(_ => $"w{chance.Next(12)}"));
            var after = string.Join(' ', before.Split(' ').SelectMany(word => chance.Next(6) switch { 0 => [], 1 => [word, $"n{chance.Next(9)}"], _ => new[] { word } }));
            foreach (var change in TextComparison.Between(before, after).Paragraphs.Where(change => change.Kind == ChangeKind.Changed))
            {
                Told(change, ChangeKind.Added).ShouldBe(before);
                Told(change, ChangeKind.Removed).ShouldBe(after);
            }
        }
    }

    private static string Told(ParagraphChange change, ChangeKind without) =>
        string.Join(' ', change.Words.Where(run => run.Change != without).Select(run => run.Text));
}
