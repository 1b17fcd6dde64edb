using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.Tests.CheckHealth;

public class TellOfFailuresTests
{
    private static readonly DateTimeOffset Now = Messages.Morning;
    private readonly InMemoryBlobStore store = new();
    private readonly MessageBox box;
    private readonly RefusalBook refusals;

    public TellOfFailuresTests() => (box, refusals) = (new MessageBox(store), new RefusalBook(store));

    [Fact]
    public async Task A_mail_that_failed_is_told_on_the_other_channels_of_operations()
    {
        await FailAsync(Messages.Alert());

        (await TellAsync("{ channel: room }", "ops@example.org")).ShouldBe(1);

        (await WaitingAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.To.ShouldBe(new Destination("room", "", Channel.Teams)),
            notice => notice.Text.ShouldContain("About tribunal"),
            notice => notice.Text.ShouldContain("no such mailbox"),
            notice => notice.About.ShouldBe(Messages.Alert().Id));
    }

    [Fact]
    public async Task Where_operations_have_one_channel_another_of_its_recipients_hears()
    {
        await FailAsync(Messages.Alert(to: "ops@example.org") with { Kind = MessageKind.Operations });

        await TellAsync("ops@example.org", "second@example.org");

        (await WaitingAsync()).ShouldHaveSingleItem().To.Address.ShouldBe("second@example.org");
    }

    [Fact]
    public async Task Where_nobody_else_is_left_the_run_s_report_says_so_and_no_message_is_made()
    {
        await FailAsync(Messages.Alert(to: "ops@example.org"));

        var (decided, notes) = await Telling("ops@example.org").TellAsync(Now, default);

        (decided, (await WaitingAsync()).Count).ShouldBe((0, 0));
        notes.ShouldHaveSingleItem().ShouldContain("no other way");
        notes[0].ShouldNotContain("@");
    }

    [Fact]
    public async Task A_failure_is_told_once_however_often_one_looks()
    {
        await FailAsync(Messages.Alert());

        await TellAsync("ops@example.org");
        (await TellAsync("ops@example.org")).ShouldBe(0);
        (await TellAsync("ops@example.org", at: Now.AddHours(5))).ShouldBe(0);
    }

    [Fact]
    public async Task A_thousand_failures_are_a_notice_an_hour_and_not_a_thousand()
    {
        await FailAsync(Messages.Alert("first"));
        await TellAsync("ops@example.org");
        for (var number = 0; number < 30; number++)
        {
            await FailAsync(Messages.Alert($"story {number}"));
        }

        (await TellAsync("ops@example.org", at: Now.AddMinutes(10))).ShouldBe(0);
        (await TellAsync("ops@example.org", at: Now.AddMinutes(61))).ShouldBe(1);

        var notice = (await WaitingAsync()).Single(message => message.DecidedAt > Now);
        notice.Subject.ShouldBe("30 messages could not be delivered");
        notice.Text.ShouldContain("And 10 more.");
    }

    [Fact]
    public async Task A_notice_that_fails_is_told_of_to_nobody()
    {
        await FailAsync(Messages.Alert());
        await TellAsync("ops@example.org", "second@example.org");
        foreach (var notice in await WaitingAsync())
        {
            await FailAsync(notice);
        }

        (await TellAsync("ops@example.org", "second@example.org", at: Now.AddHours(2))).ShouldBe(0);
        (await box.FailedUntoldAsync(default).AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_failed_again_after_a_retry_is_told_again()
    {
        await FailAsync(Messages.Alert());
        await TellAsync("ops@example.org");
        await box.RetryAsync(Messages.Alert().Id, Now.AddHours(1), default);
        await FailAsync(Messages.Alert(), Now.AddHours(2));

        (await TellAsync("ops@example.org", at: Now.AddHours(2))).ShouldBe(1);
    }

    [Fact]
    public async Task A_recipient_that_refuses_three_times_in_a_row_is_told_of_once()
    {
        for (var number = 1; number <= 2; number++)
        {
            await refusals.RefusedAsync(new Destination("desk@example.org"), $"m{number}", "no such mailbox", Now, default);
        }

        (await TellAsync("ops@example.org")).ShouldBe(0);

        await refusals.RefusedAsync(new Destination("desk@example.org"), "m3", "no such mailbox", Now, default);
        (await TellAsync("ops@example.org")).ShouldBe(1);
        (await TellAsync("ops@example.org", at: Now.AddHours(9))).ShouldBe(0);
        (await WaitingAsync()).ShouldHaveSingleItem().Text.ShouldContain("desk@example.org has refused 3 messages in a row");
    }

    [Fact]
    public async Task A_recipient_is_not_told_of_themselves()
    {
        for (var number = 1; number <= 3; number++)
        {
            await refusals.RefusedAsync(new Destination("ops@example.org"), $"m{number}", "no such mailbox", Now, default);
        }

        (await TellAsync("ops@example.org", "second@example.org")).ShouldBe(1);
        (await WaitingAsync()).ShouldHaveSingleItem().To.Address.ShouldBe("second@example.org");
    }

    private async Task FailAsync(Message message, DateTimeOffset? at = null)
    {
        await box.AddAsync(message, default);
        var claimed = await box.ClaimAsync((await box.PendingAsync(message.Id, default))!, Now.AddMinutes(5), default);
        await box.FileFailedAsync(claimed!, "no such mailbox", at ?? Now, default);
    }

    private async Task<List<Message>> WaitingAsync() => await box.PendingAsync(default).Select(pending => pending.Message).ToListAsync();

    private async Task<int> TellAsync(params string[] operations) => (await Telling(operations).TellAsync(Now, default)).Decided;

    private async Task<int> TellAsync(string operation, DateTimeOffset at) => (await Telling(operation).TellAsync(at, default)).Decided;

    private async Task<int> TellAsync(string operation, string second, DateTimeOffset at) => (await Telling(operation, second).TellAsync(at, default)).Decided;

    private TellOfFailures Telling(params string[] operations)
    {
        foreach (var (path, text) in Files(string.Join(", ", operations)))
        {
            store.CreateAsync(new BlobName(Containers.Config, path), System.Text.Encoding.UTF8.GetBytes(text), default).GetAwaiter().GetResult();
        }

        return new TellOfFailures(new ConfigurationSource(store), box, refusals, new NotifyOperations(box, new TitleWriter()), new SendOptions());
    }

    private static Dictionary<string, string> Files(string operations) => new()
    {
        ["feeds.opml"] = """
            <opml version="2.0"><head><title>t</title></head><body>
            <outline type="rss" id="north" text="North Times" xmlUrl="https://north.example/feed"/>
            </body></opml>
            """,
        ["desk.yaml"] = $$"""
            zone: Pacific/Auckland
            contact: desk@example.org
            from: { name: Monitor, address: monitor@example.org }
            channels: { room: teams }
            recipients:
              desk: [ desk@example.org ]
              operations: [ {{operations}} ]
            operations: operations
            editions:
              - id: morning
                name: Morning digest
                at: ["07:00"]
                days: [daily]
                topics: [ports]
                recipients: [desk]
            """,
        ["topics/ports.yaml"] = """
            id: ports
            name: Ports
            description: Cranes and quays.
            signals:
              - id: crane
                any: [harbour crane]
                weight: 2
            thresholds: { match: 1.0, central: 2.5 }
            samples:
              must: ["A harbour crane fell."]
              mustNot: ["A bird sang."]
            """,
    };

    private sealed class TitleWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) =>
            Task.FromResult(new WrittenMail(notice.Title, "", string.Join('\n', notice.Lines)));

        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
