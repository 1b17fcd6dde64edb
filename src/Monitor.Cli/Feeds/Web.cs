using Microsoft.Extensions.Configuration;
using Monitor.Adapters.Http;
using Monitor.Cli.LocalHost;
using Monitor.Core.Digests;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Feeds;

/// <summary>The fetcher as the command line uses it: the same options as the function app's, and the contact of desk.yaml where none is set.</summary>
internal static class Web
{
    /// <exception cref="LocalHostException">Nobody answers for the requests: no contact is set.</exception>
    public static HttpFetcher Open()
    {
        var options = new HttpOptions();
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(HttpOptions.Section).Bind(options);
        if (options.Contact.Length == 0)
        {
            options.Contact = Contact() ?? throw new LocalHostException(
                "no contact is set: outlets must be able to reach whoever asks them. Write one into seeds/desk.yaml, or set Monitor__Http__Contact");
        }

        return new HttpFetcher(options, TimeProvider.System);
    }

    /// <summary>The http or https address that somebody gave in place of a file; null where it is none.</summary>
    public static Uri? Address(string? name) =>
        Uri.TryCreate(name, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    /// <summary>The document at an address; null where it is not to be had, and why is said.</summary>
    public static async Task<FetchOutcome.Fetched?> ReadAsync(
        IFetcher web, Uri address, FetchKind kind, TextWriter errors, CancellationToken cancellationToken)
    {
        var outcome = await web.FetchAsync(new FetchRequest(address, kind), cancellationToken);
        if (outcome is FetchOutcome.Fetched fetched)
        {
            return fetched;
        }

        errors.WriteLine($"{address} {Words(outcome)}");
        return null;
    }

    private static string Words(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Blocked blocked => $"is blocked: {blocked.Reason}",
        FetchOutcome.Broken broken => $"is broken: {broken.Reason}",
        FetchOutcome.Refused refused => $"is not asked: {refused.Reason}",
        FetchOutcome.Gone => "is gone for good",
        FetchOutcome.RateLimited => "asks to wait",
        _ => "did not answer with a document",
    };

    private static string? Contact()
    {
        var file = Path.Combine(WorkFolder.Seeds, "desk.yaml");
        return File.Exists(file) ? Desk.Load("desk.yaml", File.ReadAllText(file)).Desk?.Contact : null;
    }
}
