using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Adapters.Http;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Tests.Http;

public class HttpRegistrationTests
{
    [Fact]
    public void A_fetcher_is_registered_once()
    {
        using var provider = Services(options => options.Contact = "https://desk.example/about");
        provider.GetRequiredService<IFetcher>().ShouldBeSameAs(provider.GetRequiredService<IFetcher>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("the desk")]
    [InlineData("desk@outlet.example)\r\nX: 1")]
    public void Whoever_runs_it_gives_a_contact(string contact)
    {
        using var provider = Services(options => options.Contact = contact);
        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IFetcher>()).Message.ShouldContain("Contact");
    }

    [Fact]
    public void A_bound_out_of_range_is_refused_by_name()
    {
        using var provider = Services(options =>
        {
            options.Contact = "desk@outlet.example";
            options.MaxRedirects = 100;
        });
        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IFetcher>()).Message.ShouldContain("MaxRedirects");
    }

    private static ServiceProvider Services(Action<HttpOptions> configure) =>
        new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddHttpFetcher(configure)
            .BuildServiceProvider();
}
