using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// Every hour: what the people who run Monitor should know. A feed that has been in trouble for a while, and a message that was
/// given up, are told once each, not once an hour.
/// </summary>
public sealed class CheckHealth(
    ConfigurationSource configuration, IBlobStore store, MessageBox box, NotifyOperations operations)
{
    public const string Name = "CheckHealth";

    /// <summary>A feed is told of when it has been in trouble for this long: one bad answer is weather.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public async Task<RunReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var following = await configuration.LoadAsync(now, cancellationToken);
        var shard = await FeedShard.LoadAsync(store, cancellationToken);
        var decided = 0;
        var notes = new List<string>();
        foreach (var feed in following.Feeds)
        {
            var record = shard[feed.Id];
            if (record.State != FeedState.Working && record.Since is { } since && (now - since >= Patience || record.State == FeedState.Gone))
            {
                notes.Add($"{feed.Name}: {record.State}, {record.Detail}");
                decided += await operations.OfFeedAsync(following, feed, record, since, now, cancellationToken);
            }
        }

        await foreach (var failed in box.FailedAsync(cancellationToken))
        {
            notes.Add($"message {failed.Id} ({failed.Kind}) failed: {failed.Delivery.LastError}");
            decided += await operations.OfFailedMessageAsync(following, failed, now, cancellationToken);
        }

        return new RunReport(Name, now, 0, following.Topics.Hash, null, new MessageCounts(decided, 0, 0, 0), [], notes);
    }
}
