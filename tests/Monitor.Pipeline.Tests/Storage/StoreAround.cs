using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Tests.Storage;

/// <summary>A store that something happens to at its writes.</summary>
internal abstract class StoreAround(IBlobStore inner) : IBlobStore
{
    public virtual Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken) => inner.ReadAsync(name, cancellationToken);

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(() => inner.CreateAsync(name, content, cancellationToken));

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken) =>
        WriteAsync(() => inner.ReplaceAsync(name, content, etag, cancellationToken));

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, string label, CancellationToken cancellationToken) =>
        WriteAsync(() => inner.CreateAsync(name, content, label, cancellationToken));

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, string label, CancellationToken cancellationToken) =>
        WriteAsync(() => inner.ReplaceAsync(name, content, etag, label, cancellationToken));

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) =>
        WriteAsync(async () =>
        {
            await inner.DeleteAsync(name, cancellationToken);
            return true;
        });

    public IAsyncEnumerable<ListedBlob> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    protected virtual Task BeforeWriteAsync() => Task.CompletedTask;

    protected virtual Task AfterWriteAsync() => Task.CompletedTask;

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        await BeforeWriteAsync();
        var result = await write();
        await AfterWriteAsync();
        return result;
    }
}
