namespace Monitor.Pipeline.Tests.Alerts;

/// <summary>What waits: for the end of the quiet, for the end of the hour. Nothing that waits is lost.</summary>
public class QuietAndLimitTests
{
    [Fact]
    public async Task What_comes_in_quiet_hours_is_one_message_at_their_end()
    {
        // From nine at night to nine in the morning.
        var desk = new AlertDesk("  quiet: { hours: \"21:00-09:00\" }") { At = AlertDesk.Nine.AddHours(-4) };
        await desk.FindAsync(new Found("a", "Ministers meet", "s", "The ministers meet on Friday."));
        await desk.PassAsync(60);
        await desk.FindAsync(new Found("l", "Levy rises", Topics: "levy"));
        (await desk.SubjectsAsync(179)).ShouldBeEmpty();
        await desk.FindAsync(new Found("b", "Fleet sails"));

        (await desk.SubjectsAsync(1)).ShouldBeEmpty();
        (await desk.SubjectsAsync(1)).ShouldBe(["AfterQuiet | anzus: Ministers meet / levy: Levy rises / anzus: Fleet sails"]);
        (await desk.SubjectsAsync(60)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_window_that_would_end_in_quiet_hours_ends_with_them()
    {
        var desk = new AlertDesk("  quiet: { hours: \"09:05-10:00\" }");
        await desk.FindAsync(new Found("a", "Ministers meet"));

        (await desk.SubjectsAsync(60)).ShouldBeEmpty();
        (await desk.SubjectsAsync(1)).ShouldBe(["AfterQuiet | anzus: Ministers meet"]);
    }

    [Fact]
    public async Task A_run_that_comes_late_does_not_break_into_the_quiet()
    {
        var desk = new AlertDesk("  quiet: { hours: \"09:15-10:00\" }");
        await desk.FindAsync(new Found("a", "Ministers meet"));
        desk.At = AlertDesk.Nine.AddMinutes(20);

        (await desk.SubjectsAsync(40)).ShouldBeEmpty();
        (await desk.SubjectsAsync(1)).ShouldBe(["AfterQuiet | anzus: Ministers meet"]);
    }

    [Fact]
    public async Task A_quiet_weekend_ends_on_Monday_morning()
    {
        // Friday, 11 pm.
        var desk = new AlertDesk("  quiet: { hours: \"22:00-06:00\", days: [weekend] }") { At = AlertDesk.Nine.AddHours(38) };
        await desk.FindAsync(new Found("a", "Ministers meet"));
        foreach (var hours in (int[])[12, 24, 42])
        {
            desk.At = AlertDesk.Nine.AddHours(38 + hours);
            (await desk.SubjectsAsync(1)).ShouldBeEmpty();
        }

        desk.At = AlertDesk.Nine.AddHours(38 + 55);
        (await desk.SubjectsAsync(1)).ShouldBe(["AfterQuiet | anzus: Ministers meet"]);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(", except: high", 1)]
    public async Task High_severity_passes_the_quiet_only_where_the_desk_says_so(string except, int messages)
    {
        var desk = new AlertDesk($"  topics: [{{ topic: anzus, severity: high, group: 0m }}, levy]\n  quiet: {{ hours: \"08:00-12:00\"{except} }}");
        await desk.FindAsync(new Found("a", "Ministers meet"), new Found("l", "Levy rises", Topics: "levy"));

        (await desk.SubjectsAsync(60)).Count.ShouldBe(messages);
        (await desk.SubjectsAsync(121)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_waited_is_one_message_for_each_who_are_told_of_the_same_topics()
    {
        var desk = new AlertDesk("  topics: [{ topic: anzus, recipients: [defence] }, levy]\n  quiet: { hours: \"08:00-09:30\" }");
        await desk.FindAsync(new Found("a", "Ministers meet"), new Found("b", "Fleet sails"), new Found("l", "Levy rises", Topics: "levy"));

        (await desk.PassAsync(31)).Select(message => (message.To.Address, message.Subject)).ShouldBe(
            [("defence@example.org", "AfterQuiet | anzus: Ministers meet / anzus: Fleet sails"), ("desk@example.org", "AfterQuiet | levy: Levy rises")]);
    }

    [Fact]
    public async Task Beyond_the_limit_of_the_hour_everything_waits_and_is_named_in_one_message_when_it_is_over()
    {
        var desk = new AlertDesk("  group: 0m\n  perHour: 2");
        var told = new List<string>();
        foreach (var story in (string[])["One", "Two", "Three", "Four"])
        {
            await desk.FindAsync(new Found(story, story));
            told.AddRange(await desk.SubjectsAsync(10));
        }

        told.ShouldBe(["anzus: One", "anzus: Two"]);
        (await desk.SubjectsAsync(20)).ShouldBeEmpty();
        desk.At.ShouldBe(AlertDesk.Nine.AddHours(1));
        (await desk.SubjectsAsync(1)).ShouldBe(["RollUp | anzus: Three / anzus: Four"]);

        // The roll-up counts for its hour.
        await desk.FindAsync(new Found("Five", "Five"));
        (await desk.SubjectsAsync(9)).ShouldBe(["anzus: Five"]);
        await desk.FindAsync(new Found("Six", "Six"));
        (await desk.SubjectsAsync(50)).ShouldBeEmpty();
        (await desk.SubjectsAsync(1)).ShouldBe(["RollUp | anzus: Six"]);
    }

    [Fact]
    public async Task What_the_limit_held_back_within_one_release_is_rolled_up_too()
    {
        var desk = new AlertDesk("  group: 58m\n  perHour: 1");
        await desk.FindAsync(new Found("a", "Ministers meet"), new Found("l", "Levy rises", Topics: "levy"));
        // Due at 9:58, met at 10:01.
        desk.At = AlertDesk.Nine.AddMinutes(61);

        (await desk.SubjectsAsync(59)).ShouldHaveSingleItem();
        (await desk.SubjectsAsync(1)).ShouldHaveSingleItem().ShouldStartWith("RollUp | ");
    }

    [Fact]
    public async Task An_hour_that_ends_in_quiet_ends_with_it()
    {
        var desk = new AlertDesk("  group: 0m\n  perHour: 1\n  quiet: { hours: \"09:50-12:00\" }");
        await desk.FindAsync(new Found("a", "One"));
        await desk.PassAsync(1);
        await desk.FindAsync(new Found("b", "Two"));

        (await desk.SubjectsAsync(179)).ShouldBeEmpty();
        (await desk.SubjectsAsync(1)).ShouldBe(["AfterQuiet | anzus: Two"]);
    }

    [Fact]
    public async Task The_limit_is_that_of_each_reader()
    {
        var desk = new AlertDesk("  topics: [{ topic: anzus, recipients: [defence] }, levy]\n  group: 0m\n  perHour: 1");
        await desk.FindAsync(new Found("a", "Ministers meet"));
        await desk.PassAsync(1);
        await desk.FindAsync(new Found("l", "Levy rises", Topics: "levy"));

        (await desk.SubjectsAsync(1)).ShouldBe(["levy: Levy rises"]);
    }

    [Fact]
    public async Task Corrections_are_neither_counted_nor_held_back_by_the_limit()
    {
        var desk = new AlertDesk("  group: 0m\n  perHour: 2");
        await desk.FindAsync(new Found("a", "One"));
        await desk.PassAsync(1);
        await desk.RetitleAsync("a", "Another");
        await desk.PassAsync(1);
        await desk.FindAsync(new Found("b", "Two"));
        (await desk.SubjectsAsync(1)).ShouldBe(["anzus: Two"]);
        await desk.RetitleAsync("b", "Somewhat else");

        (await desk.SubjectsAsync(1)).ShouldBe(["corrected anzus: Retitled Two"]);
    }
}
