using Monitor.Core.Feeds;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// The records of one shard's feeds (all feeds, where one instance serves them), read once and written once a run, whatever the
/// number of feeds that had nothing new: JSON under gzip, bounded by <see cref="MaxSeen"/>.
/// </summary>
public sealed class FeedShard
{
    /// <summary>Seen entries in all; beyond that the longest unseen of the longest sets are forgotten, never what feeds still show.</summary>
    public const int MaxSeen = 1_000_000;

    /// <summary>Where the shards lie in the container of states.</summary>
    public const string Folder = "feeds/";

    private readonly Dictionary<string, FeedRecord> records;
    private readonly BlobName name;

    private FeedShard(BlobName name, Dictionary<string, FeedRecord> records, string? etag) =>
        (this.name, this.records, ETag) = (name, records, etag);

    /// <summary>The version that was read; null where there was none.</summary>
    public string? ETag { get; }

    public static BlobName BlobOf(ShardName shard) =>
        new(Containers.State, shard.IsOnly ? $"{Folder}0.json.gz" : $"{Folder}{shard}.json.gz");

    /// <summary>All feeds, where they are in one shard.</summary>
    public static Task<FeedShard> LoadAsync(IBlobStore store, CancellationToken cancellationToken) =>
        LoadAsync(store, ShardName.Only, cancellationToken);

    public static async Task<FeedShard> LoadAsync(IBlobStore store, ShardName shard, CancellationToken cancellationToken)
    {
        var name = BlobOf(shard);
        if (await store.ReadAsync(name, cancellationToken) is not { } blob)
        {
            return new FeedShard(name, new(StringComparer.Ordinal), etag: null);
        }

        var kept = PipelineJson.Unzip<List<FeedRecord>>(blob.Content, name);
        return new FeedShard(name, kept.ToDictionary(record => record.Id, StringComparer.Ordinal), blob.ETag);
    }

    public FeedRecord this[string id] => records.TryGetValue(id, out var record) ? record : FeedRecord.New(id);

    public void Put(FeedRecord record) => records[record.Id] = record;

    /// <summary>
    /// Writes the records of the shard's feeds that are still followed. False where another run wrote in between: its records stand,
    /// and what this run read will be met again, and known.
    /// </summary>
    public async Task<bool> SaveAsync(IBlobStore store, IReadOnlyList<FollowedFeed> followed, CancellationToken cancellationToken)
    {
        var content = PipelineJson.Zip(Bounded([.. followed.Select(feed => this[feed.Id])], MaxSeen));
        return ETag is null
            ? await store.CreateAsync(name, content, cancellationToken)
            : await store.ReplaceAsync(name, content, ETag, cancellationToken) is not null;
    }

    /// <summary>The records with as many seen entries as there is room for: the longest sets are shortened first.</summary>
    public static IReadOnlyList<FeedRecord> Bounded(IReadOnlyList<FeedRecord> records, int maxSeen)
    {
        for (var most = SeenSet.Capacity; most > 0 && records.Sum(record => PackedSeen.Count(record.Seen)) > maxSeen; most /= 2)
        {
            records = [.. records.Select(record => record with { Seen = PackedSeen.Trim(record.Seen, most) })];
        }

        return records;
    }
}
