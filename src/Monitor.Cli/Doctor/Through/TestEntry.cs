using System.Globalization;
using System.Text;
using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Doctor.Through;

/// <summary>
/// An outlet that does not exist, with one entry that says it is a test, and the files under which it is followed: the desk's
/// own zone, sender and operations, a topic that nothing else can match.
/// </summary>
internal sealed class TestEntry(DateTimeOffset now) : IFetcher
{
    public const string Headline = "Test by monitor doctor: nothing has happened";

    private const string Word = "monitordoctortestentry";
    private static readonly Uri Feed = new("https://doctor.monitor.invalid/feed.xml");
    private static readonly Uri Page = new("https://doctor.monitor.invalid/test");

    /// <summary>A feed's first reading alerts nobody: the entry is there from the second on.</summary>
    public bool IsPublished { get; set; }

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FetchOutcome>(request.Url == Feed ? Fetched(Feed, FeedText(), "application/rss+xml")
            : request.Url == Page ? Fetched(Page, PageText, "text/html")
            : new FetchOutcome.Refused("only the test's own addresses are asked"));

    public static ConfigFiles Files(Desk desk)
    {
        var operations = desk.People([desk.Operations]);
        return new ConfigFiles(new Dictionary<string, string>
        {
            [ConfigFiles.FeedsPath] = $"<opml version=\"2.0\"><head><title>Test</title></head><body><outline type=\"rss\" id=\"doctor\" text=\"monitor doctor\" outlet=\"monitor doctor\" xmlUrl=\"{Feed}\"/></body></opml>",
            [ConfigFiles.TopicsFolder + "doctor.yaml"] =
                $"""
                id: doctor
                name: Test by monitor doctor
                description: Matches the test entry and nothing else.
                signals:
                  - id: test-entry
                    any: [{Word}]
                    weight: 2
                thresholds: {"{ match: 1.0, central: 0.1 }"}
                samples:
                  must: [This is {Word}.]
                  mustNot: [This is news.]
                """,
            [ConfigFiles.DeskPath] =
                $"""
                zone: {desk.Zone.Id}
                contact: {Quoted(desk.Contact)}
                from: {Person(desk.From)}
                recipients:
                  operations: [{string.Join(", ", operations.Select(Person))}]
                operations: operations
                editions:
                  - id: test
                    name: Test
                    at: ["07:00"]
                    days: daily
                    topics: [doctor]
                    recipients: [operations]
                alerts:
                  topics: [doctor]
                  recipients: [operations]
                  group: 0m
                """,
        });
    }

    private static FetchOutcome.Fetched Fetched(Uri url, string body, string type) =>
        new(Encoding.UTF8.GetBytes(body), type, null, null, url, null, new Dictionary<string, string>());

    private static string Person(Recipient person) =>
        $"{{ name: {Quoted(person.Name.Length > 0 ? person.Name : person.Address)}, address: {Quoted(person.Address)} }}";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private string FeedText()
    {
        var item = IsPublished
            ? $"<item><title>{Headline}</title><link>{Page}</link><guid>test</guid><pubDate>{now.AddMinutes(-1).ToString("R", CultureInfo.InvariantCulture)}</pubDate><description>A test of the whole way, marked {Word}. Nothing has to be done.</description></item>"
            : "";
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>monitor doctor</title><link>https://doctor.monitor.invalid/</link>{item}</channel></rss>";
    }

    private const string PageText =
        $"<!doctype html><html lang=\"en\"><head><title>{Headline}</title></head><body><main><article><h1>{Headline}</h1>"
        + $"<p>This entry was made by monitor doctor to see whether one finds its way from a feed to this inbox. It is a test, marked {Word}, and no news. "
        + "Nothing has to be done. What it left behind in storage has been taken away again.</p></article></main></body></html>";
}
