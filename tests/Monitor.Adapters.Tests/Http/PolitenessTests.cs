using System.Net;
using Monitor.Adapters.Http;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Tests.Http;

public class PolitenessTests
{
    private const string Page = "<html><p>The council met.</p></html>";

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time()
    {
        var crowd = new Crowd(expected: 2, patience: 100);
        await using var server = new Misbehaving().On("/", crowd.JoinAsync);
        using var fetcher = HttpFetcherTests.Fetcher();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => fetcher.FetchAsync(new FetchRequest(server.Url("/"), FetchKind.Feed), default)));
        server.Requests.Count.ShouldBe(3);
        crowd.Most.ShouldBe(1);
    }

    [Fact]
    public async Task Many_hosts_are_asked_at_once_up_to_the_bound()
    {
        var crowd = new Crowd(expected: 2, patience: 10_000);
        await using var a = new Misbehaving(IPAddress.Parse("127.0.0.2")).On("/", crowd.JoinAsync);
        await using var b = new Misbehaving(IPAddress.Parse("127.0.0.3")).On("/", crowd.JoinAsync);
        await using var c = new Misbehaving(IPAddress.Parse("127.0.0.4")).On("/", crowd.JoinAsync);
        using var fetcher = HttpFetcherTests.Fetcher(new() { AllowLoopback = true, MaxHostsAtOnce = 2 });
        await Task.WhenAll(new[] { a, b, c }.Select(server => fetcher.FetchAsync(new FetchRequest(server.Url("/"), FetchKind.Feed), default)));
        crowd.Most.ShouldBe(2);
    }

    [Fact]
    public async Task Between_two_visits_there_is_a_pause_and_no_other_host_waits_for_it()
    {
        var clock = new ManualClock();
        using var turns = new HostTurns(clock, TimeSpan.FromSeconds(10), maxHostsAtOnce: 1);
        (await turns.TakeAsync("a.example", null, default)).Dispose();
        var again = turns.TakeAsync("a.example", null, default);
        (await turns.TakeAsync("b.example", null, default)).Dispose();
        clock.Advance(TimeSpan.FromSeconds(9.9));
        again.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(5.1));
        (await again).Dispose();
    }

    [Fact]
    public async Task The_pause_varies_and_is_never_shorter_than_it_should_be()
    {
        var clock = new ManualClock();
        using var turns = new HostTurns(clock, TimeSpan.FromSeconds(10), maxHostsAtOnce: 1);
        var pauses = new HashSet<TimeSpan>();
        (await turns.TakeAsync("a.example", null, default)).Dispose();
        for (var i = 0; i < 20; i++)
        {
            var next = turns.TakeAsync("a.example", null, default);
            clock.LastTimer.ShouldBeInRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
            pauses.Add(clock.LastTimer);
            clock.Advance(TimeSpan.FromSeconds(15));
            (await next).Dispose();
        }

        pauses.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Giving_up_in_the_queue_lets_the_others_through()
    {
        using var turns = new HostTurns(TimeProvider.System, TimeSpan.Zero, maxHostsAtOnce: 1);
        var first = await turns.TakeAsync("a.example", null, default);
        using var cancel = new CancellationTokenSource();
        var second = turns.TakeAsync("a.example", null, cancel.Token);
        var third = turns.TakeAsync("a.example", null, default);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        first.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Two_hosts_that_redirect_to_each_other_do_not_lock_each_other_out()
    {
        await using var one = new Misbehaving(IPAddress.Parse("127.0.0.2"));
        await using var other = new Misbehaving(IPAddress.Parse("127.0.0.3"));
        one.On("/to", $"302 Found\r\nLocation: {other.Url("/end")}").On("/end", "200 OK", Page);
        other.On("/to", $"302 Found\r\nLocation: {one.Url("/end")}").On("/end", "200 OK", Page);
        using var fetcher = HttpFetcherTests.Fetcher(new() { AllowLoopback = true, MaxHostsAtOnce = 1 });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => fetcher.FetchAsync(new FetchRequest((i % 2 == 0 ? one : other).Url("/to"), FetchKind.Feed), default)));
        outcomes.ShouldAllBe(outcome => outcome is FetchOutcome.Fetched);
    }

    [Fact]
    public async Task A_page_is_read_only_where_robots_txt_lets_us()
    {
        await using var server = new Misbehaving().On("/robots.txt", "200 OK", "User-agent: *\nDisallow: /private").On("/a", "200 OK", Page).On("/private/b", "200 OK", Page);
        using var fetcher = HttpFetcherTests.Fetcher();
        (await FetchPageAsync(fetcher, server.Url("/a"))).ShouldBeOfType<FetchOutcome.Fetched>();
        (await FetchPageAsync(fetcher, server.Url("/private/b"))).ShouldBe(new FetchOutcome.Refused("robots.txt forbids it"));
        server.Requests.Select(request => request.Split(' ')[1]).ShouldBe(["/robots.txt", "/a"]);
    }

    [Fact]
    public async Task A_feed_is_published_to_be_polled_and_needs_no_robots_txt()
    {
        await using var server = new Misbehaving().On("/robots.txt", "200 OK", "User-agent: *\nDisallow: /").On("/feed", "200 OK", "<rss/>");
        using var fetcher = HttpFetcherTests.Fetcher();
        (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), default)).ShouldBeOfType<FetchOutcome.Fetched>();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_around_robots_txt()
    {
        await using var server = new Misbehaving().On("/robots.txt", "200 OK", "User-agent: *\nDisallow: /private").On("/a", "302 Found\r\nLocation: /private/b").On("/private/b", "200 OK", Page);
        using var fetcher = HttpFetcherTests.Fetcher();
        (await FetchPageAsync(fetcher, server.Url("/a"))).ShouldBe(new FetchOutcome.Refused("robots.txt forbids it"));
    }

    [Theory]
    [InlineData("404 Not Found", true)]
    [InlineData("403 Forbidden", true)]
    [InlineData("410 Gone", true)]
    [InlineData("429 Too Many Requests", false)]
    [InlineData("500 Oops", false)]
    [InlineData("503 Busy\r\nRetry-After: 5", false)]
    [InlineData("302 Found\r\nLocation: http://10.0.0.1/robots.txt", false)]
    public async Task A_robots_txt_that_is_not_there_allows_and_one_that_fails_forbids(string answer, bool allowed)
    {
        await using var server = new Misbehaving().On("/robots.txt", answer).On("/a", "200 OK", Page);
        using var fetcher = HttpFetcherTests.Fetcher();
        (await FetchPageAsync(fetcher, server.Url("/a")) is FetchOutcome.Fetched).ShouldBe(allowed);
    }

    [Fact]
    public async Task Robots_txt_is_read_once_for_many_pages_and_again_when_it_is_old()
    {
        var clock = new ManualClock();
        await using var server = new Misbehaving().On("/robots.txt", "200 OK", "User-agent: *\nDisallow: /private").On("/a", "200 OK", Page);
        using var fetcher = HttpFetcherTests.Fetcher(time: clock);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FetchPageAsync(fetcher, server.Url("/a"))));
        RobotsRead().ShouldBe(1);
        clock.Advance(TimeSpan.FromHours(12));
        await FetchPageAsync(fetcher, server.Url("/a"));
        RobotsRead().ShouldBe(2);

        int RobotsRead() => server.Requests.Count(request => request.Contains("/robots.txt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(3600, 30)]
    public async Task A_crawl_delay_is_the_pause_and_a_long_one_is_cut(int asked, int obeyed)
    {
        var clock = new ManualClock();
        await using var server = new Misbehaving().On("/robots.txt", "200 OK", $"User-agent: *\nCrawl-delay: {asked}").On("/a", "200 OK", Page);
        using var fetcher = HttpFetcherTests.Fetcher(new() { AllowLoopback = true, MaxCrawlDelay = TimeSpan.FromSeconds(30) }, clock);
        await FetchPageAsync(fetcher, server.Url("/a"));
        var second = FetchPageAsync(fetcher, server.Url("/a"));
        clock.LastTimer.ShouldBeInRange(TimeSpan.FromSeconds(obeyed), TimeSpan.FromSeconds(obeyed * 1.5));
        clock.Advance(TimeSpan.FromSeconds(45));
        (await second).ShouldBeOfType<FetchOutcome.Fetched>();
    }

    [Fact]
    public async Task A_host_that_limits_one_page_is_not_asked_for_the_next_until_its_time_is_over()
    {
        var clock = new ManualClock();
        await using var server = new Misbehaving().On("/a", "429 Too Many Requests\r\nRetry-After: 60").On("/b", "200 OK", Page).On("/feed", "200 OK", "<rss/>");
        using var fetcher = HttpFetcherTests.Fetcher(time: clock);
        (await FetchPageAsync(fetcher, server.Url("/a"))).ShouldBe(new FetchOutcome.RateLimited(TimeSpan.FromSeconds(60)));
        clock.Advance(TimeSpan.FromSeconds(20));
        (await FetchPageAsync(fetcher, server.Url("/b"))).ShouldBe(new FetchOutcome.RateLimited(TimeSpan.FromSeconds(40)));
        (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), default)).ShouldBeOfType<FetchOutcome.Fetched>();
        server.Requests.Count(request => request.Contains("/b ", StringComparison.Ordinal)).ShouldBe(0);
        clock.Advance(TimeSpan.FromSeconds(40));
        (await FetchPageAsync(fetcher, server.Url("/b"))).ShouldBeOfType<FetchOutcome.Fetched>();
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_broken_and_not_forbidden()
    {
        await using var server = new Misbehaving().On("/robots.txt", visit =>
        {
            visit.Reset();
            return Task.CompletedTask;
        });
        using var fetcher = HttpFetcherTests.Fetcher();
        (await FetchPageAsync(fetcher, server.Url("/a"))).ShouldBeOfType<FetchOutcome.Broken>();
        (await FetchPageAsync(fetcher, server.Url("/a"))).ShouldBeOfType<FetchOutcome.Broken>();
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_operator_may_switch_robots_txt_off()
    {
        await using var server = new Misbehaving().On("/robots.txt", "200 OK", "User-agent: *\nDisallow: /").On("/a", "200 OK", Page);
        using var fetcher = HttpFetcherTests.Fetcher(new() { AllowLoopback = true, RespectRobots = false });
        (await FetchPageAsync(fetcher, server.Url("/a"))).ShouldBeOfType<FetchOutcome.Fetched>();
    }

    private static Task<FetchOutcome> FetchPageAsync(HttpFetcher fetcher, Uri url) => fetcher.FetchAsync(new FetchRequest(url, FetchKind.Page), default);

    /// <summary>Counts the requests that meet: each waits for as many as are expected, and a moment longer for one too many.</summary>
    private sealed class Crowd(int expected, int patience)
    {
        private readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int here;

        public int Most { get; private set; }

        public async Task JoinAsync(Misbehaving.Visit visit)
        {
            lock (complete)
            {
                Most = Math.Max(Most, ++here);
                if (here == expected)
                {
                    complete.TrySetResult();
                }
            }

            await Task.WhenAny(complete.Task, visit.PauseAsync(patience));
            await visit.PauseAsync(50);
            lock (complete)
            {
                here--;
            }

            await visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    }
}
