namespace Monitor.Pipeline.PollShard;

/// <summary>
/// The queue that hands shards to as many instances as there are. It may hand a message over more than once, and keeps apart
/// what it handed over too often in vain.
/// </summary>
public interface IShardMessages
{
    /// <summary>The name that function.json and the templates know it by.</summary>
    const string QueueName = "poll-shards";

    /// <summary>Whether there is one: without it one instance reads all feeds, however many they are.</summary>
    bool IsThere { get; }

    Task AddAsync(ShardMessage message, CancellationToken cancellationToken);

    /// <summary>Messages that were given up; each is there until it is forgotten.</summary>
    IAsyncEnumerable<GivenUpMessage> GivenUpAsync(CancellationToken cancellationToken);

    Task ForgetAsync(GivenUpMessage message, CancellationToken cancellationToken);
}

/// <param name="Id">The queue's name for it.</param>
/// <param name="Receipt">What the queue wants to see when it is forgotten.</param>
/// <param name="Text">As it was queued; anything, where somebody else has queued it.</param>
public sealed record GivenUpMessage(string Id, string Receipt, string Text);
