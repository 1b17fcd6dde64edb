using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Tests.Storage;

/// <summary>Storage for tests of decisions. It is held to the same contract as the real one (<see cref="BlobStoreContract"/>).</summary>
public sealed class InMemoryBlobStore : IBlobStore
{
    private readonly ConcurrentDictionary<BlobName, StoredBlob> blobs = new();
    private int version;

    public IEnumerable<string> Names => blobs.Keys.Select(name => name.ToString()).Order(StringComparer.Ordinal);

    public Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken) =>
        Task.FromResult(blobs.GetValueOrDefault(name));

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Task.FromResult(blobs.TryAdd(name, Next(content)));

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken)
    {
        var next = Next(content);
        return Task.FromResult(
            blobs.TryGetValue(name, out var old) && old.ETag == etag && blobs.TryUpdate(name, next, old) ? next.ETag : null);
    }

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken)
    {
        blobs.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<ListedBlob> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (name, blob) in blobs.Where(blob => blob.Key.Container == container && blob.Key.Path.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(blob => blob.Key.Path, StringComparer.Ordinal))
        {
            yield return new ListedBlob(name.Path, blob.ETag);
        }
    }

    private StoredBlob Next(ReadOnlyMemory<byte> content) => new(content.ToArray(), $"\"{Interlocked.Increment(ref version)}\"");
}
