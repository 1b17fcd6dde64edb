using System.Text;
using System.Text.Json;
using Monitor.Cli.Feeds;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;
using Spectre.Console;

namespace Monitor.Cli.Tests.Feeds;

/// <summary>feeds check and feeds find, over a web that throws on addresses nobody told it of.</summary>
public sealed class WebFeedsTests : IDisposable
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>North Times</title><item><title>One</title><link>/1</link><pubDate>Wed, 18 Nov 2026 10:00:00 GMT</pubDate></item><item><title>Two</title><link>/2</link><pubDate>Wed, 18 Nov 2026 12:00:00 GMT</pubDate></item></channel></rss>";

    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Check_tells_what_every_feed_answered_in_the_order_of_the_list()
    {
        var web = new FewPages
        {
            ["https://north.example/feed"] = Page(Feed),
            ["https://south.example/feed"] = new FetchOutcome.Blocked("answers 403"),
            ["https://east.example/feed"] = Page("<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/real.xml></head></html>"),
        };

        var found = await CheckCommand.RunAsync(
            web, [Followed("north"), Followed("south"), Followed("east")], AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) }), default);

        found.Select(feed => (feed.Feed.Id, feed.Outcome)).ShouldBe([("north", "read"), ("south", "blocked"), ("east", "not a feed")]);
        found[0].ShouldSatisfyAllConditions(
            feed => feed.Entries.ShouldBe(2),
            feed => feed.Format.ShouldBe("rss-2.0"),
            feed => feed.Newest.ShouldBe(DateTimeOffset.Parse("2026-11-18T12:00:00Z")));
        found[1].Detail.ShouldBe("answers 403");
        found[2].Detail.ShouldEndWith("the page announces https://east.example/real.xml");
    }

    [Fact]
    public async Task The_table_as_JSON_names_every_field()
    {
        var found = await CheckedFeed.AskAsync(new FewPages { ["https://north.example/feed"] = Page(Feed) }, Followed("north"), default);

        using var json = JsonDocument.Parse(FeedsJson.Of([found]));
        var feed = json.RootElement[0];
        feed.GetProperty("outcome").GetString().ShouldBe("read");
        feed.GetProperty("newest").GetString().ShouldBe("2026-11-18T12:00:00Z");
        feed.GetProperty("isFine").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Find_shows_what_a_page_announces_and_links_to_and_only_what_is_a_feed()
    {
        var web = new FewPages
        {
            ["https://north.example/"] = Page("""
                <!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/announced"></head>
                <body><a href="/rss/politics.xml">Politics</a> <a href="/about-our-rss">About</a> <a href="/news/1">News</a></body></html>
                """),
            ["https://north.example/announced"] = Page(Feed),
            ["https://north.example/rss/politics.xml"] = Page(Feed),
            ["https://north.example/about-our-rss"] = Page("<!doctype html><html><body>Feeds are fine.</body></html>"),
        };

        (await FindCommand.RunAsync(web, new Uri("https://north.example/"), output, errors, default)).ShouldBe(0);

        output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').ShouldBe(
        [
            "https://north.example/announced  North Times  [rss-2.0, 2 entries]",
            "https://north.example/rss/politics.xml  North Times  [rss-2.0, 2 entries]",
        ]);
    }

    [Fact]
    public async Task Find_on_a_feed_is_that_feed()
    {
        (await FindCommand.RunAsync(new FewPages { ["https://north.example/"] = Page(Feed) }, new Uri("https://north.example/"), output, errors, default)).ShouldBe(0);

        output.ToString().ShouldStartWith("https://north.example/  North Times");
    }

    [Fact]
    public async Task Find_says_why_a_page_could_not_be_read()
    {
        var web = new FewPages { ["https://north.example/"] = new FetchOutcome.Refused("is a private address") };

        (await FindCommand.RunAsync(web, new Uri("https://north.example/"), output, errors, default)).ShouldBe(1);

        errors.ToString().ShouldContain("is not asked: is a private address");
    }

    private static FollowedFeed Followed(string id) => new(id, id, new Uri($"https://{id}.example/feed"), id, "NZ", false, 1);

    private static FetchOutcome.Fetched Page(string text) =>
        new(Encoding.UTF8.GetBytes(text), null, null, null, new Uri("https://north.example/"), null, new Dictionary<string, string>());

    private sealed class FewPages : Dictionary<string, FetchOutcome>, IFetcher
    {
        public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            var answer = this[request.Url.AbsoluteUri];
            return Task.FromResult(answer is FetchOutcome.Fetched fetched ? fetched with { FinalUrl = request.Url } : answer);
        }
    }
}
