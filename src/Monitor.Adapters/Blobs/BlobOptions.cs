using System.ComponentModel.DataAnnotations;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Pipeline.Storage;

namespace Monitor.Adapters.Blobs;

/// <summary>Where the blobs are. One of the two is set: the account with managed identity in Azure, the connection string on a laptop.</summary>
public sealed class BlobOptions : IValidatableObject
{
    public const string Section = "Monitor:Storage";

    /// <summary>Address of the account's blob service, such as https://account.blob.core.windows.net. No default.</summary>
    public Uri? AccountUri { get; set; }

    /// <summary>Client id of the user-assigned identity that opens the account; without it the environment's own identity is used.</summary>
    public string? ClientId { get; set; }

    /// <summary>Connection string of a local emulator. Never set in Azure: the account refuses keys. No default.</summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AccountUri is null == string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(
                "set either Monitor__Storage__AccountUri (in Azure) or Monitor__Storage__ConnectionString (on a laptop)");
        }
    }
}

public static class BlobRegistration
{
    public static IServiceCollection AddBlobStore(this IServiceCollection services)
    {
        services.AddOptions<BlobOptions>().BindConfiguration(BlobOptions.Section).ValidateDataAnnotations();
        return services
            .AddSingleton(provider => Client(provider.GetRequiredService<IOptions<BlobOptions>>().Value))
            .AddSingleton<IBlobStore, AzureBlobStore>();
    }

    /// <summary>The store by itself, for tools that need nothing else.</summary>
    public static IBlobStore Open(BlobOptions options) => new AzureBlobStore(Client(options));

    /// <param name="retries">How often a request that failed is tried again, after 400 ms at first.</param>
    /// <param name="timeLimit">Longest time for one answer; 30 s by default.</param>
    internal static BlobServiceClient Client(BlobOptions options, int retries = 4, TimeSpan? timeLimit = null)
    {
        var client = new BlobClientOptions
        {
            Retry =
            {
                MaxRetries = retries, Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(400),
                NetworkTimeout = timeLimit ?? TimeSpan.FromSeconds(30),
            },
        };
        return options.AccountUri is { } account
            ? new BlobServiceClient(account, Credential(options.ClientId), client)
            : new BlobServiceClient(options.ConnectionString, client);
    }

    private static TokenCredential Credential(string? clientId) =>
        clientId is null ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
