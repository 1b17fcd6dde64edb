using System.Runtime.CompilerServices;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// In how many shards the feeds' state is: state/feeds/layout.json, which is not there while they are in one. The number is a
/// power of two, so that a shard's records come from one shard of fewer, or from some of more, and from no other.
/// </summary>
/// <param name="Shards">1 or more.</param>
/// <param name="Since">Since which run; null while nothing was ever divided.</param>
public sealed record ShardLayout(int Shards, DateTimeOffset? Since)
{
    private const int Most = 1024;

    private static readonly BlobName Name = new(Containers.State, "feeds/layout.json");

    public static async Task<ShardLayout> LoadAsync(IBlobStore store, CancellationToken cancellationToken) =>
        (await ReadAsync(store, cancellationToken)).Layout;

    /// <summary>
    /// How many shards so many feeds want: as few as hold <paramref name="perInstance"/> each. It shrinks only below a quarter of
    /// that, so that a feed more or less does not move everything to and fro.
    /// </summary>
    public int Wanted(int feeds, int perInstance)
    {
        var wanted = Shards;
        while (wanted < Most && feeds > (long)wanted * perInstance)
        {
            wanted *= 2;
        }

        while (wanted > 1 && feeds <= (long)wanted * perInstance / 4)
        {
            wanted /= 2;
        }

        return wanted;
    }

    /// <summary>
    /// Every followed feed with its record, shard by shard, one shard in memory at a time; in one shard in the order of the feeds.
    /// </summary>
    public async IAsyncEnumerable<(FollowedFeed Feed, FeedRecord Record)> RecordsAsync(
        IBlobStore store, IReadOnlyList<FollowedFeed> feeds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var own in feeds.GroupBy(feed => Shards == 1 ? ShardName.Only : ShardName.Holding(feed, Shards)))
        {
            var shard = await FeedShard.LoadAsync(store, own.Key, cancellationToken);
            foreach (var feed in own)
            {
                yield return (feed, shard[feed.Id]);
            }
        }
    }

    /// <summary>
    /// Divides the records anew, and says so last. The new shards are written beside the old ones, which stay in force until
    /// layout.json names the new number; where somebody reads a shard meanwhile, or has written one since it was copied, the old
    /// layout simply stays, and the next run tries again. So a record is never lost, and none is copied that has moved on.
    /// </summary>
    /// <returns>The layout that is in force afterwards.</returns>
    public static async Task<ShardLayout> MoveAsync(
        IBlobStore store, IReadOnlyList<FollowedFeed> feeds, int wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (layout, etag) = await ReadAsync(store, cancellationToken);
        if (layout.Shards == wanted || await IsAnyReadAsync(layout, store, now, cancellationToken))
        {
            return layout;
        }

        var copied = await CopyAsync(layout, store, feeds, wanted, cancellationToken);
        await foreach (var blob in store.ListAsync(Containers.State, FeedShard.Folder, cancellationToken))
        {
            if (copied.TryGetValue(blob.Path, out var before) && before != blob.ETag)
            {
                return layout;
            }
        }

        var moved = new ShardLayout(wanted, now);
        var content = PipelineJson.Write(moved);
        var isInForce = etag is null
            ? await store.CreateAsync(Name, content, cancellationToken)
            : await store.ReplaceAsync(Name, content, etag, cancellationToken) is not null;
        if (!isInForce)
        {
            return await LoadAsync(store, cancellationToken);
        }

        foreach (var old in ShardName.All(layout.Shards))
        {
            await store.DeleteAsync(FeedShard.BlobOf(old), cancellationToken);
            await store.DeleteAsync(ShardClaim.BlobOf(old), cancellationToken);
        }

        return moved;
    }

    // Gives the old shards' ETags by path.
    private static async Task<Dictionary<string, string>> CopyAsync(
        ShardLayout layout, IBlobStore store, IReadOnlyList<FollowedFeed> feeds, int wanted, CancellationToken cancellationToken)
    {
        var etags = new Dictionary<string, string>(StringComparer.Ordinal);
        var families = Math.Min(layout.Shards, wanted);
        // The feeds of a family are in the same few shards before and after: only these are in memory.
        foreach (var family in feeds.GroupBy(feed => ShardName.Holding(feed, families)).OrderBy(family => family.Key.Number))
        {
            var old = new Dictionary<ShardName, FeedShard>();
            foreach (var name in ShardName.All(layout.Shards).Where(name => name.Number % families == family.Key.Number))
            {
                old[name] = await FeedShard.LoadAsync(store, name, cancellationToken);
                if (old[name].ETag is { } etag)
                {
                    etags[FeedShard.BlobOf(name).Path] = etag;
                }
            }

            foreach (var own in family.GroupBy(feed => ShardName.Holding(feed, wanted)))
            {
                // What an attempt before this one may have left is written over.
                var shard = await FeedShard.LoadAsync(store, own.Key, cancellationToken);
                foreach (var feed in own)
                {
                    shard.Put(old[ShardName.Holding(feed, layout.Shards)][feed.Id]);
                }

                await shard.SaveAsync(store, [.. own], cancellationToken);
            }
        }

        return etags;
    }

    private static async Task<bool> IsAnyReadAsync(ShardLayout layout, IBlobStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var name in ShardName.All(layout.Shards))
        {
            if (await ShardClaim.LoadAsync(store, name, cancellationToken) is { } claim && claim.Until > now)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<(ShardLayout Layout, string? ETag)> ReadAsync(IBlobStore store, CancellationToken cancellationToken) =>
        await store.ReadAsync(Name, cancellationToken) is { } blob
            ? (PipelineJson.Read<ShardLayout>(blob.Content, Name), blob.ETag)
            : (new ShardLayout(1, null), null);
}
