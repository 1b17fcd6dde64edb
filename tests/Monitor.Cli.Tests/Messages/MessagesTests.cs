using System.Text.Json;
using Monitor.Cli.Messages;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Cli.Tests.Messages;

public sealed class MessagesTests : IDisposable
{
    // 7 am on Thursday in Auckland, Wednesday evening in UTC.
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-18T18:00:00Z");
    private static readonly DateOnly Today = new(2026, 11, 19);
    private static readonly DeskZone Zone = DeskZone.Find("Pacific/Auckland")!;

    private readonly InMemoryBlobStore store = new();
    private readonly MessageBox box;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public MessagesTests() => box = new MessageBox(store);

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task List_shows_what_waits_what_failed_and_what_was_sent_today()
    {
        await FilledAsync();

        (await ListAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ShouldBe(
        [
            $"{Message("waits").Id}  pending  7:00 am               alert       desk@example.org  About waits",
            $"{Message("fails").Id}  failed   7:00 am               alert       The desk <gone@example.org>  About fails",
            "no such mailbox (550 5.1.1)",
            $"{Message("goes").Id}  sent     7:00 am               alert       desk@example.org  About goes",
            "1 pending, 1 failed, 1 sent. Times are Pacific/Auckland.",
        ]);
    }

    [Theory]
    [InlineData(false, true, null, "0 pending, 1 failed, 0 sent")]
    [InlineData(true, false, null, "1 pending, 0 failed, 0 sent")]
    [InlineData(false, false, "2026-11-19", "1 pending, 1 failed, 1 sent")]
    [InlineData(false, false, "2026-11-18", "0 pending, 0 failed, 0 sent")]
    public async Task List_shows_what_is_asked_for(bool pending, bool failed, string? day, string summary)
    {
        await FilledAsync();

        (await ListAsync(pending, failed, day is null ? null : DateOnly.Parse(day))).ShouldContain(summary);
    }

    [Fact]
    public async Task List_for_programs_is_an_object_a_line()
    {
        await FilledAsync();

        var lines = (await ListAsync(json: true)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        lines.Select(line => line.GetProperty("state").GetString()).ShouldBe(["pending", "failed", "sent"]);
        lines[1].GetProperty("lastError").GetString().ShouldBe("no such mailbox (550 5.1.1)");
        lines[2].GetProperty("sentAt").GetDateTime().ShouldBe(Now.UtcDateTime);
    }

    [Fact]
    public async Task Hostile_subjects_do_nothing_to_a_terminal()
    {
        await box.AddAsync(Message("waits") with { Subject = "\u001b]0;owned\u0007\r\nsent", Text = "\u001b[2Jgone" }, default);

        (await ListAsync() + await ShowAsync(Message("waits").Id)).ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Show_tells_headers_text_and_what_happened()
    {
        await FilledAsync();

        (await ShowAsync(Message("fails").Id)).Split('\n').Select(line => line.TrimEnd()).ShouldBe(
        [
            $"Message:         {Message("fails").Id} (alert, normal)",
            "From:            Monitor <monitor@example.org>",
            "To:              The desk <gone@example.org>",
            "Subject:         About fails",
            $"Message-ID:      <{Message("fails").Id}@example.org>",
            "Auto-Submitted:  auto-generated",
            "X-Monitor-Kind:  alert",
            "",
            "What happened so far (times are Pacific/Auckland):",
            "  Thu 19 Nov, 7:00 am  decided",
            "  Thu 19 Nov, 7:00 am  no such mailbox (550 5.1.1)",
            "  Given up after 1 attempt. `monitor messages retry ID` sends it again.",
            "",
            "The text of fails.",
            "",
        ]);
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("../settled/x")]
    public async Task Show_says_so_where_there_is_no_such_message(string id)
    {
        (await MessagePage.ShowAsync(box, id, Zone, json: false, output, errors, default)).ShouldBe(1);

        errors.ToString().ShouldContain("there is no message");
    }

    [Fact]
    public async Task Retry_puts_one_message_back_and_the_list_shows_it_once()
    {
        await FilledAsync();

        (await RetryAsync(Message("fails").Id)).ShouldBe(0);

        (await ListAsync()).ShouldContain("2 pending, 0 failed, 1 sent");
        (await box.PendingAsync(Message("fails").Id, default))!.Message.Delivery.ShouldSatisfyAllConditions(
            delivery => delivery.Attempts.ShouldBe(0),
            delivery => delivery.History!.Select(happened => happened.What).ShouldBe(["no such mailbox (550 5.1.1)", "to be tried again, by hand"]));
    }

    [Fact]
    public async Task Retry_puts_everything_back_that_failed()
    {
        await FilledAsync();

        (await RetryAsync(null, all: true)).ShouldBe(0);

        output.ToString().ShouldContain("1 message waits for the next sending");
    }

    [Fact]
    public async Task Retry_of_what_did_not_fail_changes_nothing()
    {
        await FilledAsync();
        var before = store.Names.ToList();

        (await RetryAsync(Message("goes").Id)).ShouldBe(1);

        store.Names.ShouldBe(before);
        errors.ToString().ShouldContain("no failed message has this identifier");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("0123456789abcdef", true)]
    public async Task Retry_wants_one_message_or_all(string? id, bool all) => (await RetryAsync(id, all)).ShouldBe(2);

    [Fact]
    public async Task Recipients_shows_who_refuses_by_the_names_of_the_desk()
    {
        var book = new RefusalBook(store);
        await book.RefusedAsync(new Destination("gone@example.org"), "a", "no such mailbox (550)", Now, default);
        await book.RefusedAsync(new Destination("stranger@example.org"), "a", "no such mailbox (550)", Now, default);
        await book.RefusedAsync(new Destination("stranger@example.org"), "b", "no such mailbox (550)", Now, default);

        await RefusingRecipients.ShowAsync(book, Desk(), json: false, output, default);

        output.ToString().Split('\n').Select(line => line.Trim()).Take(3).ShouldBe(
        [
            $"2 refused in a row  {RefusalBook.Key(new Destination("stranger@example.org"))} (no longer in desk.yaml)  last Thu 19 Nov, 7:00 am: no such mailbox (550)",
            "1 refused in a row  The desk <gone@example.org>  last Thu 19 Nov, 7:00 am: no such mailbox (550)",
            "Messages still go to them. Put the addresses right in desk.yaml, or take them out.",
        ]);
    }

    private async Task FilledAsync()
    {
        await box.AddAsync(Message("waits"), default);
        foreach (var what in (string[])["fails", "goes"])
        {
            await box.AddAsync(Message(what), default);
            var claimed = await box.ClaimAsync((await box.PendingAsync(Message(what).Id, default))!, Now.AddMinutes(5), default);
            await (what == "goes" ? box.FileSentAsync(claimed!, Now, default) : box.FileFailedAsync(claimed!, "no such mailbox (550 5.1.1)", Now, default));
        }
    }

    private async Task<string> ListAsync(bool pending = false, bool failed = false, DateOnly? day = null, bool json = false)
    {
        await using var list = new StringWriter();
        await MessageLines.WriteAsync(new StoredMessages(box, Zone).ListAsync(day, Today, pending, failed, default), Zone, Today, json, list);
        return list.ToString();
    }

    private async Task<string> ShowAsync(string id)
    {
        await using var page = new StringWriter();
        (await MessagePage.ShowAsync(box, id, Zone, json: false, page, errors, default)).ShouldBe(0);
        return page.ToString();
    }

    private Task<int> RetryAsync(string? id, bool all = false) => MessageRetry.RunAsync(box, id, all, Now.AddHours(1), output, errors, default);

    private static Message Message(string what) => new(
        MessageId.From("alert", what), MessageKind.Alert, new Address("monitor@example.org", "Monitor"),
        what == "fails" ? new Destination("gone@example.org", "The desk") : new Destination("desk@example.org"),
        $"About {what}", "<p>html</p>", $"The text of {what}.\n", Now, new Delivery());

    private static Desk Desk() => Core.Digests.Desk.Load("desk.yaml", """
        zone: Pacific/Auckland
        contact: desk@example.org
        from: { name: Monitor, address: monitor@example.org }
        recipients:
          desk: [ { name: The desk, address: gone@example.org } ]
          operations: [ ops@example.org ]
        operations: operations
        editions:
          - { id: morning, name: Morning, at: ["07:00"], days: daily, topics: [ports], recipients: [desk] }
        """).Desk!;
}
