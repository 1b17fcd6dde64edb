using Azure.Storage.Queues;
using Monitor.Adapters.Queues;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.PollShard;

namespace Monitor.EndToEnd.Tests;

/// <summary>The real queue client on a real Azurite.</summary>
public class AzureShardMessagesTests(TestLaptop laptop)
{
    private static readonly ShardMessage Message = new(DateTimeOffset.Parse("2026-11-18T16:30:00Z"), 3, 16);

    private string Storage => laptop.Running.Azurite.QueueConnectionString;

    [Fact]
    public async Task The_first_message_makes_the_queue_and_is_found_in_it_as_plain_JSON()
    {
        var queue = new QueueClient(Storage, IShardMessages.QueueName);
        await queue.DeleteIfExistsAsync();

        await Open().AddAsync(Message, default);

        var queued = (await queue.ReceiveMessagesAsync(10)).Value.ShouldHaveSingleItem();
        queued.MessageText.ShouldBe("""{"round":"2026-11-18T16:30:00+00:00","shard":3,"of":16}""");
        ShardMessage.Parse(queued.Body.ToMemory()).ShouldBe(Message);
        (queued.ExpiresOn - queued.InsertedOn).ShouldBe(TimeSpan.FromHours(1), "later rounds have queued the shard again by then");
    }

    [Fact]
    public async Task What_was_given_up_is_there_until_it_is_forgotten()
    {
        var poison = new QueueClient(Storage, IShardMessages.QueueName + AzureShardMessages.PoisonEnding);
        await poison.DeleteIfExistsAsync();
        (await Open().GivenUpAsync(default).AnyAsync()).ShouldBeFalse("there is no such queue yet");
        await poison.CreateAsync();
        foreach (var number in Enumerable.Range(0, 40))
        {
            await poison.SendMessageAsync($"message {number}");
        }

        var given = await Open().GivenUpAsync(default).ToListAsync();
        given.Select(message => message.Text).ShouldBe(Enumerable.Range(0, 40).Select(number => $"message {number}"), ignoreOrder: true);
        foreach (var message in given.Skip(1))
        {
            await Open().ForgetAsync(message, default);
        }

        await Open().ForgetAsync(given[1], default);
        (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(1);
    }

    [Fact]
    public void Without_an_address_there_is_no_queue() => QueueRegistration.Open(new QueueOptions()).IsThere.ShouldBeFalse();

    private IShardMessages Open() => QueueRegistration.Open(new QueueOptions { ConnectionString = Storage });
}
