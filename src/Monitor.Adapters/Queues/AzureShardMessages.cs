using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Monitor.Pipeline.PollShard;

namespace Monitor.Adapters.Queues;

/// <summary>
/// Azure Queue Storage, and Azurite on a laptop. Only the Functions host takes messages out; it puts what failed too often into
/// a queue of the same name with "-poison" behind.
/// </summary>
/// <param name="shards">Null where no queue is configured.</param>
public sealed class AzureShardMessages(QueueClient? shards, QueueClient? poison) : IShardMessages
{
    public const string PoisonEnding = "-poison";

    /// <summary>A message that nobody took for so long is of no use: later rounds have queued the same shard again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>As long as a check may take with what it was told of.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    private const int MostAtOnce = 32;

    public bool IsThere => shards is not null;

    public async Task AddAsync(ShardMessage message, CancellationToken cancellationToken)
    {
        var text = BinaryData.FromBytes(message.ToJson());
        try
        {
            await shards!.SendMessageAsync(text, timeToLive: Lifetime, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // The templates make the queue in Azure, the first message does on a laptop.
            await shards!.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await shards.SendMessageAsync(text, timeToLive: Lifetime, cancellationToken: cancellationToken);
        }
    }

    public async IAsyncEnumerable<GivenUpMessage> GivenUpAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await ReceiveAsync(cancellationToken) is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                yield return new GivenUpMessage(message.MessageId, message.PopReceipt, message.Body.ToString());
            }
        }
    }

    public async Task ForgetAsync(GivenUpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await poison!.DeleteMessageAsync(message.Id, message.Receipt, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Another check was faster.
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return poison is null ? [] : await poison.ReceiveMessagesAsync(MostAtOnce, Hidden, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }
}
