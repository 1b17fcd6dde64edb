namespace Monitor.Pipeline.Tests.Alerts;

/// <summary>Who is told what, and when.</summary>
public class AlertTests
{
    private const string First =
        "The defence ministers of both countries will meet in Wellington on Friday to look at the Anzus treaty.\n\nNeither office would share an agenda.";

    private const string Retold =
        "Defence ministers from both countries are to look at the Anzus treaty when they meet in Wellington this Friday.\n\nNo agenda was shared by either office.";

    private const string Further =
        "The two countries signed a 400 million dollar agreement on patrol ships.\n\n\"We will sail together from March,\" said defence minister Ana Tipene.";

    [Fact]
    public async Task A_story_that_breaks_is_told_when_its_window_is_over()
    {
        var desk = new AlertDesk();
        await desk.FindAsync(new Found("a", "Ministers meet"));

        (await desk.SubjectsAsync(10)).ShouldBeEmpty();
        var alert = (await desk.PassAsync(1)).ShouldHaveSingleItem();

        alert.Subject.ShouldBe("anzus: Ministers meet");
        alert.To.Address.ShouldBe("desk@example.org");
        alert.DecidedAt.ShouldBe(AlertDesk.Nine.AddMinutes(10));
        alert.Follows.ShouldBeNull();
        (await desk.SubjectsAsync(60)).ShouldBeEmpty();
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stories_of_one_topic_that_break_within_the_window_are_one_message()
    {
        var desk = new AlertDesk();
        await desk.FindAsync(new Found("a", "Ministers meet"), new Found("l", "Levy rises", Topics: "levy"));
        desk.At = desk.At.AddMinutes(9);
        await desk.FindAsync(new Found("b", "Fleet sails"));

        (await desk.SubjectsAsync(5)).ShouldBe(["anzus: Ministers meet / anzus: Fleet sails", "levy: Levy rises"]);

        await desk.FindAsync(new Found("c", "Third day"));
        (await desk.SubjectsAsync(20)).ShouldBe(["anzus: Third day"]);
    }

    [Fact]
    public async Task A_window_of_nothing_lets_go_at_once()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Ministers meet"));

        (await desk.SubjectsAsync(1)).ShouldBe(["anzus: Ministers meet"]);
    }

