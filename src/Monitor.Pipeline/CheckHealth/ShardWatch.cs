using System.Runtime.CompilerServices;
using System.Text.Json;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// Finds the shards that no instance reads: a message that the queue gave up, and a shard that no round has reached for an hour.
/// </summary>
public sealed class ShardWatch(IBlobStore store, IShardMessages queue)
{
    /// <summary>Six rounds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async IAsyncEnumerable<StuckShard> StuckAsync(
        ShardLayout layout, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (queue.IsThere)
        {
            await foreach (var message in queue.GivenUpAsync(cancellationToken))
            {
                yield return GivenUp(message);
            }
        }

        foreach (var name in layout.Shards == 1 ? [] : ShardName.All(layout.Shards))
        {
            var claim = await ShardClaim.LoadAsync(store, name, cancellationToken);
            if ((claim?.Round ?? layout.Since) is { } last && now - last > Patience)
            {
                yield return new StuckShard($"{name}", "is not read", last, null);
            }
        }
    }

    /// <summary>The message to operations is in the outbox: the queue need not keep its own any longer.</summary>
    public Task ToldAsync(StuckShard stuck, CancellationToken cancellationToken) =>
        stuck.Message is { } message ? queue.ForgetAsync(message, cancellationToken) : Task.CompletedTask;

    private static StuckShard GivenUp(GivenUpMessage message)
    {
        try
        {
            var meant = ShardMessage.Parse(System.Text.Encoding.UTF8.GetBytes(message.Text));
            return new StuckShard($"{meant.Name()}", "was given up", meant.Round, message);
        }
        catch (JsonException)
        {
            return new StuckShard("of no name", "was given up: the message is none of ours", null, message);
        }
    }
}

/// <param name="Name">The shard's name.</param>
/// <param name="Trouble">What is the matter, as a predicate.</param>
/// <param name="Round">The round that was given up, or the last that was begun; null where nobody can tell.</param>
/// <param name="Message">The message that the queue gave up; null where there is none.</param>
public sealed record StuckShard(string Name, string Trouble, DateTimeOffset? Round, GivenUpMessage? Message);
