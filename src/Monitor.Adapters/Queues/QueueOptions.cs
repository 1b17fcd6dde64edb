using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Pipeline.PollShard;

namespace Monitor.Adapters.Queues;

/// <summary>Where the queue is that hands shards to instances. At most one of the two is set; without either one instance reads all feeds.</summary>
public sealed class QueueOptions
{
    public const string Section = "Monitor:Queue";

    /// <summary>Address of the account's queue service, such as https://account.queue.core.windows.net. No default.</summary>
    public Uri? AccountUri { get; set; }

    /// <summary>Client id of the user-assigned identity that opens the account; without it the environment's own identity is used.</summary>
    public string? ClientId { get; set; }

    /// <summary>Connection string of a local emulator. Never set in Azure: the account refuses keys. No default.</summary>
    public string? ConnectionString { get; set; }
}

public static class QueueRegistration
{
    public static IServiceCollection AddShardMessages(this IServiceCollection services)
    {
        services.AddOptions<QueueOptions>().BindConfiguration(QueueOptions.Section).ValidateDataAnnotations();
        return services.AddSingleton<IShardMessages>(provider => Open(provider.GetRequiredService<IOptions<QueueOptions>>().Value));
    }

    /// <summary>The queue by itself, for tools that need nothing else.</summary>
    public static IShardMessages Open(QueueOptions options)
    {
        var service = Service(options);
        return new AzureShardMessages(
            service?.GetQueueClient(IShardMessages.QueueName), service?.GetQueueClient(IShardMessages.QueueName + AzureShardMessages.PoisonEnding));
    }

    private static QueueServiceClient? Service(QueueOptions options)
    {
        var client = new QueueClientOptions
        {
            // As host.json says for the host, which reads what is written here.
            MessageEncoding = QueueMessageEncoding.None,
            Retry = { MaxRetries = 4, Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(400), NetworkTimeout = TimeSpan.FromSeconds(30) },
        };
        return options.AccountUri is { } account ? new QueueServiceClient(account, Credential(options.ClientId), client)
            : !string.IsNullOrWhiteSpace(options.ConnectionString) ? new QueueServiceClient(options.ConnectionString, client)
            : null;
    }

    private static TokenCredential Credential(string? clientId) =>
        clientId is null ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
