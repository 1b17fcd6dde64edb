using System.Text;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Configuration;

/// <summary>
/// Reads what the desk follows from the config container.
/// <list type="number">
/// <item>Files whose ETags have not changed are not read again by the same process.</item>
/// <item>A good set is kept in state/config.json, and is in force.</item>
/// <item>Of a set with an error nothing is in force: the last good one stays, whichever process meets it.</item>
/// </list>
/// </summary>
public sealed class ConfigurationSource(IBlobStore store) : IDisposable
{
    private static readonly BlobName InForce = new(Containers.State, "config.json");

    private readonly SemaphoreSlim gate = new(1);
    private string? tags;
    private Following? inForce;

    public void Dispose() => gate.Dispose();

    /// <exception cref="NothingToFollowException">The files are missing or refused, and there is no good set from before.</exception>
    public async Task<Following> LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var listed = new List<ListedBlob>();
            await foreach (var blob in store.ListAsync(Containers.Config, "", cancellationToken))
            {
                if (ConfigFiles.IsConfig(blob.Path))
                {
                    listed.Add(blob);
                }
            }

            var found = string.Join('\n', listed.Select(blob => $"{blob.Path} {blob.ETag}"));
            if (inForce is null || found != tags)
            {
                inForce = await LoadAsync(listed, now, cancellationToken);
                tags = found;
            }

            return inForce;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Following> LoadAsync(List<ListedBlob> listed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var blob in listed)
        {
            if (await store.ReadAsync(new BlobName(Containers.Config, blob.Path), cancellationToken) is { } read)
            {
                texts[blob.Path] = Encoding.UTF8.GetString(read.Content.Span).TrimStart('\uFEFF');
            }
        }

        var files = new ConfigFiles(texts);
        var (following, problems) = files.Load();
        var (kept, etag) = await KeptAsync(store, cancellationToken);
        if (following is not null)
        {
            await KeepAsync(new KeptConfiguration(files, null), kept, etag, cancellationToken);
            return following with { Refused = problems };
        }

        if (kept?.Files.Load().Following is not { } lastGood)
        {
            throw new NothingToFollowException([.. problems.Where(problem => problem.IsError).Select(problem => problem.ToString())]);
        }

        var hash = files.Hash();
        var refusal = kept.Refusal?.Hash == hash ? kept.Refusal : new Refusal(hash, now);
        await KeepAsync(kept with { Refusal = refusal }, kept, etag, cancellationToken);
        return lastGood with { Refused = problems, Refusal = refusal };
    }

    /// <summary>The set in force; null where there never was a good one.</summary>
    public static async Task<KeptConfiguration?> InForceAsync(IBlobStore store, CancellationToken cancellationToken) =>
        (await KeptAsync(store, cancellationToken)).Kept;

    private static async Task<(KeptConfiguration? Kept, string? ETag)> KeptAsync(IBlobStore store, CancellationToken cancellationToken) =>
        await store.ReadAsync(InForce, cancellationToken) is { } blob
            ? (PipelineJson.Read<KeptConfiguration>(blob.Content, InForce), blob.ETag)
            : (null, null);

    // Where another process was faster, what it has kept is just as good.
    private async Task KeepAsync(KeptConfiguration keep, KeptConfiguration? kept, string? etag, CancellationToken cancellationToken)
    {
        var content = PipelineJson.Write(keep);
        if (kept is null || etag is null)
        {
            await store.CreateAsync(InForce, content, cancellationToken);
        }
        else if (!content.AsSpan().SequenceEqual(PipelineJson.Write(kept)))
        {
            await store.ReplaceAsync(InForce, content, etag, cancellationToken);
        }
    }
}

/// <summary>What state/config.json holds: the set in force, and what was refused since.</summary>
public sealed record KeptConfiguration(ConfigFiles Files, Refusal? Refusal);
