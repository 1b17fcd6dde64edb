using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollShard;

/// <summary>
/// One shard of one round, on whichever instance the queue hands it to: what PollFeeds does with all feeds, with these. A shard
/// is claimed before it is read, so that a message that comes twice, or beside another for the same shard, reads nothing twice.
/// <list type="number">
/// <item>A message of another layout is of no use: its feeds are in other shards now, which have messages of their own.</item>
/// <item>A round that is read, or that a later one has overtaken, is left alone, and so is one that another message is reading.</item>
/// <item>Where a reader was killed the queue hands its message over again, and whoever gets it takes the claim over.</item>
/// </list>
/// </summary>
public sealed class PollShard(ConfigurationSource configuration, IBlobStore store, PollFeeds.PollFeeds feeds)
{
    public const string Name = "PollShard";

    public async Task<RunReport> RunAsync(ShardDelivery delivery, CancellationToken cancellationToken)
    {
        var (round, shard) = (delivery.Message.Round, delivery.Message.Name());
        if ((await ShardLayout.LoadAsync(store, cancellationToken)).Shards != shard.Of)
        {
            return Nothing(round, shard, "the feeds are divided otherwise now");
        }

        var (verdict, claim) = await ShardClaim.TakeAsync(store, delivery, cancellationToken);
        if (claim is null)
        {
            return Nothing(round, shard, verdict == ClaimVerdict.Over ? "it has been read" : "it is being read");
        }

        var following = await configuration.LoadAsync(round, cancellationToken);
        var report = await feeds.ReadAsync(following, shard, round, cancellationToken);
        await ShardClaim.EndAsync(store, delivery, claim, cancellationToken);
        return report with { Function = Name, Part = shard.ToString() };
    }

    private static RunReport Nothing(DateTimeOffset round, ShardName shard, string why) =>
        new(Name, round, 0, "", null, null, [], [$"shard {shard} was left alone: {why}"], Part: shard.ToString());
}
