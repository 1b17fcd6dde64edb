using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Monitor.Pipeline.Storage;

namespace Monitor.Adapters.Blobs;

/// <summary>Azure Blob Storage, and Azurite on a laptop.</summary>
public sealed class AzureBlobStore(BlobServiceClient service) : IBlobStore
{
    private const string Label = "label";

    private readonly ConcurrentDictionary<string, BlobContainerClient> containers = new(StringComparer.Ordinal);

    public async Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        try
        {
            var download = await Blob(name).DownloadContentAsync(cancellationToken);
            return new StoredBlob(download.Value.Content.ToMemory(), download.Value.Details.ETag.ToString("H"));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        CreateAsync(name, content, "", cancellationToken);

    public async Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, string label, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(name, content, new BlobRequestConditions { IfNoneMatch = ETag.All }, label, cancellationToken);
            return true;
        }
        // Storage answers 409 BlobAlreadyExists; 412 means the same.
        catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // A new account: the templates create the containers in Azure, the first write does on a laptop.
            await Container(name.Container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return await CreateAsync(name, content, label, cancellationToken);
        }
    }

    public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken) =>
        ReplaceAsync(name, content, etag, "", cancellationToken);

    public async Task<string?> ReplaceAsync(
        BlobName name, ReadOnlyMemory<byte> content, string etag, string label, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(name, content, new BlobRequestConditions { IfMatch = new ETag(etag) }, label, cancellationToken);
        }
        // 404: the version that was read has been deleted since.
        catch (RequestFailedException e) when (e.Status is 412 or 404)
        {
            return null;
        }
    }

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) =>
        Blob(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    public async IAsyncEnumerable<ListedBlob> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = Container(container).GetBlobsAsync(BlobTraits.Metadata, prefix: prefix, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (pages)
        {
            while (await NextAsync(pages))
            {
                var blob = pages.Current;
                yield return new ListedBlob(blob.Name, blob.Properties.ETag?.ToString("H") ?? "", blob.Metadata?.TryGetValue(Label, out var label) is true ? label : null);
            }
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<BlobItem> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    private async Task<string> WriteAsync(
        BlobName name, ReadOnlyMemory<byte> content, BlobRequestConditions conditions, string label, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            Metadata = label.Length > 0 ? new Dictionary<string, string> { [Label] = label } : null,
            HttpHeaders = new BlobHttpHeaders { ContentType = ContentType(name.Path) },
        };
        var written = await Blob(name).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
        return written.Value.ETag.ToString("H");
    }

    private BlobClient Blob(BlobName name) => Container(name.Container).GetBlobClient(name.Path);

    private BlobContainerClient Container(string name) => containers.GetOrAdd(name, service.GetBlobContainerClient);

    private static string ContentType(string path) => Path.GetExtension(path) switch
    {
        ".json" => "application/json; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".gz" => "application/gzip",
        _ => "application/octet-stream",
    };
}
