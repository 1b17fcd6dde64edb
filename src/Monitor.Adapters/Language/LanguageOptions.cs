using System.ComponentModel.DataAnnotations;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Pipeline.Language;
using Monitor.Pipeline.Storage;

namespace Monitor.Adapters.Language;

/// <summary>Azure AI Language. Without an endpoint nothing leaves this process: the local reader answers.</summary>
public sealed class LanguageOptions : IValidatableObject
{
    public const string Section = "Monitor:Language";

    /// <summary>The account's endpoint, such as https://account.cognitiveservices.azure.com. No default.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Client id of the user-assigned identity that asks; without it the environment's own identity does.</summary>
    public string? ClientId { get; set; }

    /// <summary>Key, for a laptop. Never set in Azure: the account refuses keys. No default.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// Most text records that all processes together send in a calendar month, UTC: 1,000 characters each, counted for each of
    /// the three features. Default 5,000, what the free tier gives; 0 sends nothing.
    /// </summary>
    [Range(0, 100_000_000)]
    public int MonthlyRecords { get; set; } = 5_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is { } endpoint && endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
        {
            yield return new ValidationResult("set it to an https address: text and credentials do not travel in the clear", [nameof(Endpoint)]);
        }
    }
}

public static class LanguageRegistration
{
    public static IServiceCollection AddLanguage(this IServiceCollection services)
    {
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section).ValidateDataAnnotations();
        return services.AddSingleton(provider => Reader(
            provider.GetRequiredService<IOptions<LanguageOptions>>().Value, provider.GetRequiredService<IBlobStore>(), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>The service over the endpoint; without one the local reader.</summary>
    public static ILanguageReader Reader(LanguageOptions options, IBlobStore store, TimeProvider clock) =>
        options.Endpoint is null ? new LocalLanguageReader() : Service(options, store, clock);

    /// <param name="transport">How requests travel; by default as Azure.Core sends them.</param>
    internal static AzureLanguageReader Service(
        LanguageOptions options, IBlobStore store, TimeProvider clock, HttpPipelineTransport? transport = null, TokenCredential? credential = null)
    {
        // Attempts are counted against the budget, so they are made by the reader and not by the pipeline.
        var client = new LanguageClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(20) } };
        client.Transport = transport ?? client.Transport;
        HttpPipelinePolicy identity = options.Key is { Length: > 0 } key
            ? new KeyPolicy(key)
            : new BearerTokenAuthenticationPolicy(credential ?? Credential(options.ClientId), "https://cognitiveservices.azure.com/.default");
        return new AzureLanguageReader(options.Endpoint!, HttpPipelineBuilder.Build(client, identity), new TextRecordBudget(store, options.MonthlyRecords, clock), clock);
    }

    private static TokenCredential Credential(string? clientId) =>
        clientId is null ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private sealed class LanguageClientOptions : ClientOptions;

    private sealed class KeyPolicy(string key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", key);
    }
}
