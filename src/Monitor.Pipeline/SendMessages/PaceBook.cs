using Monitor.Core.Digests;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.SendMessages;

/// <summary>The pace of every channel, as all senders together have kept it.</summary>
public sealed class PaceBook(IBlobStore store)
{
    /// <summary>The pace, and the version to replace; null where nothing is kept yet.</summary>
    internal async Task<(Pace Pace, string? ETag)> ReadAsync(Channel channel, CancellationToken cancellationToken) =>
        await store.ReadAsync(Name(channel), cancellationToken) is { } blob
            ? (PipelineJson.Read<Pace>(blob.Content, Name(channel)), blob.ETag)
            : (Pace.Unused, null);

    /// <summary>False where another sender wrote in between.</summary>
    internal async Task<bool> WriteAsync(Channel channel, Pace pace, string? etag, CancellationToken cancellationToken) =>
        etag is null
            ? await store.CreateAsync(Name(channel), PipelineJson.Write(pace), cancellationToken)
            : await store.ReplaceAsync(Name(channel), PipelineJson.Write(pace), etag, cancellationToken) is not null;

    private static BlobName Name(Channel channel) => new(Containers.State, $"pace/{channel.ToString().ToLowerInvariant()}.json");
}
