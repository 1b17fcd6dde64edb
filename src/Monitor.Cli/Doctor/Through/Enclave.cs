using System.Runtime.CompilerServices;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Doctor.Through;

/// <summary>
/// A part of every container under one prefix, as if it were a store of its own: what is tried in there meets nothing that is
/// real, and is taken away whole. No reader of the product looks under such a name.
/// </summary>
internal sealed class Enclave(IBlobStore store, string prefix) : IBlobStore
{
    public Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken) => store.ReadAsync(Inside(name), cancellationToken);

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        store.CreateAsync(Inside(name), content, cancellationToken);

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken) =>
        store.ReplaceAsync(Inside(name), content, etag, cancellationToken);

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, string label, CancellationToken cancellationToken) =>
        store.CreateAsync(Inside(name), content, label, cancellationToken);

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, string label, CancellationToken cancellationToken) =>
        store.ReplaceAsync(Inside(name), content, etag, label, cancellationToken);

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) => store.DeleteAsync(Inside(name), cancellationToken);

    public async IAsyncEnumerable<ListedBlob> ListAsync(string container, string start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(container, prefix + start, cancellationToken))
        {
            yield return listed with { Path = listed.Path[prefix.Length..] };
        }
    }

    /// <summary>Takes everything away. Returns how many blobs that were.</summary>
    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        var cleared = 0;
        foreach (var container in Containers.All)
        {
            // Listed first: a listing goes wrong where blobs are deleted under it.
            foreach (var listed in await ListAsync(container, "", cancellationToken).ToListAsync(cancellationToken))
            {
                await DeleteAsync(new BlobName(container, listed.Path), cancellationToken);
                cleared++;
            }
        }

        return cleared;
    }

    private BlobName Inside(BlobName name) => name with { Path = prefix + name.Path };
}
