using System.Diagnostics;
using Azure.Storage.Queues;
using Monitor.Adapters.Queues;
using Monitor.Cli.LocalHost;
using Monitor.Core.Digests;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>
/// Four instances of the function app on one storage account, as a plan that scales out runs them. MONITOR_SCALE_FEEDS asks for
/// more feeds, to be measured by hand.
/// </summary>
public class ScaleOutTests(TestLaptop laptop)
{
    private const int Entries = 2;
    private const int Instances = 4;
    private const int Shards = 16;

    private static readonly DateTimeOffset First = DateTimeOffset.Parse("2026-11-18T05:00:00Z");
    private static readonly DateTimeOffset Second = DateTimeOffset.Parse("2026-11-18T17:00:00Z");
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-11-18T18:00:00Z");

    private static int Feeds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("MONITOR_SCALE_FEEDS"), out var feeds) ? feeds : 400;

    private string Storage => laptop.Running.Azurite.QueueConnectionString;

    [Fact]
    public async Task Four_instances_read_every_feed_of_a_round_once_and_what_a_killed_one_left_is_read_by_another()
    {
        if (!ManyOutlets.IsPossible())
        {
            Assert.Skip("this system answers on 127.0.0.1 alone");
        }

        await ClearAsync();
        await using var outlets = await CountedOutlets.StartAsync(Ports.Free(), Feeds, Entries, Shards);
        await laptop.Running.DeployAsync(
            SeedFiles.Read(WorkFolder.Seeds, new Dictionary<string, string> { [ConfigFiles.FeedsPath] = outlets.Opml() }), CancellationToken.None);
        var apps = new FunctionsHost[Instances];
        try
        {
            await StartAsync(apps);
            await Is_killed_half_way_through_a_shard(apps, outlets);
            await StartAsync(apps);
            await Is_queued_twice_and_read_once(apps, outlets);
            await Tells_one_story_once(apps[3]);
            await Adds_up_in_the_digest(apps[0]);
            outlets.MostAtOnce.ShouldBe(1, "every address has one visitor at a time, whatever the number of instances");
        }
        finally
        {
            await Task.WhenAll(apps.Where(app => app is not null).Select(app => app.DisposeAsync().AsTask()));
        }
    }

    [Fact]
    public async Task A_message_that_fails_every_time_is_set_aside_and_told_to_operations_once()
    {
        await ClearAsync();
        await laptop.Running.DeployAsync(SeedFiles.Read(WorkFolder.Seeds), CancellationToken.None);
        await using var app = await laptop.StartAppAsync();
        var function = app.Manifest.Queues.Single();
        var listener = new QueueListener(app, function with { Rules = function.Rules with { VisibilityTimeout = TimeSpan.Zero } }, Storage, () => First);
        await Queue(IShardMessages.QueueName).CreateIfNotExistsAsync();
        await Queue(IShardMessages.QueueName).SendMessageAsync("not ours");

        var deliveries = 0;
        while (await listener.NextAsync(CancellationToken.None) is { } handed)
        {
            deliveries++;
            handed.Answer!.Succeeded.ShouldBeFalse();
        }

        deliveries.ShouldBe(function.Rules.MaxDequeueCount);
        for (var hour = 0; hour < 2; hour++)
        {
            (await app.FireAsync("CheckHealth", First.AddHours(hour), CancellationToken.None)).Succeeded.ShouldBeTrue();
        }

        (await PendingAsync()).Select(message => message.Subject).Where(subject => subject.Contains("given up", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (await Queue(IShardMessages.QueueName + AzureShardMessages.PoisonEnding).PeekMessagesAsync(10)).Value.ShouldBeEmpty();
    }

    private async Task Is_killed_half_way_through_a_shard(FunctionsHost[] apps, CountedOutlets outlets)
    {
        outlets.StrikeHalfWay(instance => apps[instance].Kill());
        await FireAsync(apps[0], First);
        var handed = await DrainAsync(apps, First);
        var lost = handed.Where(message => message.Answer is null).ShouldHaveSingleItem("one instance was killed").Message;
        handed.Count.ShouldBe(Shards);

        // Ten minutes later the queue shows the message again.
        var survivor = apps.First(app => !app.HasExited);
        await Listener(survivor, First).ShowAgainAsync(lost, CancellationToken.None);
        (await DrainAsync([survivor], First.AddMinutes(10))).ShouldHaveSingleItem().Answer!.Succeeded.ShouldBeTrue();

        var left = ShardMessage.Parse(lost.Body.ToMemory()).Name();
        var times = outlets.Asked.Zip(outlets.ShardOf).ToLookup(feed => feed.Second == left, feed => feed.First);
        times[false].ShouldAllBe(asked => asked == 1);
        times[true].ShouldAllBe(asked => asked == 1 || asked == 2, "what the killed instance asked for was lost with it");
        times[true].Count(asked => asked == 2).ShouldBeGreaterThanOrEqualTo(times[true].Count() / 2);
        await ReadsEverythingOnceAsync(First, Feeds * Entries);
    }

    private async Task Is_queued_twice_and_read_once(FunctionsHost[] apps, CountedOutlets outlets)
    {
        outlets.Edition = 2;
        outlets.CountAnew();
        await FireAsync(apps[1], Second);
        await FireAsync(apps[2], Second);

        (await DrainAsync(apps, Second)).Count.ShouldBe(2 * Shards);

        outlets.Asked.CountBy(asked => asked).ShouldBe([new(1, Feeds)]);
        await ReadsEverythingOnceAsync(Second, Enumerable.Range(0, Feeds).Count(CountedOutlets.HasNews));
    }

    private async Task ReadsEverythingOnceAsync(DateTimeOffset round, int entriesNew)
    {
        var all = await new RunLog(laptop.Store).PollsBetweenAsync(round.AddSeconds(-1), round, CancellationToken.None).ToListAsync();
        var reports = all.Where(report => report.Poll is not null).ToList();
        reports.Count.ShouldBe(Shards);
        var visited = reports.SelectMany(report => report.Feeds).Select(visit => visit.Feed).CountBy(feed => feed).ToDictionary();
        Enumerable.Range(0, Feeds).Where(number => visited.GetValueOrDefault($"f{number}") != 1).Take(10).ShouldBeEmpty("every feed is in one report");
        reports.Sum(report => report.Poll!.FeedsRead).ShouldBe(Feeds);
        reports.Sum(report => report.Poll!.EntriesNew).ShouldBe(entriesNew);
        reports.SelectMany(report => report.Notes).ShouldBeEmpty();
        TestContext.Current.TestOutputHelper?.WriteLine($"{round:HH:mm} {Shards} shards, {reports.Max(report => report.Seconds)} s the slowest, {reports.Sum(report => report.Seconds):0.0} s in all");
    }

    private async Task Tells_one_story_once(FunctionsHost app)
    {
        var articles = await new ArticleArchive(laptop.Store).AllAsync(CancellationToken.None);
        articles.Count.ShouldBe(Enumerable.Range(0, Feeds).Count(CountedOutlets.HasNews));
        articles.Select(article => article.Article.Story).Distinct().ShouldHaveSingleItem("instances that place at the same time see each other's");
        // Stories that break within ten minutes go out together.
        (await app.FireAsync("SendMessages", Second.AddMinutes(20), CancellationToken.None)).Succeeded.ShouldBeTrue();
        var sent = await new MessageBox(laptop.Store).AllSentAsync(CancellationToken.None).ToListAsync();
        sent.Concat(await PendingAsync()).Where(message => message.Kind == MessageKind.Alert).ShouldHaveSingleItem();
    }

    private async Task Adds_up_in_the_digest(FunctionsHost app)
    {
        (await app.FireAsync("SendDigests", Morning, CancellationToken.None)).Succeeded.ShouldBeTrue();
        var name = new BlobName(Containers.Digests, "2026-11-19-morning/index.json");
        var digest = PipelineJson.Read<Digest>((await laptop.Store.ReadAsync(name, CancellationToken.None))!.Content, name);
        (digest.Coverage.FeedsRead, digest.Coverage.FeedsFollowed, digest.Coverage.EntriesSeen).ShouldBe(
            (Feeds, Feeds, (Feeds * Entries) + Enumerable.Range(0, Feeds).Count(CountedOutlets.HasNews)));
    }

    private static async Task FireAsync(FunctionsHost app, DateTimeOffset at)
    {
        var answer = await app.FireAsync("PollFeeds", at, CancellationToken.None);
        answer.Succeeded.ShouldBeTrue(answer.Error);
        answer.Body!["report"]!["shardsQueued"]!.GetValue<int>().ShouldBe(Shards);
    }

    // Every instance takes messages until there are none to be seen, or until it is gone.
    private async Task<List<HandedMessage>> DrainAsync(FunctionsHost[] apps, DateTimeOffset clock)
    {
        var watch = Stopwatch.StartNew();
        var handed = await Task.WhenAll(apps.Select(async app =>
        {
            var own = new List<HandedMessage>();
            var listener = Listener(app, clock);
            while (!app.HasExited && await listener.NextAsync(CancellationToken.None) is { } message)
            {
                own.Add(message);
                if (message.Answer is null)
                {
                    break;
                }
            }

            return own;
        }));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{clock:HH:mm} {watch.Elapsed.TotalSeconds:0.0} s; messages {string.Join(" + ", handed.Select(own => own.Count))}; peak MB {string.Join(", ", apps.Where(app => !app.HasExited).Select(app => PeakMemory.Of(app.ProcessId)))}");
        handed.SelectMany(own => own).ShouldAllBe(message => message.Answer == null || message.Answer.Succeeded);
        return [.. handed.SelectMany(own => own)];
    }

    private Task StartAsync(FunctionsHost[] apps) =>
        Task.WhenAll(Enumerable.Range(0, apps.Length).Where(instance => apps[instance] is null or { HasExited: true }).Select(async instance =>
        {
            await (apps[instance]?.DisposeAsync() ?? ValueTask.CompletedTask);
            apps[instance] = await laptop.StartAppAsync(new Dictionary<string, string>
            {
                ["Monitor__Poll__FeedsPerInstance"] = $"{Feeds / Shards}",
                ["Monitor__Http__Contact"] = $"desk{instance}@example.org",
            });
        }));

    private async Task ClearAsync()
    {
        await laptop.ClearAsync();
        foreach (var name in (string[])[IShardMessages.QueueName, IShardMessages.QueueName + AzureShardMessages.PoisonEnding])
        {
            await Queue(name).DeleteIfExistsAsync();
        }
    }

    private async Task<List<Message>> PendingAsync() =>
        await new MessageBox(laptop.Store).PendingAsync(CancellationToken.None).Select(pending => pending.Message).ToListAsync();

    private QueueListener Listener(FunctionsHost app, DateTimeOffset clock) => new(app, app.Manifest.Queues.Single(), Storage, () => clock);

    private QueueClient Queue(string name) => new(Storage, name);
}
