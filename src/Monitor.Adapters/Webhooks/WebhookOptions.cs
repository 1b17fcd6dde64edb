using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Monitor.Adapters.Http;

namespace Monitor.Adapters.Webhooks;

/// <summary>Where the channels of desk.yaml lead. An address is a secret: whoever has it may write into the channel.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Monitor:Webhooks";

    /// <summary>By the channel's id in desk.yaml: Monitor__Webhooks__deskteams__Url. Empty by default.</summary>
    public Dictionary<string, WebhookTarget> Channels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a channel's setting as it stands in the environment.</summary>
    public static string Setting(string channel, string name) => $"{Section.Replace(":", "__", StringComparison.Ordinal)}__{channel}__{name}";
}

/// <summary>Where one channel leads.</summary>
public sealed class WebhookTarget
{
    /// <summary>The webhook's address: https, at a public host. No default.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// For a signed webhook: one secret, or several with spaces between while receivers change from one to the next. Each is
    /// whsec_ and 24 to 64 bytes in Base64. No default.
    /// </summary>
    public string? Secret { get; set; }
}

internal static class WebhookRegistration
{
    /// <summary>What the senders share. Each sender's own registration calls it.</summary>
    public static IServiceCollection AddWebhookClient(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(WebhookClient)))
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<WebhookOptions>().Configure<IConfiguration>((options, configuration) => configuration.GetSection(WebhookOptions.Section).Bind(options.Channels));
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section);
        return services.AddSingleton(provider => new WebhookClient(
            provider.GetRequiredService<IOptions<WebhookOptions>>().Value,
            provider.GetRequiredService<IOptions<HttpOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
    }
}
