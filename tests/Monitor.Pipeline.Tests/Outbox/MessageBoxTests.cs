using Monitor.Core.Alerts;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.Outbox;

public class MessageBoxTests
{
    private readonly InMemoryBlobStore store = new();
    private readonly MessageBox box;

    public MessageBoxTests() => box = new MessageBox(store);

    [Fact]
    public void Identifiers_follow_from_what_is_said_and_to_whom()
    {
        MessageId.From("alert", "tribunal", "a@example.org").ShouldBe(MessageId.From("alert", "tribunal", "a@example.org"));
        MessageId.From("alert", "tribunal", "a@example.org").ShouldNotBe(MessageId.From("alert", "tribunal", "b@example.org"));
        MessageId.From("ab", "c").ShouldNotBe(MessageId.From("a", "bc"));
        MessageId.From("x").Length.ShouldBe(16);
    }

    [Fact]
    public async Task A_message_that_is_decided_twice_is_in_the_box_once()
    {
        (await box.AddAsync(Messages.Alert(), default)).ShouldBeTrue();
        (await box.AddAsync(Messages.Alert(), default)).ShouldBeFalse();

        (await box.PendingAsync(default).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Only_one_of_two_senders_gets_a_message()
    {
        await box.AddAsync(Messages.Alert(), default);
        var seen = await box.PendingAsync(default).SingleAsync();

        var claims = await Task.WhenAll(
            box.ClaimAsync(seen, Messages.Morning.AddMinutes(5), default),
            box.ClaimAsync(seen, Messages.Morning.AddMinutes(5), default));

        claims.Count(claim => claim is not null).ShouldBe(1);
        claims.Single(claim => claim is not null)!.Message.Delivery.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_was_sent_is_filed_by_the_day_it_went()
    {
        var claimed = await ClaimedAsync(Messages.Alert());
        await box.FileSentAsync(claimed, Messages.Morning, default);

        var id = claimed.Message.Id;
        store.Names.ShouldBe([$"outbox/sent/2026/11/18/{id}.json", $"outbox/settled/{id}.json"]);
        (await box.SentAsync(new DateOnly(2026, 11, 18), default).SingleAsync()).Delivery.SentAt.ShouldBe(Messages.Morning);
    }

    [Theory]
    [InlineData("sent")]
    [InlineData("failed")]
    public async Task A_message_that_is_settled_is_never_put_in_the_box_again(string folder)
    {
        var claimed = await ClaimedAsync(Messages.Alert());
        await (folder == "sent" ? box.FileSentAsync(claimed, Messages.Morning, default) : box.FileFailedAsync(claimed, "no such mailbox", Messages.Morning, default));

        (await box.AddAsync(Messages.Alert() with { DecidedAt = Messages.Morning.AddYears(1) }, default)).ShouldBeFalse();
        (await box.PendingAsync(default).AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_came_back_while_it_was_being_settled_is_thrown_away_at_the_claim()
    {
        var claimed = await ClaimedAsync(Messages.Alert());
        await box.FileSentAsync(claimed, Messages.Morning, default);
        // The other process looked before the message was settled, and writes after it.
        await store.CreateAsync(new("outbox", $"pending/{claimed.Message.Id}.json"), Pipeline.Storage.PipelineJson.Write(Messages.Alert()), default);

        (await box.ClaimAsync(await box.PendingAsync(default).SingleAsync(), Messages.Morning, default)).ShouldBeNull();
        (await box.PendingAsync(default).AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_is_put_off_says_why_and_until_when()
    {
        var claimed = await ClaimedAsync(Messages.Alert());
        await box.PostponeAsync(claimed, claimed.Message.Delivery with { LastError = "the server is busy", NotBefore = Messages.Morning.AddMinutes(3) }, default);

        var delivery = (await box.PendingAsync(default).SingleAsync()).Message.Delivery;
        (delivery.LastError, delivery.NotBefore, delivery.ClaimedUntil, delivery.Attempts)
            .ShouldBe(("the server is busy", Messages.Morning.AddMinutes(3), null, 1));
    }

    [Fact]
    public async Task What_is_most_urgent_is_due_first_and_the_longest_waiting_among_equals()
    {
        var digest = Messages.Alert("digest") with { Kind = MessageKind.Digest, DecidedAt = Messages.Morning.AddHours(-1) };
        var late = Messages.Alert("late") with { DecidedAt = Messages.Morning.AddMinutes(-1) };
        var early = Messages.Alert("early") with { DecidedAt = Messages.Morning.AddMinutes(-2) };
        var high = Messages.Alert("high") with { Severity = Severity.High };
        foreach (var message in (Message[])[digest, late, early, high])
        {
            await box.AddAsync(message, default);
        }

        (await DueAsync(10)).ShouldBe([high.Id, early.Id, late.Id, digest.Id]);
        (await DueAsync(2)).ShouldBe([high.Id, early.Id]);
    }

    [Fact]
    public async Task What_waits_for_a_later_attempt_or_is_in_a_sender_s_hands_is_not_due()
    {
        var claimed = await ClaimedAsync(Messages.Alert("claimed"));
        await box.AddAsync(Messages.Alert("postponed"), default);
        var postponed = (await box.ClaimAsync((await box.PendingAsync(Messages.Alert("postponed").Id, default))!, Messages.Morning.AddMinutes(5), default))!;
        await box.PostponeAsync(postponed, postponed.Message.Delivery with { NotBefore = Messages.Morning.AddMinutes(30) }, default);

        (await DueAsync(10)).ShouldBeEmpty();
        (await DueAsync(10, Messages.Morning.AddMinutes(5))).ShouldBe([claimed.Message.Id]);
        (await DueAsync(10, Messages.Morning.AddMinutes(30))).ShouldBe([claimed.Message.Id, postponed.Message.Id]);
    }

    [Fact]
    public async Task A_message_of_a_version_that_gave_no_labels_is_due_at_once()
    {
        var old = Messages.Alert();
        await store.CreateAsync(new("outbox", $"pending/{old.Id}.json"), Pipeline.Storage.PipelineJson.Write(old), default);

        (await DueAsync(10)).ShouldBe([old.Id]);
    }

    [Fact]
    public async Task Looking_for_what_is_due_reads_no_message()
    {
        for (var number = 0; number < 50; number++)
        {
            await box.AddAsync(Messages.Alert($"story {number}"), default);
        }

        var before = store.Asked;
        (await DueAsync(7)).Count.ShouldBe(7);

        (store.Asked.Reads - before.Reads, store.Asked.Listings - before.Listings).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_claim_that_ran_out_leaves_the_message_in_doubt()
    {
        var first = await ClaimedAsync(Messages.Alert());
        first.Message.Delivery.InDoubt.ShouldBeFalse();

        var second = (await box.ClaimAsync(await box.PendingAsync(default).SingleAsync(), Messages.Morning.AddMinutes(10), default))!;

        second.Message.Delivery.InDoubt.ShouldBeTrue();
    }

    [Fact]
    public async Task Asking_after_a_provider_s_work_is_no_attempt()
    {
        var claimed = await ClaimedAsync(Messages.Alert());
        await box.PostponeAsync(claimed, claimed.Message.Delivery with { Operation = "op" }, default);

        var asking = (await box.ClaimAsync(await box.PendingAsync(default).SingleAsync(), Messages.Morning.AddMinutes(10), default))!;

        (asking.Message.Delivery.Attempts, asking.Message.Delivery.InDoubt).ShouldBe((1, false));
    }

    [Fact]
    public async Task A_sender_whose_claim_had_passed_on_files_what_the_other_one_settled()
    {
        var slow = await ClaimedAsync(Messages.Alert());
        var quick = (await box.ClaimAsync(await box.PendingAsync(default).SingleAsync(), Messages.Morning.AddMinutes(10), default))!;
        await box.FileSentAsync(quick, Messages.Morning, default);

        await box.FileFailedAsync(slow, "the server is busy", Messages.Morning, default);

        (await box.FailedAsync(default).AnyAsync()).ShouldBeFalse();
        (await box.AllSentAsync(default).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public void History_tells_what_happened_and_forgets_the_oldest()
    {
        var delivery = new Delivery();
        for (var attempt = 1; attempt <= 30; attempt++)
        {
            delivery = delivery.Then(Messages.Morning.AddMinutes(attempt), $"busy {attempt}");
        }

        delivery.History!.Count.ShouldBe(Delivery.HistoryKept);
        delivery.History[^1].What.ShouldBe("busy 30");
    }

    private async Task<List<string>> DueAsync(int atMost, DateTimeOffset? now = null) =>
        [.. (await box.DueAsync(now ?? Messages.Morning, atMost, _ => true, default)).Select(due => due.Id)];

    private async Task<PendingMessage> ClaimedAsync(Message message)
    {
        await box.AddAsync(message, default);
        return (await box.ClaimAsync(await box.PendingAsync(default).SingleAsync(), Messages.Morning.AddMinutes(5), default))!;
    }
}
