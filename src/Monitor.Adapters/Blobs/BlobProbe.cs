using Azure;
using Azure.Storage.Blobs;
using Monitor.Pipeline.Storage;

namespace Monitor.Adapters.Blobs;

/// <summary>
/// Asks an account how it is, for tools that want an answer in seconds: a request that fails is tried once more and no longer
/// than ten seconds each time.
/// </summary>
public sealed class BlobProbe
{
    private readonly BlobServiceClient service;

    /// <exception cref="FormatException">The connection string is none.</exception>
    public BlobProbe(BlobOptions options)
    {
        service = BlobRegistration.Client(options, retries: 1, TimeSpan.FromSeconds(10));
        Store = new AzureBlobStore(service);
    }

    /// <summary>The account's blob service.</summary>
    public Uri Address => service.Uri;

    public IBlobStore Store { get; }

    /// <summary>Which of the containers are missing, and what the account's clock says.</summary>
    /// <exception cref="RequestFailedException">The account refuses, or does not answer: see <see cref="BlobTrouble.Of"/>.</exception>
    public async Task<BlobLook> LookAsync(IReadOnlyList<string> containers, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        DateTimeOffset? time = null;
        foreach (var container in containers)
        {
            try
            {
                var properties = await service.GetBlobContainerClient(container).GetPropertiesAsync(cancellationToken: cancellationToken);
                time = properties.GetRawResponse().Headers.Date ?? time;
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                time = e.GetRawResponse()?.Headers.Date ?? time;
                missing.Add(container);
            }
        }

        return new BlobLook(missing, time);
    }
}

/// <param name="Missing">Containers that are not there.</param>
/// <param name="Time">The account's clock, to the second; null where it does not say.</param>
public sealed record BlobLook(IReadOnlyList<string> Missing, DateTimeOffset? Time);
