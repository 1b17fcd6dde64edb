using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// Every hour: what the people who run Monitor should know, once each and not once an hour. It reads the feeds' state and
/// never writes it: how a feed is doing follows from what the polls have left there.
/// <list type="number">
/// <item>a feed that is gone or stale, or has been in trouble for a while; and a feed whose trouble is over;</item>
/// <item>that no feed at all is being read;</item>
/// <item>messages that were given up and recipients that refuse (<see cref="TellOfFailures"/>), where the sending did not come to tell it;</item>
/// <item>a shard that nobody reads, or that was given up (<see cref="ShardWatch"/>);</item>
/// <item>a recipient who has unsubscribed;</item>
/// <item>a topic whose rules have left their usual ways (<see cref="RuleWatch"/>).</item>
/// </list>
/// </summary>
public sealed class CheckHealth(
    ConfigurationSource configuration, IBlobStore store, MessageBox box, NotifyOperations operations, RuleWatch? rules = null,
    TellOfFailures? failures = null, ShardWatch? shards = null)
{
    public const string Name = "CheckHealth";

    /// <summary>A feed is told of when it has been in trouble for this long: one bad answer is weather.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Longer than any feed may go unread while all is well.</summary>
    private static readonly TimeSpan Blindness = FeedSchedule.Longest + TimeSpan.FromHours(1);

    /// <summary>A message that waits longer than this waits for a provider that is slow, closed or down.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    /// <summary>A recovery that could not be told for so long is old news.</summary>
    private static readonly TimeSpan OldNews = TimeSpan.FromDays(2);

    /// <summary>Who unsubscribed longer ago has been told of.</summary>
    private static readonly TimeSpan LongPast = TimeSpan.FromDays(30);

    public async Task<RunReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var following = await configuration.LoadAsync(now, cancellationToken);
        var layout = await ShardLayout.LoadAsync(store, cancellationToken);
        var decided = 0;
        var notes = new List<string>();
        var healths = new List<FeedHealth>();
        await foreach (var (feed, record) in layout.RecordsAsync(store, following.Feeds, cancellationToken))
        {
            var health = record.Health(feed, following.Desk.Zone);
            healths.Add(health);
            if (Note(health) is { } note)
            {
                notes.Add(note);
            }

            if (IsTold(health, now) && health.Since is { } since)
            {
                decided += await operations.OfTroubleAsync(following, feed, health, since, now, cancellationToken);
            }
            else if (record is { State: FeedState.Working, PastTrouble: { } trouble } && now - trouble.Until < OldNews)
            {
                decided += await operations.OfRecoveryAsync(following, feed, trouble, now, cancellationToken);
            }
        }

        if (healths.Max(health => health.LastRead) is { } read && now - read > Blindness && healths.Exists(health => health.State != FeedState.Gone))
        {
            notes.Add("no feed is being read");
            decided += await operations.OfBlindnessAsync(following, read, now, cancellationToken);
        }

        if (await box.BacklogAsync(cancellationToken) is { Oldest: { } oldest } backlog && now - oldest > LongWait)
        {
            notes.Add($"{backlog.Waiting} messages are waiting, the oldest since {oldest.UtcDateTime:u}");
        }

        if (failures is not null)
        {
            var (told, more) = await failures.TellAsync(now, cancellationToken);
            decided += told;
            notes.AddRange(more);
        }

        await foreach (var stuck in shards?.StuckAsync(layout, now, cancellationToken) ?? AsyncEnumerable.Empty<StuckShard>())
        {
            notes.Add($"shard {stuck.Name} {stuck.Trouble}");
            decided += await operations.OfStuckShardAsync(following, stuck, now, cancellationToken);
            await shards!.ToldAsync(stuck, cancellationToken);
        }

        var unsubscribed = await box.UnsubscribedAsync(cancellationToken);
        foreach (var entry in unsubscribed.Entries.Where(entry => now - entry.At < LongPast))
        {
            decided += await operations.OfUnsubscribedAsync(following, entry, unsubscribed.In(following.Desk), now, cancellationToken);
        }

        decided += rules is null ? 0 : await rules.RunAsync(following, now, cancellationToken);
        IReadOnlyList<FeedHealth> reported = layout.Shards == 1 ? healths : [.. healths.Where(health => health.State != FeedState.Working)];
        return new RunReport(Name, now, 0, following.Topics.Hash, null, new MessageCounts(decided, 0, 0, 0), [], notes, reported);
    }

    private static bool IsTold(FeedHealth health, DateTimeOffset now) => health.State switch
    {
        FeedState.Working => false,
        FeedState.Gone or FeedState.Stale => true,
        _ => now - health.Since >= Patience,
    };

    private static string? Note(FeedHealth health) => health switch
    {
        { State: not FeedState.Working } => $"{health.Name}: {health.State}, {health.Detail}",
        { MovedTo: { } moved } => $"{health.Name}: has moved for good to {moved}; write that into feeds.opml",
        _ => null,
    };
}
