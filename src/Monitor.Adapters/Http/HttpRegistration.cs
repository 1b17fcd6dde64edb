using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Http;

public static class HttpRegistration
{
    /// <summary>Registers the fetcher; the options are checked when the host starts.</summary>
    public static IServiceCollection AddHttpFetcher(this IServiceCollection services, Action<HttpOptions> configure)
    {
        services.AddOptions<HttpOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFetcher>(provider => new HttpFetcher(
            provider.GetRequiredService<IOptions<HttpOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
