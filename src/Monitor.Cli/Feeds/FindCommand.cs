using System.CommandLine;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Feeds;

/// <summary>
/// `monitor feeds find`: the feeds of a site, from a page of it. What the page announces comes first, then what it links to
/// that looks like a feed; each is asked, and only what is a feed is shown.
/// </summary>
internal static class FindCommand
{
    private const int MostAsked = 30;

    public static Command Create()
    {
        var url = new Argument<Uri>("URL") { Description = "A page of the site, or a feed." };
        var command = new Command("find", "Find the feeds of a site.") { url };
        command.SetAction(async (parsed, token) =>
        {
            using var web = Web.Open();
            return await RunAsync(web, parsed.GetValue(url)!, Console.Out, Console.Error, token);
        });
        return command;
    }

    internal static async Task<int> RunAsync(IFetcher fetcher, Uri url, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (!url.IsAbsoluteUri)
        {
            errors.WriteLine("monitor feeds find: give the whole address, https:// included");
            return 2;
        }

        if (await Web.ReadAsync(fetcher, url, FetchKind.Feed, errors, cancellationToken) is not { } page)
        {
            return 1;
        }

        var reading = FeedReader.Read(page.Body, new FeedHints(page.ContentType, page.FinalUrl));
        if (reading is FeedReading.Read { Feed: var itself })
        {
            Say(itself, page.FinalUrl, output);
            return 0;
        }

        var found = 0;
        foreach (var candidate in FeedCandidates.Of(((FeedReading.NotAFeed)reading).Feeds, page).Take(MostAsked))
        {
            if (await fetcher.FetchAsync(new FetchRequest(candidate, FetchKind.Feed), cancellationToken) is FetchOutcome.Fetched fetched
                && FeedReader.Read(fetched.Body, new FeedHints(fetched.ContentType, fetched.FinalUrl)) is FeedReading.Read { Feed: var feed })
            {
                Say(feed, candidate, output);
                found++;
            }
        }

        if (found == 0)
        {
            errors.WriteLine($"{url} announces no feed, and nothing that it links to is one");
        }

        return found > 0 ? 0 : 1;
    }

    private static void Say(Feed feed, Uri url, TextWriter output) =>
        output.WriteLine($"{url}  {Terminal.Line(feed.Title ?? "(no title)", 80)}  [{feed.Format}, {feed.Entries.Count} {(feed.Entries.Count == 1 ? "entry" : "entries")}]");
}
