using Monitor.Cli.LocalHost;
using Monitor.Core.Digests;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Runs;

namespace Monitor.EndToEnd.Tests;

/// <summary>
/// A hundred feeds of fifty entries on as many addresses, through the real fetcher into real storage. MONITOR_MANY_FEEDS asks for
/// more, to be measured by hand.
/// </summary>
public class ManyFeedsTests(TestLaptop laptop)
{
    private const int Entries = 50;

    private static readonly DateTimeOffset First = DateTimeOffset.Parse("2026-11-18T16:30:00Z");

    private static int Feeds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("MONITOR_MANY_FEEDS"), out var feeds) ? feeds : 100;

    // Of every fifty outlets one forbids, one fails, one asks to wait and one is gone.
    private static int Troubled => 4 * Feeds / 50;

    private static int Fine => Feeds - Troubled;

    [Fact]
    public async Task Many_feeds_are_read_once_whole_and_then_only_asked_whether_they_changed()
    {
        if (!ManyOutlets.IsPossible())
        {
            Assert.Skip("this system answers on 127.0.0.1 alone");
        }

        await laptop.ClearAsync();
        await using var outlets = await ManyOutlets.StartAsync(Ports.Free(), Entries);
        await laptop.Running.DeployAsync(Files(outlets), CancellationToken.None);
        await using var app = await laptop.StartAppAsync(new Dictionary<string, string> { ["Monitor__Poll__FeedsPerInstance"] = $"{Feeds}" });

        var first = await RunAsync(app, "PollFeeds", First);
        first.Poll!.FeedsRead.ShouldBe(Fine);
        first.Poll.EntriesNew.ShouldBe(Fine * Entries);
        first.Feeds.CountBy(visit => visit.Outcome).ShouldBe(
            [new("read", Fine), new("blocked", Feeds / 50), new("broken", Feeds / 50), new("rate limited", Feeds / 50), new("gone", Feeds / 50)], ignoreOrder: true);
        outlets.Full.ShouldBe(Fine);

        var second = await RunAsync(app, "PollFeeds", First.AddHours(12));
        second.Poll!.EntriesNew.ShouldBe(0);
        second.Poll.FeedsRead.ShouldBe(Fine);
        outlets.Unchanged.ShouldBe(second.Poll.FeedsUnchanged);
        outlets.Unchanged.ShouldBeGreaterThan(Fine * 8 / 10, "a few are read whole, in case a server lies");
        second.Feeds.ShouldNotContain(visit => visit.Outcome == "gone", "what is gone is not asked again");

        outlets.PublishOneMore();
        var third = await RunAsync(app, "PollFeeds", First.AddHours(24));
        third.Poll!.EntriesNew.ShouldBe(Fine);

        var health = await RunAsync(app, "CheckHealth", First.AddHours(27));
        health.Health!.CountBy(feed => feed.State).ShouldBe(
            [new(FeedState.Working, Fine), new(FeedState.Blocked, 2 * Feeds / 50), new(FeedState.Broken, Feeds / 50), new(FeedState.Gone, Feeds / 50)], ignoreOrder: true);
        health.Messages!.Decided.ShouldBe(Troubled, "each is told once");
        (await RunAsync(app, "CheckHealth", First.AddHours(28))).Messages!.Decided.ShouldBe(0);
        await CompareAsync(app, outlets);
    }

    // Nothing is asserted of it: it is for a machine that does nothing else.
    private async Task CompareAsync(FunctionsHost app, ManyOutlets outlets)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"peak {PeakMemory.Of(app.ProcessId)} MB");
        if (Newsboat.Program is not null)
        {
            var addresses = Enumerable.Range(0, Feeds).Select(outlets.Address).ToList();
            foreach (var threads in (int[])[1, 64])
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"newsboat with {threads} threads {await Newsboat.ReloadAsync(addresses, threads, laptop.Folder):0.0} s");
            }
        }
    }

    private async Task<RunReport> RunAsync(FunctionsHost app, string function, DateTimeOffset at)
    {
        var answer = await app.FireAsync(function, at, CancellationToken.None);
        answer.Succeeded.ShouldBeTrue(answer.Error);
        var report = await new RunLog(laptop.Store).BetweenAsync(function, at.AddSeconds(-1), at, CancellationToken.None).SingleAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{at:HH:mm} {function} {report.Seconds} s, {report.Poll?.FeedsRead} read, {report.Poll?.FeedsUnchanged} unchanged");
        return report;
    }

    private static ConfigFiles Files(ManyOutlets outlets) =>
        SeedFiles.Read(WorkFolder.Seeds, new Dictionary<string, string> { [ConfigFiles.FeedsPath] = outlets.Opml(Feeds) });
}
