using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Http;

public static class HttpRegistration
{
    /// <summary>Registers the fetcher. The options come from <see cref="HttpOptions.Section"/> and are checked when it is first needed.</summary>
    public static IServiceCollection AddHttpFetcher(this IServiceCollection services, Action<HttpOptions>? configure = null)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).Configure(configure ?? (_ => { }));
        services.TryAddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFetcher>(provider => new HttpFetcher(
            provider.GetRequiredService<IOptions<HttpOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
