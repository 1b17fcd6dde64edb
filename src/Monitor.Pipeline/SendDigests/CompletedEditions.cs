using Monitor.Core.Digests;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.SendDigests;

/// <summary>state/editions.json: when the last completed digest of each edition was due.</summary>
public sealed class CompletedEditions
{
    private static readonly BlobName Name = new(Containers.State, "editions.json");

    private readonly IBlobStore store;
    private readonly Dictionary<string, DateTimeOffset> byEdition;
    private string? etag;

    private CompletedEditions(IBlobStore store, Dictionary<string, DateTimeOffset> byEdition, string? etag) =>
        (this.store, this.byEdition, this.etag) = (store, byEdition, etag);

    public static async Task<CompletedEditions> LoadAsync(IBlobStore store, CancellationToken cancellationToken)
    {
        var blob = await store.ReadAsync(Name, cancellationToken);
        return blob is null
            ? new(store, new(StringComparer.Ordinal), null)
            : new(store, new(PipelineJson.Read<Dictionary<string, DateTimeOffset>>(blob.Content, Name), StringComparer.Ordinal), blob.ETag);
    }

    /// <summary>The last of the edition, under its id or one that it had before; null where there never was one.</summary>
    public DateTimeOffset? LastOf(Edition edition) =>
        (edition.Was ?? []).Prepend(edition.Id)
            .Select(id => byEdition.TryGetValue(id, out var last) ? last : (DateTimeOffset?)null)
            .Max();

    // Where another run was faster, what it wrote is what this one would have written: the names and messages are the same.
    public async Task CompleteAsync(Edition edition, DateTimeOffset scheduled, CancellationToken cancellationToken)
    {
        byEdition[edition.Id] = scheduled;
        var content = PipelineJson.Write(byEdition);
        if (etag is not null)
        {
            etag = await store.ReplaceAsync(Name, content, etag, cancellationToken);
            return;
        }

        await store.CreateAsync(Name, content, cancellationToken);
        etag = (await store.ReadAsync(Name, cancellationToken))?.ETag;
    }
}
