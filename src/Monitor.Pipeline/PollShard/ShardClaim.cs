using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollShard;

/// <summary>
/// Who reads a shard in which round: state/feeds/claims/{shard}.json, taken with If-Match, so that of several deliveries one wins.
/// </summary>
/// <param name="Round">The latest round that anybody has begun.</param>
/// <param name="Message">The queue message that brought it.</param>
/// <param name="Times">The delivery of that message.</param>
/// <param name="Until">When the reader's time is over; null once it has said that it is done.</param>
public sealed record ShardClaim(DateTimeOffset Round, string Message, long Times, DateTimeOffset? Until)
{
    /// <summary>A run ends by itself before this, and the host shows a message again after ten minutes of silence, not earlier.</summary>
    public static readonly TimeSpan Length = FunctionRunner.TimeLimit + TimeSpan.FromSeconds(30);

    public static BlobName BlobOf(ShardName shard) => new(Containers.State, $"{FeedShard.Folder}claims/{shard}.json");

    public static async Task<ShardClaim?> LoadAsync(IBlobStore store, ShardName shard, CancellationToken cancellationToken) =>
        (await ReadAsync(store, shard, cancellationToken)).Claim;

    /// <summary>What a delivery may do, given the claim that stands.</summary>
    public static ClaimVerdict Decide(ShardClaim? standing, ShardDelivery delivery)
    {
        if (standing is null || standing.Round < delivery.Message.Round)
        {
            return standing?.Until > delivery.At ? ClaimVerdict.BeingRead : ClaimVerdict.Take;
        }

        if (standing.Round > delivery.Message.Round || standing.Until is null)
        {
            return ClaimVerdict.Over;
        }

        // The host hands the same message over again only when the reading that it began before has ended, one way or another.
        var isSameAgain = standing.Message == delivery.Id && delivery.Times > standing.Times;
        return isSameAgain || standing.Until <= delivery.At ? ClaimVerdict.Take : ClaimVerdict.BeingRead;
    }

    /// <summary>Takes the shard for this delivery's round, or says why not.</summary>
    public static async Task<(ClaimVerdict Verdict, string? ETag)> TakeAsync(
        IBlobStore store, ShardDelivery delivery, CancellationToken cancellationToken)
    {
        var shard = delivery.Message.Name();
        var claim = PipelineJson.Write(new ShardClaim(delivery.Message.Round, delivery.Id, delivery.Times, delivery.At + Length));
        while (true)
        {
            var (standing, etag) = await ReadAsync(store, shard, cancellationToken);
            var verdict = Decide(standing, delivery);
            if (verdict != ClaimVerdict.Take)
            {
                return (verdict, null);
            }

            if (etag is not null)
            {
                if (await store.ReplaceAsync(BlobOf(shard), claim, etag, cancellationToken) is { } taken)
                {
                    return (ClaimVerdict.Take, taken);
                }
            }
            else if (await store.CreateAsync(BlobOf(shard), claim, cancellationToken)
                && await ReadAsync(store, shard, cancellationToken) is ({ } own, { } created) && own.Message == delivery.Id && own.Times == delivery.Times)
            {
                return (ClaimVerdict.Take, created);
            }
        }
    }

    /// <summary>Says that the round is read. Where somebody has taken the shard over meanwhile, it is theirs to say.</summary>
    public static Task EndAsync(IBlobStore store, ShardDelivery delivery, string etag, CancellationToken cancellationToken) =>
        store.ReplaceAsync(
            BlobOf(delivery.Message.Name()),
            PipelineJson.Write(new ShardClaim(delivery.Message.Round, delivery.Id, delivery.Times, null)),
            etag,
            cancellationToken);

    private static async Task<(ShardClaim? Claim, string? ETag)> ReadAsync(IBlobStore store, ShardName shard, CancellationToken cancellationToken) =>
        await store.ReadAsync(BlobOf(shard), cancellationToken) is { } blob
            ? (PipelineJson.Read<ShardClaim>(blob.Content, BlobOf(shard)), blob.ETag)
            : (null, null);
}

public enum ClaimVerdict
{
    /// <summary>Read the shard.</summary>
    Take,

    /// <summary>Another message's reader is at it.</summary>
    BeingRead,

    /// <summary>This round, or a later one, is read.</summary>
    Over,
}
