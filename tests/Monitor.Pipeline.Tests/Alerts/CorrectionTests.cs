using Monitor.Core.Revisions;

namespace Monitor.Pipeline.Tests.Alerts;

/// <summary>What was told and is not so any more.</summary>
public class CorrectionTests
{
    private const string Text =
        "The tribunal upheld the removal of 14 people on Tuesday, said registrar Ana Tipene.\n\nTheir lawyer has asked the court to hear the case.";

    [Fact]
    public async Task Another_headline_is_told_under_the_alert_to_those_who_had_it()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        var alert = (await desk.PassAsync(1)).Single();
        await desk.Put("  group: 0m", "[ { name: The desk, address: desk@example.org }, late@example.org ]");
        await desk.RetitleAsync("a", "Tribunal halts removal");

        var correction = (await desk.PassAsync(1)).ShouldHaveSingleItem();
        correction.Subject.ShouldBe("corrected anzus: Retitled Tribunal upholds removal");
        correction.To.ShouldBe(alert.To);
        correction.Follows.ShouldBe(alert.Id);
        (await desk.SubjectsAsync(30)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a figure", "removal of 14 people", "removal of 41 people")]
    [InlineData("a number in words", "removal of 14 people", "removal of four people")]
    [InlineData("a negation", "The tribunal upheld", "The tribunal has not upheld")]
    [InlineData("a name", "Ana Tipene", "Vera Moss")]
    [InlineData("a day", "on Tuesday", "on Monday")]
    [InlineData("other words", "upheld the removal of", "threw out a plan to remove")]
    [InlineData("a paragraph that is gone", "\n\nTheir lawyer has asked the court to hear the case.", "")]
    [InlineData("what the outlet says itself", "hear the case.", "hear the case.\n\nCorrection: an earlier version had the wrong number.")]
    public async Task Text_that_changed_in_substance_is_told(string what, string before, string after)
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        Text.ShouldContain(before);
        await desk.RewriteAsync("a", Text.Replace(before, after, StringComparison.Ordinal));

        (await desk.SubjectsAsync(30)).ShouldBe(["corrected anzus: Changed Tribunal upholds removal"], what);
    }

    [Theory]
    [InlineData("a slip of the pen", "tribunal upheld", "trbiunal upheld")]
    [InlineData("another spelling", "asked the court", "askd the court")]
    [InlineData("punctuation", "on Tuesday, said", "on Tuesday – said")]
    [InlineData("one word for another", "has asked", "had asked")]
    [InlineData("a caption", "hear the case.", "hear the case.\n\nPhoto: Supplied")]
    [InlineData("a paragraph that says nothing new", "hear the case.", "hear the case.\n\nThe tribunal upheld the removal on Tuesday.")]
    public async Task A_change_that_tells_nothing_is_not_told(string what, string before, string after)
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        Text.ShouldContain(before);
        await desk.RewriteAsync("a", Text.Replace(before, after, StringComparison.Ordinal));

        (await desk.SubjectsAsync(30)).ShouldBeEmpty(what);
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_that_goes_on_with_something_new_is_a_follow_up()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        await desk.RewriteAsync("a", $"{Text}\n\n\"We will appeal within 28 days,\" said lawyer Priya Nand.");

        (await desk.SubjectsAsync(30)).ShouldBe(["again anzus: Tribunal upholds removal"]);
    }

    [Fact]
    public async Task A_page_that_is_gone_is_told_once_and_so_is_its_return()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        await desk.RemoveAsync("a");
        (await desk.SubjectsAsync(5)).ShouldBe(["corrected anzus: Removed Tribunal upholds removal"]);
        await desk.RemoveAsync("a");
        (await desk.SubjectsAsync(5)).ShouldBeEmpty();

        await desk.ReturnAsync("a");
        (await desk.SubjectsAsync(5)).ShouldBe(["corrected anzus: Returned Tribunal upholds removal"]);
    }

    [Fact]
    public async Task The_same_version_is_told_once_however_often_an_outlet_turns_back_and_forth()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        await desk.RetitleAsync("a", "Tribunal halts removal");
        (await desk.SubjectsAsync(1)).ShouldHaveSingleItem();
        await desk.RetitleAsync("a", "Tribunal upholds removal");
        await desk.PassAsync(1);
        await desk.RetitleAsync("a", "Tribunal halts removal");

        (await desk.SubjectsAsync(30)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_changes_that_wait_together_are_one_correction_of_what_was_told()
    {
        var desk = new AlertDesk("  group: 0m\n  quiet: { hours: \"09:05-09:30\" }");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(10);
        await desk.RetitleAsync("a", "Tribunal halts removal");
        await desk.RetitleAsync("a", "Tribunal puts off removal");

        (await desk.SubjectsAsync(21)).ShouldBe(["AfterQuiet | corrected anzus: Retitled Tribunal upholds removal"]);
    }

    [Fact]
    public async Task An_article_of_which_nobody_was_told_is_corrected_to_nobody()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("old", "Tribunal sits", "t", FirstReading: true));
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        await desk.FindAsync(new Found("b", "Removal upheld by tribunal", "s", Text, "South", CopyOf: "a"));
        await desk.RetitleAsync("old", "Tribunal stands");
        await desk.RetitleAsync("b", "Removal halted by tribunal");

        (await desk.SubjectsAsync(30)).ShouldBeEmpty();
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_story_that_changed_before_it_was_told_is_told_as_it_is_now()
    {
        var desk = new AlertDesk();
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(5);
        await desk.RetitleAsync("a", "Tribunal halts removal");

        (await desk.SubjectsAsync(30)).ShouldBe(["anzus: Tribunal halts removal"]);
    }

    [Fact]
    public async Task A_story_that_was_removed_before_it_was_told_is_told_with_that()
    {
        var desk = new AlertDesk();
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(5);
        await desk.RemoveAsync("a");

        (await desk.SubjectsAsync(30)).ShouldBe(["anzus: Tribunal upholds removal (Removed)"]);
    }

    [Fact]
    public async Task A_correction_waits_for_no_window_but_for_the_end_of_the_quiet()
    {
        var desk = new AlertDesk("  group: 60m\n  quiet: { hours: \"11:00-12:00\" }");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text), new Found("b", "Fleet sails"));
        await desk.PassAsync(61);
        await desk.FindAsync(new Found("c", "Levy rises"));
        await desk.RetitleAsync("b", "Fleet stays");
        (await desk.SubjectsAsync(1)).ShouldBe(["corrected anzus: Retitled Fleet sails"]);

        desk.At = AlertDesk.Nine.AddHours(2);
        await desk.RemoveAsync("a");
        (await desk.SubjectsAsync(60)).ShouldBeEmpty();
        (await desk.SubjectsAsync(1)).ShouldBe(["AfterQuiet | anzus: Levy rises / corrected anzus: Removed Tribunal upholds removal"]);
    }

    [Fact]
    public async Task Whoever_has_left_the_desk_is_not_written_to()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        await desk.Put("  group: 0m", "[ new@example.org ]");
        await desk.RemoveAsync("a");

        (await desk.SubjectsAsync(5)).ShouldBeEmpty();
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_knows_better_what_changed_than_the_text_that_was_kept()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Tribunal upholds removal", "s", Text));
        await desk.PassAsync(1);
        // Only a teaser could be read this time.
        await desk.ReviseAsync("a", before => before with { Document = before.Document with { Text = "The tribunal upheld." } }, TextDifference.None);

        (await desk.SubjectsAsync(30)).ShouldBeEmpty();
    }
}
