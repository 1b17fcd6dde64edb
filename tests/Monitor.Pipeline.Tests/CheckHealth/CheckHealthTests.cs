using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.Alerts;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.PollFeeds;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Writing;
using static Monitor.Pipeline.Tests.PollFeeds.ScriptedFetcher;
using Health = Monitor.Pipeline.CheckHealth.CheckHealth;
using Poll = Monitor.Pipeline.PollFeeds.PollFeeds;

namespace Monitor.Pipeline.Tests.CheckHealth;

/// <summary>Polls every ten minutes and health every hour, over a scripted web.</summary>
public class CheckHealthTests
{
    private const string North = "https://north.example/feed";
    private const string South = "https://south.example/feed";

    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");

    private readonly InMemoryBlobStore store = new();
    private readonly ScriptedFetcher web = new();
    private readonly Poll poll;
    private readonly Health health;
    private readonly MessageBox box;

    public CheckHealthTests()
    {
        foreach (var (path, text) in Files)
        {
            store.CreateAsync(new BlobName(Containers.Config, path), Encoding.UTF8.GetBytes(text), default).Wait();
        }

        box = new MessageBox(store);
        var configuration = new ConfigurationSource(store);
        var writer = new TitleWriter();
        var operations = new NotifyOperations(box, writer);
        var tips = new TipBox(store);
        health = new Health(configuration, store, box, operations);
        poll = new Poll(
            configuration, store, new ReadFeed(web), new ReadArticle(web), new ArticleArchive(store), new StoryBook(store),
            new WriteTips(tips), new ReleaseAlerts(configuration, tips, box, new StoryBook(store), writer), operations, new PollOptions(), TimeProvider.System, NullLogger<Poll>.Instance);
        web.On(North, Feed(Item("a"))).On(South, Feed(Item("a")));
    }

    [Fact]
    public async Task A_feed_that_breaks_and_recovers_is_told_once_and_once_again()
    {
        await DayAsync(Noon, hours: 2);
        web.On(North, new FetchOutcome.Broken("answers 500"));
        await DayAsync(Noon.AddHours(2), hours: 30);

        (await SubjectsAsync()).ShouldBe(["North Times is broken"]);

        web.On(North, Feed(Item("b"), Item("a")));
        await DayAsync(Noon.AddHours(32), hours: 30);

        (await SubjectsAsync()).ShouldBe(["North Times is broken", "North Times is read again"]);
    }

