using System.Text.Json;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollShard;

/// <summary>What PollFeeds puts in the queue for each shard: read it, for this round.</summary>
/// <param name="Round">The instant of the poll that queued it: the reading's "now".</param>
/// <param name="Shard">From 0.</param>
/// <param name="Of">In how many shards the feeds were.</param>
public sealed record ShardMessage(DateTimeOffset Round, int Shard, int Of)
{
    private static readonly BlobName Origin = new("queue", IShardMessages.QueueName);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static ShardMessage Parse(ReadOnlyMemory<byte> json)
    {
        var message = PipelineJson.Read<ShardMessage>(json, Origin);
        return message.Of < 1 || message.Shard < 0 || message.Shard >= message.Of || message.Round == default
            ? throw new JsonException($"{Origin} holds a message of no shard")
            : message;
    }

    public byte[] ToJson() => PipelineJson.Write(this);

    public ShardName Name() => new(Shard, Of);
}

/// <summary>A message as the queue hands it over.</summary>
/// <param name="Id">The queue's name for the message: the same however often it is handed over.</param>
/// <param name="Times">How often it was handed over, this time included.</param>
/// <param name="At">The host's clock at this time.</param>
public sealed record ShardDelivery(ShardMessage Message, string Id, long Times, DateTimeOffset At);
