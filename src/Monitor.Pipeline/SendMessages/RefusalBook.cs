using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.SendMessages;

/// <summary>Recipients whose servers refuse. Nobody is struck off for it: whoever keeps desk.yaml decides.</summary>
public sealed class RefusalBook(IBlobStore store)
{
    private const string Folder = "recipients/";

    /// <summary>What a recipient is called here.</summary>
    public static string Key(Destination to) =>
        MessageId.From(to.Channel == Channel.Mail ? to.Address.ToLowerInvariant() : $"{to.Channel}:{to.Address}");

    /// <summary>Notes that a recipient's server refused a message for good.</summary>
    public async Task RefusedAsync(Destination to, string message, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var name = Name(Key(to));
        while (true)
        {
            var blob = await store.ReadAsync(name, cancellationToken);
            var known = blob is null ? new Refusals(0, at, at, reason, []) : PipelineJson.Read<Refusals>(blob.Content, name);
            var content = PipelineJson.Write(known.With(message, reason, at));
            if (blob is null
                ? await store.CreateAsync(name, content, cancellationToken)
                : await store.ReplaceAsync(name, content, blob.ETag, cancellationToken) is not null)
            {
                return;
            }
        }
    }

    /// <summary>A recipient's server took a message: what it refused before is forgotten.</summary>
    public async Task AcceptedAsync(Destination to, CancellationToken cancellationToken)
    {
        var name = Name(Key(to));
        if (await store.ReadAsync(name, cancellationToken) is not null)
        {
            await store.DeleteAsync(name, cancellationToken);
        }
    }

    /// <summary>All recipients with refusals, by key.</summary>
    public async Task<IReadOnlyDictionary<string, Refusals>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, Refusals>(StringComparer.Ordinal);
        await foreach (var listed in store.ListAsync(Containers.State, Folder, cancellationToken))
        {
            var name = new BlobName(Containers.State, listed.Path);
            if (await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                all[Path.GetFileNameWithoutExtension(listed.Path)] = PipelineJson.Read<Refusals>(blob.Content, name);
            }
        }

        return all;
    }

    private static BlobName Name(string key) => new(Containers.State, $"{Folder}{key}.json");
}
