using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.Storage;

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

    [Fact]
    public async Task A_provider_that_wants_no_more_gets_no_more_until_the_time_it_named()
    {
        await box.AddAsync(Messages.Alert("a"), default);
        await box.AddAsync(Messages.Alert("b"), default);
        var sender = new ScriptedSender(new SendOutcome.Recoverable("over quota", TimeSpan.FromMinutes(30)) { OfProvider = true });

        (await RunAsync(sender, Messages.Morning, atOnce: 1)).ShouldBe((0, 1, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(29))).ShouldBe((0, 0, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(30))).ShouldBe((2, 0, 0));
    }

    [Fact]
    public async Task A_server_that_is_down_costs_one_attempt_a_run_however_much_is_waiting()
    {
        for (var number = 0; number < 20; number++)
        {
            await box.AddAsync(Messages.Alert($"story {number}"), default);
        }

        var down = new SendOutcome.Recoverable("no answer") { OfProvider = true };
        var sender = new ScriptedSender(down, down, down);

        (await RunAsync(sender, Messages.Morning, atOnce: 1)).ShouldBe((0, 1, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(1), atOnce: 1)).ShouldBe((0, 1, 0));
        sender.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task Messages_of_a_channel_that_has_closed_are_not_even_read()
    {
        for (var number = 0; number < 20; number++)
        {
            await box.AddAsync(Messages.Alert($"story {number}"), default);
        }

        var before = store.Asked.Reads;
        await RunAsync(new ScriptedSender(new SendOutcome.Recoverable("no answer") { OfProvider = true }), Messages.Morning, atOnce: 1);

        // The pace, the message, and whether it is settled.
        (store.Asked.Reads - before).ShouldBe(3);
    }

    [Fact]
    public async Task A_provider_s_work_is_asked_after_until_it_ends()
    {
        await box.AddAsync(Messages.Alert(), default);
        var sender = new ScriptedSender(new SendOutcome.Underway("op", TimeSpan.FromMinutes(2)), new SendOutcome.Underway("op"));

        (await RunAsync(sender, Messages.Morning)).ShouldBe((0, 1, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(1))).ShouldBe((0, 0, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(2))).ShouldBe((0, 1, 0));
        (await RunAsync(sender, Messages.Morning.AddMinutes(4))).ShouldBe((1, 0, 0));
        sender.Operations.ShouldBe([null, "op", "op"]);
    }

    [Fact]
    public async Task A_provider_that_never_says_what_became_of_its_work_is_believed_to_have_failed_after_a_day()
    {
        await box.AddAsync(Messages.Alert(), default);
        var sender = new ScriptedSender(Enumerable.Repeat<SendOutcome>(new SendOutcome.Underway("op"), 100).ToArray());
        await RunAsync(sender, Messages.Morning);

        (await RunAsync(sender, Messages.Morning.AddHours(23))).ShouldBe((0, 1, 0));
        (await RunAsync(sender, Messages.Morning.AddHours(24))).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task A_message_that_was_the_end_of_every_sender_is_given_up()
    {
        await box.AddAsync(Messages.Alert(), default);
        var at = Messages.Morning;
        for (var sender = 0; sender < 12; sender++, at = at.AddMinutes(5))
        {
            await box.ClaimAsync((await box.PendingAsync(Messages.Alert().Id, default))!, at.AddMinutes(5), default);
        }

        (await RunAsync(new ScriptedSender(), at)).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task A_message_that_cannot_be_handled_stops_no_other_and_fails_the_run()
    {
        await store.CreateAsync(new("outbox", "pending/0000000000000000.json"), "no json"u8.ToArray(), default);
        await box.AddAsync(Messages.Alert(), default);

        await Should.ThrowAsync<AggregateException>(() => RunAsync(new ScriptedSender(), Messages.Morning));

        (await box.AllSentAsync(default).CountAsync()).ShouldBe(1);
    }

    private Task<(int Sent, int Postponed, int Failed)> RunAsync(IMessageSender sender, DateTimeOffset now, int atOnce = 4) =>
        Sending.RunAsync(store, [sender], now, new SendOptions { AtOnce = atOnce });
}
