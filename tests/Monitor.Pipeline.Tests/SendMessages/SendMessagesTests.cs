using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.Storage;
using Send = Monitor.Pipeline.SendMessages.SendMessages;

namespace Monitor.Pipeline.Tests.SendMessages;

public class SendMessagesTests
{
    private readonly InMemoryBlobStore store = new();
    private readonly MessageBox box;

    public SendMessagesTests() => box = new MessageBox(store);

    [Fact]
    public async Task What_is_accepted_is_filed_as_sent()
    {
        await box.AddAsync(Messages.Alert("a"), default);
        await box.AddAsync(Messages.Alert("b"), default);

        var report = await RunAsync(new ScriptedSender(), Messages.Morning);

        report.ShouldBe((2, 0, 0));
        (await box.SentAsync(new DateOnly(2026, 11, 18), default).CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_recoverable_failure_is_tried_again_after_pauses_that_grow()
    {
        await box.AddAsync(Messages.Alert(), default);
        var sender = new ScriptedSender(new SendOutcome.Recoverable("busy"), new SendOutcome.Recoverable("busy"));

        (await RunAsync(sender, Messages.Morning)).ShouldBe((0, 1, 0));
        (await RunAsync(sender, Messages.Morning.AddSeconds(59))).ShouldBe((0, 0, 0));
        (await RunAsync(sender, Messages.Morning.AddSeconds(61))).ShouldBe((0, 1, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(2.5))).ShouldBe((0, 0, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(4))).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_longer_pause_gets_it()
    {
        await box.AddAsync(Messages.Alert(), default);
        var sender = new ScriptedSender(new SendOutcome.Recoverable("over quota", TimeSpan.FromHours(1)));

        await RunAsync(sender, Messages.Morning);

        (await RunAsync(sender, Messages.Morning.AddMinutes(59))).ShouldBe((0, 0, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(61))).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task After_the_last_attempt_the_message_is_filed_as_failed_with_the_reason()
    {
        await box.AddAsync(Messages.Alert(), default);
        var sender = new ScriptedSender(Enumerable.Repeat<SendOutcome>(new SendOutcome.Recoverable("busy"), 12).ToArray());

        var at = Messages.Morning;
        for (var attempt = 1; attempt <= 12; attempt++, at = at.AddHours(5))
        {
            await RunAsync(sender, at);
        }

        (await box.PendingAsync(default).AnyAsync()).ShouldBeFalse();
        (await box.FailedAsync(default).SingleAsync()).Delivery.LastError.ShouldBe("busy; given up after 12 attempts");
    }

    [Fact]
    public async Task What_will_never_be_accepted_is_filed_as_failed_at_once_and_stops_nothing_else()
    {
        await box.AddAsync(Messages.Alert("a"), default);
        await box.AddAsync(Messages.Alert("b"), default);
        var sender = new ScriptedSender(new SendOutcome.Permanent("no such mailbox"));

        (await RunAsync(sender, Messages.Morning)).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task A_message_that_another_sender_has_is_left_alone_until_its_claim_runs_out()
    {
        await box.AddAsync(Messages.Alert(), default);
        await box.ClaimAsync(await box.PendingAsync(default).SingleAsync(), Messages.Morning.AddMinutes(5), default);

        (await RunAsync(new ScriptedSender(), Messages.Morning.AddMinutes(4))).ShouldBe((0, 0, 0));
        (await RunAsync(new ScriptedSender(), Messages.Morning.AddMinutes(6))).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task A_message_for_a_channel_that_nobody_serves_waits_for_the_setting()
    {
        await box.AddAsync(Messages.Alert() with { To = new Destination("deskteams", Channel: Channel.Teams) }, default);

        (await RunAsync(new ScriptedSender(), Messages.Morning)).ShouldBe((0, 1, 0));
    }

    private async Task<(int Sent, int Postponed, int Failed)> RunAsync(IMessageSender sender, DateTimeOffset now)
    {
        var report = await new Send(box, [sender], new SendOptions(), TimeProvider.System).RunAsync(now, default);
        return (report.Messages!.Sent, report.Messages.Postponed, report.Messages.Failed);
    }

    /// <summary>Answers as it is told, and then accepts everything.</summary>
    private sealed class ScriptedSender(params SendOutcome[] outcomes) : IMessageSender
    {
        private readonly Queue<SendOutcome> left = new(outcomes);

        public Channel Channel => Channel.Mail;

        public Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken) =>
            Task.FromResult(left.TryDequeue(out var next) ? next : new SendOutcome.Accepted());
    }
}