    [Fact]
    public async Task A_trouble_that_passes_before_it_was_told_is_not_told_at_all()
    {
        await DayAsync(Noon, hours: 1);
        web.On(North, new FetchOutcome.Broken("answers 500"), Feed(Item("a")));

        await DayAsync(Noon.AddHours(1), hours: 8);

        (await SubjectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_trouble_is_told_again()
    {
        await DayAsync(Noon, hours: 1);
        for (var time = Noon.AddHours(1); time < Noon.AddHours(100); time += TimeSpan.FromHours(50))
        {
            web.On(North, new FetchOutcome.Blocked("answers 403"));
            await DayAsync(time, hours: 20);
            web.On(North, Feed(Item("a")));
            await DayAsync(time.AddHours(20), hours: 30);
        }

        (await SubjectsAsync()).Count(subject => subject == "North Times is blocked").ShouldBe(2);
        (await SubjectsAsync()).Count(subject => subject == "North Times is read again").ShouldBe(2);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_told_at_once_and_not_asked_again()
    {
        web.On(North, new FetchOutcome.Gone());

        await DayAsync(Noon, hours: 48);

        (await SubjectsAsync()).ShouldBe(["North Times is gone"]);
        web.Requests.Count(request => request.Url.AbsoluteUri == North).ShouldBe(1);
    }

    [Fact]
    public async Task A_feed_that_goes_quiet_is_told_once_and_once_when_it_speaks_again()
    {
        web.On(North, Hourly(Noon, 24 * 14));
        await DayAsync(Noon, hours: 40);

        (await SubjectsAsync()).ShouldBe(["North Times is quiet for longer than usual"]);

        web.On(North, Feed(Item("at last")));
        await DayAsync(Noon.AddHours(40), hours: 5);

        (await SubjectsAsync()).ShouldBe(["North Times is quiet for longer than usual", "North Times shows new entries again"]);
    }

    [Fact]
    public async Task The_report_knows_every_feed()
    {
        web.On(North, Hourly(Noon, 24 * 14)).On(South, new FetchOutcome.Blocked("answers 403"));
        await DayAsync(Noon, hours: 1);

        var report = await health.RunAsync(Noon.AddHours(1), default);

        report.Health!.Select(feed => (feed.Feed, feed.State, feed.Outcome)).ShouldBe(
            [("north", FeedState.Working, "read"), ("south", FeedState.Blocked, "blocked")]);
        report.Health![0].ShouldSatisfyAllConditions(
            north => north.LastNewEntry.ShouldBe(Noon),
            north => north.EntriesADay!.Value.ShouldBe(24, tolerance: 1),
            north => north.Streak.ShouldBeGreaterThan(1));
        report.Health![1].LastRead.ShouldBeNull();
    }

    [Fact]
    public async Task Health_never_writes_the_feeds_state()
    {
        await DayAsync(Noon, hours: 1);
        var before = await StateAsync();

        await health.RunAsync(Noon.AddDays(3), default);

        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Where_every_feed_fails_at_once_no_feed_is_blamed()
    {
        await DayAsync(Noon, hours: 1);
        web.On(North, new FetchOutcome.Broken("no route to the host")).On(South, new FetchOutcome.Broken("no route to the host"));

        var report = await poll.RunAsync(Noon.AddHours(2), default);

        report.Notes.ShouldContain(note => note.Contains("our own network seems to be down"));
        var shard = await FeedShard.LoadAsync(store, default);
        shard["north"].ShouldSatisfyAllConditions(
            record => record.State.ShouldBe(FeedState.Working),
            record => record.Schedule!.Failures.ShouldBe(0),
            record => record.Schedule!.Due.ShouldBe(Noon.AddHours(2).AddMinutes(10)));
    }

    [Fact]
    public async Task That_no_feed_is_read_any_more_is_told_once()
    {
        await DayAsync(Noon, hours: 1);
        web.On(North, new FetchOutcome.Broken("no route to the host")).On(South, new FetchOutcome.Broken("no route to the host"));

        await DayAsync(Noon.AddHours(1), hours: 30);

        (await SubjectsAsync()).Count(subject => subject == "No feed is being read").ShouldBe(1);
    }

    private static FetchOutcome.Fetched Hourly(DateTimeOffset to, int hours) =>
        Feed([.. Enumerable.Range(0, hours).Select(hour => Item($"h{hour}", at: to.AddHours(-hour)))]);

    private async Task DayAsync(DateTimeOffset from, int hours)
    {
        for (var at = from; at < from.AddHours(hours); at = at.AddMinutes(10))
        {
            await poll.RunAsync(at, default);
            if (at.Minute == 0)
            {
                await health.RunAsync(at.AddMinutes(5), default);
            }
        }
    }

    private async Task<List<string>> SubjectsAsync() =>
        await box.PendingAsync(default).Select(pending => pending.Message).OrderBy(message => message.DecidedAt).Select(message => message.Subject).ToListAsync();

    private async Task<string> StateAsync() => (await store.ReadAsync(new BlobName(Containers.State, "feeds/0.json.gz"), default))!.ETag;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["feeds.opml"] = $"""
            <opml version="2.0"><head><title>t</title></head><body>
            <outline type="rss" id="north" text="North Times" xmlUrl="{North}"/>
            <outline type="rss" id="south" text="South Mail" xmlUrl="{South}"/>
            </body></opml>
            """,
        ["desk.yaml"] = """
            zone: Pacific/Auckland
            contact: desk@example.org
            from: { name: Monitor, address: monitor@example.org }
            recipients:
              desk: [ desk@example.org ]
              operations: [ ops@example.org ]
            operations: operations
            editions:
              - id: morning
                name: Morning digest
                at: ["07:00"]
                days: [daily]
                topics: [ports]
                recipients: [desk]
            """,
        ["topics/ports.yaml"] = """
            id: ports
            name: Ports
            description: Cranes and quays.
            signals:
              - id: crane
                any: [harbour crane]
                weight: 2
            thresholds: { match: 1.0, central: 2.5 }
            samples:
              must: ["A harbour crane fell."]
              mustNot: ["A bird sang."]
            """,
    };

    private sealed class TitleWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) =>
            Task.FromResult(new WrittenMail(notice.Title, "", string.Join('\n', notice.Lines)));

        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
