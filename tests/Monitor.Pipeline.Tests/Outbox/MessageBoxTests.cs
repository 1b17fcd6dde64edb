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
        await (folder == "sent" ? box.FileSentAsync(claimed, Messages.Morning, default) : box.FileFailedAsync(claimed, "no such mailbox", default));

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
        await box.PostponeAsync(claimed, "the server is busy", Messages.Morning.AddMinutes(3), default);

        var delivery = (await box.PendingAsync(default).SingleAsync()).Message.Delivery;
        (delivery.LastError, delivery.NotBefore, delivery.ClaimedUntil, delivery.Attempts)
            .ShouldBe(("the server is busy", Messages.Morning.AddMinutes(3), null, 1));
    }

    private async Task<PendingMessage> ClaimedAsync(Message message)
    {
        await box.AddAsync(message, default);
        return (await box.ClaimAsync(await box.PendingAsync(default).SingleAsync(), Messages.Morning.AddMinutes(5), default))!;
    }
}
