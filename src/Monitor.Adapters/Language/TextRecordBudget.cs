using System.Globalization;
using Monitor.Pipeline.Storage;

namespace Monitor.Adapters.Language;

/// <summary>
/// How many text records may still be sent this month (UTC), whichever process asks: state/language/yyyy-MM.json, written over
/// the version that was read. Records are taken before they are sent, and given back only where the service said that it did
/// nothing; whoever dies in between has spent them. So the limit is never passed.
/// </summary>
internal sealed class TextRecordBudget(IBlobStore store, int limit, TimeProvider clock)
{
    private const int Attempts = 20;

    /// <summary>False where not as many are left, or where too many others were faster.</summary>
    public async Task<bool> TakeAsync(int records, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var name = Name();
            var blob = await store.ReadAsync(name, cancellationToken);
            var spent = blob is null ? 0 : PipelineJson.Read<Spent>(blob.Content, name).Records;
            if (records > limit - spent)
            {
                return false;
            }

            if (await WriteAsync(name, blob?.ETag, spent + records, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Records of a request that was refused unread. Where it does not succeed they stay spent.</summary>
    public async Task GiveBackAsync(int records, CancellationToken cancellationToken)
    {
        var name = Name();
        if (await store.ReadAsync(name, cancellationToken) is { } blob)
        {
            await WriteAsync(name, blob.ETag, Math.Max(0, PipelineJson.Read<Spent>(blob.Content, name).Records - records), cancellationToken);
        }
    }

    private async Task<bool> WriteAsync(BlobName name, string? etag, int records, CancellationToken cancellationToken)
    {
        var content = PipelineJson.Write(new Spent(records));
        return etag is null
            ? await store.CreateAsync(name, content, cancellationToken)
            : await store.ReplaceAsync(name, content, etag, cancellationToken) is not null;
    }

    private BlobName Name() => new(Containers.State, $"language/{clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}.json");

    private sealed record Spent(int Records);
}
