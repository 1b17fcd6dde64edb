using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Tests.Storage;

/// <summary>Storage for tests of decisions. It is held to the same contract as the real one (BlobStoreContract).</summary>
public sealed class InMemoryBlobStore : IBlobStore
{
    private readonly ConcurrentDictionary<BlobName, Kept> blobs = new();
    private int version;
    private int reads;
    private int writes;
    private int listings;

    public IEnumerable<string> Names => blobs.Keys.Select(name => name.ToString()).Order(StringComparer.Ordinal);

    /// <summary>What has been asked of it so far.</summary>
    public (int Reads, int Writes, int Listings) Asked => (reads, writes, listings);

    /// <summary>Called before every write, with its number from 1 and the blob's name: a test ends its victim here.</summary>
    public Action<int, BlobName> BeforeWrite { get; set; } = (_, _) => { };

    /// <summary>Called after every write, before the writer hears of it.</summary>
    public Action<int, BlobName> AfterWrite { get; set; } = (_, _) => { };

    public Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        return Task.FromResult(blobs.GetValueOrDefault(name)?.Blob);
    }

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        CreateAsync(name, content, "", cancellationToken);

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, string label, CancellationToken cancellationToken) =>
        Task.FromResult(Write(name, () => blobs.TryAdd(name, Next(content, label))));

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken) =>
        ReplaceAsync(name, content, etag, "", cancellationToken);

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, string label, CancellationToken cancellationToken) =>
        Task.FromResult(Write(name, () =>
        {
            var next = Next(content, label);
            return blobs.TryGetValue(name, out var old) && old.Blob.ETag == etag && blobs.TryUpdate(name, next, old) ? next.Blob.ETag : null;
        }));

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken)
    {
        Write(name, () => blobs.TryRemove(name, out _));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<ListedBlob> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        Interlocked.Increment(ref listings);
        foreach (var (name, blob) in blobs.Where(blob => blob.Key.Container == container && blob.Key.Path.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(blob => blob.Key.Path, StringComparer.Ordinal))
        {
            yield return new ListedBlob(name.Path, blob.Blob.ETag, blob.Label.Length > 0 ? blob.Label : null);
        }
    }

    private T Write<T>(BlobName name, Func<T> write)
    {
        var number = Interlocked.Increment(ref writes);
        BeforeWrite(number, name);
        var outcome = write();
        AfterWrite(number, name);
        return outcome;
    }

    private Kept Next(ReadOnlyMemory<byte> content, string label) =>
        new(new StoredBlob(content.ToArray(), $"\"{Interlocked.Increment(ref version)}\""), label);

    private sealed record Kept(StoredBlob Blob, string Label);
}
