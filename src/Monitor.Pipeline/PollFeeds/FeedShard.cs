using Monitor.Core.Feeds;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>The records of all feeds, read once and written once a run, whatever the number of feeds that had nothing new.</summary>
public sealed class FeedShard
{
    private readonly Dictionary<string, FeedRecord> records;
    private readonly string? etag;

    private FeedShard(Dictionary<string, FeedRecord> records, string? etag) => (this.records, this.etag) = (records, etag);

    private static BlobName Name => new(Containers.State, "feeds/0.json");

    public static async Task<FeedShard> LoadAsync(IBlobStore store, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(Name, cancellationToken) is not { } blob)
        {
            return new FeedShard(new(StringComparer.Ordinal), etag: null);
        }

        var kept = PipelineJson.Read<List<FeedRecord>>(blob.Content, Name);
        return new FeedShard(kept.ToDictionary(record => record.Id, StringComparer.Ordinal), blob.ETag);
    }

    public FeedRecord this[string id] => records.TryGetValue(id, out var record) ? record : FeedRecord.New(id);

    public void Put(FeedRecord record) => records[record.Id] = record;

    /// <summary>
    /// Writes the records of the feeds that are still followed. False where another run wrote in between: its records stand,
    /// and what this run read will be met again, and known.
    /// </summary>
    public async Task<bool> SaveAsync(IBlobStore store, IReadOnlyList<FollowedFeed> followed, CancellationToken cancellationToken)
    {
        var content = PipelineJson.Write(followed.Select(feed => this[feed.Id]).ToList());
        return etag is null
            ? await store.CreateAsync(Name, content, cancellationToken)
            : await store.ReplaceAsync(Name, content, etag, cancellationToken) is not null;
    }
}
