using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Alerts;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Language;
using Monitor.Pipeline.NearMisses;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.RereadPages;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Telemetry;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Every ten minutes: feeds in, matches kept, alerts written. In this order, so that a run may be killed at any point and the
/// next one makes it good:
/// <list type="number">
/// <item>due feeds are asked, many hosts at once, and their new entries are read and matched (nothing is written yet);</item>
/// <item>matches get their place in a story, and the stories are saved: from here on the placement is settled;</item>
/// <item>pages of articles that matched before are read again, and what became of them is told (<see cref="RereadPages.RereadPages"/>);</item>
/// <item>what they name and say is read, by a language service or without one;</item>
/// <item>snapshots and articles are created, once each, under names that follow from what they are;</item>
/// <item>a tip is written for everything that may be worth an alert, under a name that follows from what it is;</item>
/// <item>the watched pages are saved, and the feeds' state, last: only now are the entries known;</item>
/// <item>what is due of the tips is let go as alerts; a run that is killed before leaves it to the next one that looks.</item>
/// </list>
/// Where there are more feeds than one instance reads, all this is done shard by shard by <see cref="PollShard.PollShard"/>, and
/// this run only puts a message for each shard in the queue.
/// </summary>
public sealed partial class PollFeeds(
    ConfigurationSource configuration,
    IBlobStore store,
    ReadFeed readFeed,
    ReadArticle readArticle,
    ArticleArchive archive,
    StoryBook storyBook,
    WriteTips writeTips,
    ReleaseAlerts releaseAlerts,
    NotifyOperations operations,
    PollOptions options,
    TimeProvider clock,
    ILogger<PollFeeds> logger,
    RereadPages.RereadPages? rereadPages = null,
    IShardMessages? queue = null,
    ReadGists? readGists = null)
{
    public const string Name = "PollFeeds";

    public async Task<RunReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var following = await configuration.LoadAsync(now, cancellationToken);
        var layout = await ShardLayout.LoadAsync(store, cancellationToken);
        var wanted = queue is { IsThere: true } ? layout.Wanted(following.Feeds.Count, options.FeedsPerInstance) : 1;
        if (wanted != layout.Shards)
        {
            layout = await ShardLayout.MoveAsync(store, following.Feeds, wanted, now, cancellationToken);
        }

        if (layout.Shards == 1)
        {
            return await ReadAsync(following, ShardName.Only, now, cancellationToken);
        }

        return queue is { IsThere: true }
            ? await QueueAsync(queue, following, layout.Shards, now, cancellationToken)
            : throw new InvalidOperationException(
                $"the feeds are in {layout.Shards} shards, one of them is being read, and there is no queue to hand them on (Monitor__Queue__AccountUri)");
    }

    /// <summary>Reads the due feeds of one shard.</summary>
    public async Task<RunReport> ReadAsync(Following following, ShardName name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shard = await FeedShard.LoadAsync(store, name, cancellationToken);
        var own = name.IsOnly ? following.Feeds : [.. following.Feeds.Where(name.Holds)];
        var due = own.Where(feed => shard[feed.Id].IsDue(feed, now)).ToList();

        var nearMisses = new NearMissCatch(following.Topics, now);
        var (readouts, matched, pagesRead) = await ReadAsync(due, shard, name, following, nearMisses, now, cancellationToken);
        var isOffline = OwnNetwork.IsDown(readouts);
        var articles = await storyBook.PlaceAsync(matched, following.Topics.Hash, now, cancellationToken);
        var reread = rereadPages is null ? null : await rereadPages.RunAsync(following.Topics, articles, !isOffline && name.Number == 0, now, cancellationToken);
        articles = reread?.Articles ?? articles;
        articles = readGists is null ? articles : await readGists.RunAsync(articles, cancellationToken);
        foreach (var article in articles)
        {
            await KeepAsync(article, now, cancellationToken);
        }

        await new NearMissStore(store).AddAsync(nearMisses.Kept, now, cancellationToken);
        await writeTips.RunAsync(following, articles, reread?.Revisions ?? [], now, cancellationToken);
        var decided = await operations.OfRefusedFilesAsync(following, now, cancellationToken);

        var notes = following.Refused.Where(problem => problem.IsError).Select(problem => problem.ToString()).ToList();
        if (isOffline)
        {
            notes.Add($"none of {readouts.Count} feeds answered: our own network seems to be down, and all are asked again in the next run");
        }

        foreach (var readout in readouts)
        {
            shard.Put(isOffline ? OwnNetwork.Spared(readout, now) : readout.Record);
        }

        if (reread is not null)
        {
            await rereadPages!.SaveAsync(reread, cancellationToken);
        }

        if (due.Count > 0 && !await shard.SaveAsync(store, own, cancellationToken))
        {
            notes.Add("another run saved the feeds' state first; what this one read will be met again and known");
        }

        decided += await releaseAlerts.RunAsync(now, cancellationToken);
        var report = Report(following, readouts, due.Count, pagesRead, articles, reread, decided, notes, now);
        // A digest reads every report of its time: of very many feeds only what it needs.
        return name.IsOnly ? report : report with { Feeds = [.. report.Feeds.Select(visit => visit with { Health = null })] };
    }

    private async Task<RunReport> QueueAsync(
        IShardMessages shards, Following following, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var name in ShardName.All(count))
        {
            await shards.AddAsync(new ShardMessage(now, name.Number, name.Of), cancellationToken);
        }

        var decided = await operations.OfRefusedFilesAsync(following, now, cancellationToken);
        return new RunReport(
            Name, now, 0, following.Topics.Hash, null, new MessageCounts(decided, 0, 0, 0), [],
            [.. following.Refused.Where(problem => problem.IsError).Select(problem => problem.ToString())], ShardsQueued: count);
    }

    // Of what matched nothing only the count is kept: a first run over thousands of feeds meets more text than memory holds.
    private async Task<(List<FeedReadout> Readouts, List<ReadEntry> Matched, int PagesRead)> ReadAsync(
        List<FollowedFeed> due, FeedShard shard, ShardName name, Following following, NearMissCatch nearMisses, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var readouts = new ConcurrentBag<FeedReadout>();
        var matched = new ConcurrentBag<ReadEntry>();
        var pagesRead = 0;
        var started = clock.GetTimestamp();
        bool IsTimeLeft() => clock.GetElapsedTime(started) < options.ReadingTime;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.FeedsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, limits, async (feed, token) =>
        {
            // A feed whose turn does not come in this run is still due in the next one.
            if (!IsTimeLeft())
            {
                return;
            }

            var readout = await readFeed.RunAsync(feed, shard[feed.Id], following.Desk.Zone, now, token);
            foreach (var sighted in readout.Entries)
            {
                if (await readArticle.RunAsync(sighted, following.Topics, IsTimeLeft(), token) is { } entry)
                {
                    nearMisses.Look(entry);
                    Interlocked.Add(ref pagesRead, entry.PageWasRead ? 1 : 0);
                    if (entry.Matches.Count > 0)
                    {
                        matched.Add(entry);
                    }
                }
            }

            readouts.Add(readout with { Entries = [] });
            if (!name.IsOnly)
            {
                // Of very many feeds the report alone says what each answered: a line a feed would cost more than all else.
                return;
            }

            FeedVisited(feed.Id, readout.Visit.Outcome, readout.Visit.New, LogText.WithoutAddresses(readout.Visit.Detail));
        });

        return ([.. readouts.OrderBy(readout => readout.Record.Id, StringComparer.Ordinal)],
            [.. matched.OrderBy(entry => entry.Published ?? now).ThenBy(entry => entry.Url.ArticleId, StringComparer.Ordinal)],
            pagesRead);
    }

    private async Task KeepAsync(PlacedArticle placed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = placed.Entry;
        PageRecord? page = null;
        if (entry.Page is { } fetched)
        {
            var snapshot = await archive.AddSnapshotAsync(fetched.Body, cancellationToken);
            page = new PageRecord(fetched.FinalUrl.AbsoluteUri, now, snapshot, fetched.Headers);
        }

        await archive.AddAsync(
            new ArchivedArticle(
                placed.Article,
                entry.Sighted.Entry.Id,
                entry.Article?.Modified ?? entry.Sighted.Entry.Updated,
                entry.Article?.Language,
                entry.Article?.Partial ?? true,
                page,
                entry.PageProblem),
            cancellationToken);
        ArticleMatched(
            placed.Article.Id, placed.Article.Feed,
            string.Join(", ", placed.Article.Matches.Select(match => $"{match.Topic} {(match.Central ? "central" : "passing")}")));
    }

    private static RunReport Report(
        Following following, List<FeedReadout> readouts, int due, int pagesRead,
        IReadOnlyList<PlacedArticle> articles, Reread? reread, int decided, List<string> notes, DateTimeOffset now)
    {
        var matches = articles.SelectMany(placed => placed.Article.Matches).ToList();
        var counts = new PollCounts(
            due,
            readouts.Count(readout => readout.Answered),
            readouts.Count(readout => readout.Visit.Outcome == "unchanged"),
            readouts.Sum(readout => readout.Visit.New),
            readouts.Sum(readout => readout.Visit.Changed),
            pagesRead,
            matches.GroupBy(match => match.Topic, StringComparer.Ordinal).ToDictionary(
                topic => topic.Key,
                topic => new TopicCounts(topic.Count(match => match.Central), topic.Count(match => !match.Central)),
                StringComparer.Ordinal),
            matches
                .SelectMany(match => match.Evidence.Select(hit => $"{match.Topic}/{hit.Signal}"))
                .CountBy(signal => signal, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal),
            reread?.PagesRead ?? 0,
            reread?.Revisions.Count ?? 0);
        return new RunReport(
            Name, now, 0, following.Topics.Hash, counts, new MessageCounts(decided, 0, 0, 0),
            [.. readouts.Select(readout => readout.Visit)], notes);
    }

    [LoggerMessage(1101, LogLevel.Information, "feed {Feed}: {Outcome}, {New} new ({Detail})")]
    private partial void FeedVisited(string feed, string outcome, int @new, string detail);

    [LoggerMessage(1102, LogLevel.Information, "article {Article} of {Feed}: {Topics}")]
    private partial void ArticleMatched(string article, string feed, string topics);
}

public sealed class PollOptions
{
    /// <summary>
    /// Feeds that one instance reads by itself; more are divided into shards of at most about as many, which go to as many
    /// instances through the queue. Default 2,000: a desk of hundreds never is.
    /// </summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100_000)]
    public int FeedsPerInstance { get; set; } = 2_000;

    /// <summary>Feeds asked at the same time, each at its own host's pace. Default 64.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 10_000)]
    public int FeedsAtOnce { get; set; } = 64;

    /// <summary>
    /// How long feeds and pages are asked for in one run. Default 6 minutes, so that what was read can be kept before the run's
    /// own limit. Afterwards entries are matched on what the feed says of them.
    /// </summary>
    public TimeSpan ReadingTime { get; set; } = TimeSpan.FromMinutes(6);
}
