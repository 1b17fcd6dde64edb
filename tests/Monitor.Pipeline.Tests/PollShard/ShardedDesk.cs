using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.Alerts;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Tests.Configuration;
using Monitor.Pipeline.Tests.PollFeeds;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Writing;
using Poll = Monitor.Pipeline.PollFeeds.PollFeeds;
using Shard = Monitor.Pipeline.PollShard.PollShard;

namespace Monitor.Pipeline.Tests.PollShard;

/// <summary>A desk that follows as many hosts as a test wants, with room for ten feeds on an instance.</summary>
internal sealed class ShardedDesk
{
    public static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");

    public ShardedDesk(bool hasQueue = true)
    {
        Queue = new Messages(hasQueue);
        Box = new MessageBox(Store);
        var configuration = new ConfigurationSource(Store);
        var writer = new TitleWriter();
        var tips = new TipBox(Store);
        var operations = new NotifyOperations(Box, writer);
        Poll = new Poll(
            configuration, Store, new ReadFeed(Web), new ReadArticle(Web), new ArticleArchive(Store), new StoryBook(Store), new WriteTips(tips), new ReleaseAlerts(configuration, tips, Box, new StoryBook(Store), writer),
            operations, new PollOptions { FeedsPerInstance = 10 }, TimeProvider.System, NullLogger<Poll>.Instance, queue: Queue);
        PollShard = new Shard(configuration, Store, Poll);
        Health = new Monitor.Pipeline.CheckHealth.CheckHealth(configuration, Store, Box, operations, shards: new ShardWatch(Store, Queue));
    }

    public InMemoryBlobStore Store { get; } = new();

    public Hosts Web { get; } = new();

    public Messages Queue { get; }

    public MessageBox Box { get; }

    public Poll Poll { get; }

    public Shard PollShard { get; }

    public Monitor.Pipeline.CheckHealth.CheckHealth Health { get; }

    public Task FollowAsync(int hosts)
    {
        var files = Files.Good();
        var outlines = Enumerable.Range(0, hosts).Select(host => $"<outline type=\"rss\" id=\"h{host}\" text=\"Host {host}\" xmlUrl=\"https://h{host}.example/feed\"/>");
        files[ConfigFiles.FeedsPath] = $"<opml version=\"2.0\"><head><title>t</title></head><body>{string.Concat(outlines)}</body></opml>";
        return Files.PutAsync(Store, files);
    }

    /// <summary>One poll, and all that it queued, one after the other; the reports of those that read feeds.</summary>
    public async Task<List<RunReport>> RoundAsync(DateTimeOffset now)
    {
        var poll = await Poll.RunAsync(now, default);
        var reports = new List<RunReport> { poll };
        foreach (var delivery in Queue.Take(now))
        {
            reports.Add(await PollShard.RunAsync(delivery, default));
        }

        return [.. reports.Where(report => report.Poll is not null)];
    }

    public async Task<List<string>> SubjectsAsync() =>
        await Box.PendingAsync(default).Select(pending => pending.Message.Subject).Order().ToListAsync();

    /// <summary>Every host has one feed; every edition adds an entry to it, the third host's about the treaty.</summary>
    internal sealed class Hosts : IFetcher
    {
        public int Edition { get; set; } = 1;

        public ConcurrentDictionary<string, int> Asked { get; } = new();

        public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            if (request.Kind == FetchKind.Page)
            {
                return Task.FromResult<FetchOutcome>(new FetchOutcome.Broken("there are no pages"));
            }

            Asked.AddOrUpdate(request.Url.Host, 1, (_, times) => times + 1);
            var items = Enumerable.Range(1, Edition).Reverse().Select(number => ScriptedFetcher.Item(
                $"{request.Url.Host}-{number}",
                title: request.Url.Host == "h3.example" ? $"Anzus treaty, part {number}: ministers met under the Anzus treaty" : $"Matter {number} of {request.Url.Host}",
                link: $"{request.Url.Host}/{number}",
                at: Noon.AddHours(number)));
            return Task.FromResult<FetchOutcome>(ScriptedFetcher.Feed([.. items]));
        }
    }

    internal sealed class Messages(bool isThere) : IShardMessages
    {
        private readonly Queue<(string Id, ShardMessage Message)> queued = new();

        public List<GivenUpMessage> Poison { get; } = [];

        public bool IsThere => isThere;

        public int Count => queued.Count;

        public Task AddAsync(ShardMessage message, CancellationToken cancellationToken)
        {
            queued.Enqueue(($"m{Guid.NewGuid()}", message));
            return Task.CompletedTask;
        }

        public IEnumerable<ShardDelivery> Take(DateTimeOffset at)
        {
            while (queued.TryDequeue(out var next))
            {
                yield return new ShardDelivery(next.Message, next.Id, 1, at);
            }
        }

        public async IAsyncEnumerable<GivenUpMessage> GivenUpAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var message in Poison.ToList())
            {
                yield return message;
            }
        }

        public Task ForgetAsync(GivenUpMessage message, CancellationToken cancellationToken)
        {
            Poison.Remove(message);
            return Task.CompletedTask;
        }
    }

    private sealed class TitleWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) =>
            Task.FromResult(new WrittenMail(notice.Title, "", string.Join('\n', notice.Lines)));

        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken) =>
            Task.FromResult(new WrittenMail($"Alert: {alert.TopicName}", "", ""));

        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
