using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.SendMessages;

public class RefusalBookTests
{
    private static readonly Destination Gone = new("Gone@Example.org");
    private readonly InMemoryBlobStore store = new();
    private readonly RefusalBook book;

    public RefusalBookTests() => book = new RefusalBook(store);

    [Fact]
    public async Task Refusals_in_a_row_are_counted_and_each_message_once()
    {
        await book.RefusedAsync(Gone, "a", "no such mailbox (550)", Messages.Morning, default);
        await book.RefusedAsync(Gone, "b", "no such mailbox (550)", Messages.Morning.AddHours(1), default);
        await book.RefusedAsync(Gone, "b", "no such mailbox (550)", Messages.Morning.AddHours(2), default);

        (await book.AllAsync(default)).ShouldHaveSingleItem().Value.ShouldSatisfyAllConditions(
            known => known.InARow.ShouldBe(2),
            known => known.Since.ShouldBe(Messages.Morning),
            known => known.LastAt.ShouldBe(Messages.Morning.AddHours(1)),
            known => known.LastReason.ShouldBe("no such mailbox (550)"));
    }

    [Fact]
    public async Task One_that_takes_a_message_again_is_as_good_as_new()
    {
        await book.RefusedAsync(Gone, "a", "no such mailbox", Messages.Morning, default);

        await book.AcceptedAsync(Gone, default);

        (await book.AllAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_address_is_kept_in_any_name_or_text()
    {
        await book.RefusedAsync(Gone, "a", "no such mailbox", Messages.Morning, default);

        var blob = (await store.ReadAsync(new("state", $"recipients/{RefusalBook.Key(Gone)}.json"), default))!;
        (store.Names.Single() + System.Text.Encoding.UTF8.GetString(blob.Content.Span)).ShouldNotContain("example", Case.Insensitive);
    }

    [Fact]
    public void An_address_is_the_same_however_it_is_written() =>
        RefusalBook.Key(new Destination("gone@example.org", "Somebody")).ShouldBe(RefusalBook.Key(Gone));
}