    [Theory]
    [InlineData("a mention in passing")]
    [InlineData("the first reading of a feed")]
    [InlineData("an old entry")]
    [InlineData("a copy")]
    [InlineData("a topic that has no alerts")]
    [InlineData("an entry that was shown again with other words")]
    public async Task Nobody_is_alerted_by(string what)
    {
        var desk = new AlertDesk("  topics: [anzus]\n  maxAge: 24h");
        var found = new Found("a", "Ministers meet");
        await desk.FindAsync(what switch
        {
            "a mention in passing" => found with { Central = false },
            "the first reading of a feed" => found with { FirstReading = true },
            "an old entry" => found with { Age = TimeSpan.FromHours(25) },
            "a copy" => found with { CopyOf = "original" },
            "a topic that has no alerts" => found with { Topics = ["levy"] },
            _ => found with { Changed = true },
        });

        (await desk.SubjectsAsync(30)).ShouldBeEmpty();
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_age_of_an_entry_is_that_of_when_it_was_found()
    {
        var desk = new AlertDesk("  maxAge: 2h\n  quiet: { hours: \"09:00-15:00\" }");
        await desk.FindAsync(new Found("a", "Ministers meet", Age: TimeSpan.FromMinutes(115)));

        (await desk.SubjectsAsync(6 * 60 + 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Copies_and_other_outlets_that_come_within_the_window_stand_in_the_same_story()
    {
        var desk = new AlertDesk();
        await desk.FindAsync(new Found("a", "Ministers meet", "s", First));
        await desk.FindAsync(new Found("b", "Ministers meet", "s", First, "South", CopyOf: "a"), new Found("c", "Meeting of ministers", "s", Retold, "West"));

        (await desk.SubjectsAsync(11)).ShouldBe(["anzus: Ministers meet"]);
        (await desk.SubjectsAsync(20)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a reprint", true)]
    [InlineData("the same in another outlet's words", false)]
    public async Task A_story_that_was_told_is_not_told_again_for(string what, bool isCopy)
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Ministers meet", "s", First));
        await desk.PassAsync(1);
        await desk.FindAsync(new Found("b", "Ministers to meet over treaty", "s", isCopy ? First : Retold, "South", CopyOf: isCopy ? "a" : null));

        (await desk.SubjectsAsync(30)).ShouldBeEmpty(what);
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a quote", "\"We have never been asked to invoke it,\" said Tom Karavas.")]
    [InlineData("a figure", "It would cost $90 million a year.")]
    [InlineData("somebody with an office", "The meeting is led by secretary of defence Vera Lindqvist.")]
    public async Task A_follow_up_tells_of(string what, string sentence)
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Ministers meet", "s", First));
        await desk.PassAsync(1);
        await desk.FindAsync(new Found("b", "Ministers to meet over treaty", "s", $"{Retold}\n\n{sentence}", "South"));

        (await desk.SubjectsAsync(30)).ShouldBe(["again anzus: Ministers to meet over treaty"], what);
    }

    [Fact]
    public async Task A_follow_up_tells_of_a_turn_of_events()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Ministers meet", "s", First));
        await desk.PassAsync(1);
        await desk.FindAsync(new Found("b", "Talks broken off after submarine leak", "s", "Canberra walked out of the conference late on Thursday, hours after leaked submarine plans surfaced.", "South"));

        (await desk.SubjectsAsync(30)).ShouldBe(["again anzus: Talks broken off after submarine leak"]);
    }

    [Fact]
    public async Task Follow_ups_stand_under_the_first_message_of_their_story_to_the_same_recipient()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.Put("  group: 0m", "[ desk@example.org, second@example.org ]");
        await desk.FindAsync(new Found("a", "Ministers meet", "s", First), new Found("x", "Fleet sails"));
        var first = await desk.PassAsync(1);
        await desk.FindAsync(new Found("b", "Ministers sign", "s", Further, "South"));
        var second = await desk.PassAsync(1);
        await desk.FindAsync(new Found("c", "Ships named", "s", "The first of the 12 ships is called Kea, said admiral Joe Moss.", "West"));
        var third = await desk.PassAsync(1);

        first.Count.ShouldBe(2);
        foreach (var alert in first)
        {
            second.Single(message => message.To == alert.To).Follows.ShouldBe(alert.Id);
            third.Single(message => message.To == alert.To).Follows.ShouldBe(alert.Id);
        }
    }

    [Fact]
    public async Task A_follow_up_waits_for_the_window_and_says_all_that_is_new_in_it()
    {
        var desk = new AlertDesk();
        await desk.FindAsync(new Found("a", "Ministers meet", "s", First));
        await desk.PassAsync(11);
        await desk.FindAsync(new Found("b", "Ministers sign", "s", Further, "South"));
        await desk.PassAsync(5);
        await desk.FindAsync(new Found("c", "Fleet sails"), new Found("d", "Ministers sign for ships", "s", Further, "West"));

        (await desk.SubjectsAsync(30)).ShouldBe(["again anzus: Ministers sign", "anzus: Fleet sails"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_story_that_is_a_main_subject_of_two_topics_is_told_under_both()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Ministers meet", Topics: ["anzus", "levy"]));

        (await desk.SubjectsAsync(1)).ShouldBe(["anzus: Ministers meet", "levy: Ministers meet"]);
    }

    [Fact]
    public async Task A_topic_has_its_own_window_severity_and_recipients()
    {
        var desk = new AlertDesk("  topics: [{ topic: anzus, group: 0m, severity: high, recipients: [defence, desk] }, levy]");
        await desk.FindAsync(new Found("a", "Ministers meet"), new Found("l", "Levy rises", Topics: "levy"));

        var high = await desk.PassAsync(1);
        high.Select(message => (message.To.Address, message.Severity)).ShouldBe(
            [("defence@example.org", Core.Alerts.Severity.High), ("desk@example.org", Core.Alerts.Severity.High)], ignoreOrder: true);
        (await desk.PassAsync(10)).ShouldHaveSingleItem().Severity.ShouldBe(Core.Alerts.Severity.Normal);
    }

    [Fact]
    public async Task What_waits_when_the_desk_gives_its_alerts_up_is_not_told_later()
    {
        var desk = new AlertDesk();
        await desk.FindAsync(new Found("a", "Ministers meet"), new Found("l", "Levy rises", Topics: "levy"));
        await desk.Put("  topics: [levy]\n");

        (await desk.SubjectsAsync(20)).ShouldBe(["levy: Levy rises"]);
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_waits_a_run_costs_one_listing()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Ministers meet"));
        await desk.PassAsync(2);
        desk.Store.Live();

        await desk.ReleaseAsync();

        (desk.Store.Listings, desk.Store.Reads, desk.Store.Writes).ShouldBe((1, 0, 0));
    }
}
