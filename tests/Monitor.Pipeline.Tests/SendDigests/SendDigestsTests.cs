namespace Monitor.Pipeline.Tests.SendDigests;

/// <summary>19 November 2026 is a Thursday.</summary>
public sealed class SendDigestsTests : IDisposable
{
    private readonly DigestRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task An_edition_goes_to_each_of_its_recipients_once()
    {
        await room.FindAsync("Treaty signed", "2026-11-18 20:00");

        var sent = await room.RunAsync("2026-11-19 07:00");

        sent.Select(message => message.To.Address).ShouldBe(["desk@example.org", "second@example.org"], ignoreOrder: true);
        sent.ShouldAllBe(message => message.Subject == "Morning digest: Treaty signed");
        (await room.RunAsync("2026-11-19 07:15")).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_an_outage_over_its_hour_it_is_sent_late_and_says_so()
    {
        await room.RunAsync("2026-11-18 07:00");
        await room.FindAsync("Treaty signed", "2026-11-18 20:00");
        await room.FindAsync("After the hour", "2026-11-19 09:00");

        (await room.RunAsync("2026-11-19 11:40")).ShouldAllBe(message => message.Subject == "Morning digest: Treaty signed (late)");
        (await room.RunAsync("2026-11-20 07:00")).ShouldAllBe(message => message.Subject == "Morning digest: After the hour");
    }

    [Theory]
    [InlineData("clocks go forward", "2026-09-26", "2026-09-27", "2026-09-28")]
    [InlineData("clocks go back", "2026-04-04", "2026-04-05", "2026-04-06")]
    public async Task Comes_once_a_day_at_its_local_hour_when(string change, string before, string day, string after)
    {
        (await room.RunAsync($"{before} 07:00")).Count.ShouldBe(2, change);
        (await room.RunAsync($"{day} 06:59")).ShouldBeEmpty(change);
        (await room.RunAsync($"{day} 07:00")).Count.ShouldBe(2, change);
        (await room.RunAsync($"{day} 08:00")).ShouldBeEmpty(change);
        (await room.RunAsync($"{after} 06:59")).ShouldBeEmpty(change);
        (await room.RunAsync($"{after} 07:00")).Count.ShouldBe(2, change);
    }

    [Fact]
    public async Task The_weekday_is_the_desks()
    {
        room.Desk("at: [\"07:00\"]", "at: [\"07:00\"]\n    days: [thu]");

        (await room.RunAsync("2026-11-19 07:00")).Count.ShouldBe(2);
        (await room.RunAsync("2026-11-20 07:00")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Renamed_on_the_day_that_it_went_out_nobody_gets_it_again()
    {
        await room.RunAsync("2026-11-18 07:00");
        await room.FindAsync("Treaty signed", "2026-11-18 20:00");
        await room.RunAsync("2026-11-19 07:00");
        room.Desk("id: morning", "id: breakfast").Desk("Morning digest", "Breakfast digest");

        (await room.RunAsync("2026-11-19 07:15")).ShouldBeEmpty();
        (await room.RunAsync("2026-11-20 07:00")).ShouldAllBe(message => message.Subject == "Breakfast digest: ");
    }

    [Fact]
    public async Task Renamed_and_moved_on_one_day_it_is_known_by_the_id_that_it_had()
    {
        await room.RunAsync("2026-11-18 07:00");
        await room.FindAsync("Treaty signed", "2026-11-18 20:00");
        await room.RunAsync("2026-11-19 07:00");
        await room.FindAsync("After the hour", "2026-11-19 07:10");
        room.Desk("id: morning", "id: breakfast\n    was: morning").Desk("\"07:00\"", "\"07:30\"");

        (await room.RunAsync("2026-11-19 07:30")).ShouldBeEmpty();
        (await room.RunAsync("2026-11-20 07:30")).ShouldAllBe(message => message.Subject == "Morning digest: After the hour");
        room.Digests.ShouldNotContain(name => name.Contains("2026-11-19-breakfast"));
    }

    [Fact]
    public async Task Moved_to_a_later_hour_on_the_day_that_it_went_out_it_waits_for_the_next_day()
    {
        await room.RunAsync("2026-11-19 07:00");
        room.Desk("\"07:00\"", "\"09:00\"");

        (await room.RunAsync("2026-11-19 09:00")).ShouldBeEmpty();
        (await room.RunAsync("2026-11-20 09:00")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_editions_that_say_the_same_at_one_time_reach_a_recipient_of_both_once()
    {
        room.Desk("editions:", "editions:\n  - { id: minister, name: For the minister, at: [\"07:00\"], topics: [anzus], recipients: [operations, desk] }");

        (await room.RunAsync("2026-11-19 07:00")).Select(message => message.To.Address)
            .ShouldBe(["desk@example.org", "ops@example.org", "second@example.org"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_calendar_names_the_day_shifts_it_and_skips_it()
    {
        room.Calendar("parliament", "2026-11-19: Parliament sits").Calendar("holidays", "2026-11-20: A holiday", "2026-11-19: Founders’ Day")
            .Desk("topics: [anzus]\n    recipients: [desk]\nalerts", "topics: [anzus]\n    recipients: [desk]\n    on: { parliament: \"06:30\", holidays: skip }\nalerts");

        (await room.RunAsync("2026-11-19 06:30")).Count.ShouldBe(2);
        (await room.RunAsync("2026-11-20 12:00")).ShouldBeEmpty();
        (await room.RunAsync("2026-11-21 07:00")).Count.ShouldBe(2);

        (await room.DigestAsync("2026-11-19-morning")).Days.ShouldBe(["Founders’ Day", "Parliament sits"]);
        var next = await room.DigestAsync("2026-11-21-morning");
        next.Days.ShouldBe([]);
        next.From.ShouldBe(DigestRoom.At("2026-11-19 06:30"));
    }

    [Fact]
    public async Task A_calendar_that_is_about_to_end_is_named()
    {
        room.Calendar("parliament", "2026-11-19: Parliament sits");

        await room.RunAsync("2026-11-19 07:00");
        await room.RunAsync("2026-12-20 07:00");

        (await room.DigestAsync("2026-11-19-morning")).Notes.ShouldBe([]);
        (await room.DigestAsync("2026-12-20-morning")).Notes.ShouldBe(["The calendar “The parliament” ends on Thursday 31 December 2026: write the days after it into its file."]);
    }
}
