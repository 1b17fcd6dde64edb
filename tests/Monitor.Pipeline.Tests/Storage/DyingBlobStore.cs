using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Tests.Storage;

/// <summary>The process dies at a write, before or after it takes place; reads and writes are counted.</summary>
public sealed class DyingBlobStore(IBlobStore store) : IBlobStore
{
    private int left = int.MaxValue;
    private bool after;

    public int Writes { get; private set; }

    public int Reads { get; private set; }

    public int Listings { get; private set; }

    /// <summary>Runs before every write, as another process might.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <param name="write">From 1.</param>
    public void DieAt(int write, bool afterwards) => (left, after) = (write, afterwards);

    public void Live() => (left, Writes, Reads, Listings) = (int.MaxValue, 0, 0, 0);

    public Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        Reads++;
        return store.ReadAsync(name, cancellationToken);
    }

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(() => store.CreateAsync(name, content, cancellationToken));

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken) =>
        WriteAsync(() => store.ReplaceAsync(name, content, etag, cancellationToken));

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, string label, CancellationToken cancellationToken) =>
        WriteAsync(() => store.CreateAsync(name, content, label, cancellationToken));

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, string label, CancellationToken cancellationToken) =>
        WriteAsync(() => store.ReplaceAsync(name, content, etag, label, cancellationToken));

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) => WriteAsync(async () =>
    {
        await store.DeleteAsync(name, cancellationToken);
        return true;
    });

    public IAsyncEnumerable<ListedBlob> ListAsync(string container, string prefix, CancellationToken cancellationToken)
    {
        Listings++;
        return store.ListAsync(container, prefix, cancellationToken);
    }

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        if (Meanwhile is { } other)
        {
            Meanwhile = null;
            await other();
        }

        Writes++;
        left--;
        if (left == 0 && !after)
        {
            throw new ProcessDiedException();
        }

        var result = await write();
        return left == 0 ? throw new ProcessDiedException() : result;
    }
}

public sealed class ProcessDiedException : Exception;
