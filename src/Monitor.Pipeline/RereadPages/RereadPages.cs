using System.Collections.Concurrent;
using Monitor.Core.Alerts;
using Monitor.Core.Topics;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.RereadPages;

/// <summary>
/// Reads the pages of matched articles again, on a falling schedule, and says what became of them. A step of a poll:
/// <list type="number">
/// <item>articles of this run that were known in another version are compared with it; the others are watched from now on;</item>
/// <item>pages that are due are asked for, conditionally, a bounded number in a bounded time;</item>
/// <item>a page that says something else in substance becomes a version in the archive, one that is gone or back a note beside
/// its versions; both are created once, under names that follow from what they are;</item>
/// <item>the list of watched articles is saved by the caller, when all that follows from the revisions is written.</item>
/// </list>
/// </summary>
public sealed class RereadPages(IBlobStore store, ReadAgain readAgain, ArticleArchive archive, RereadOptions options, TimeProvider clock)
{
    private const int PagesAtOnce = 8;

    /// <param name="placed">The run's matched articles, in their stories and not yet archived.</param>
    /// <param name="asks">Whether pages are asked for: not where the web cannot be reached, nor by more than one of the runs over several shards.</param>
    public async Task<Reread> RunAsync(
        TopicSet topics, IReadOnlyList<PlacedArticle> placed, bool asks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var watched = await WatchList.LoadAsync(store, cancellationToken);
        var times = options.Times();
        var articles = new List<PlacedArticle>();
        var revisions = new List<ArticleRevision>();
        foreach (var article in placed)
        {
            var (compared, revision) = await CompareAsync(article, watched, times, now, cancellationToken);
            articles.Add(compared);
            revisions.AddRange(revision is null ? [] : [revision]);
        }

        var met = placed.Select(article => article.Article.Id).ToHashSet(StringComparer.Ordinal);
        var due = asks ? watched.Due(now, options).Where(article => !met.Contains(article.Id)).ToList() : [];
        var read = await ReadAsync(due, topics, now, cancellationToken);
        foreach (var (article, revision) in read)
        {
            watched.Put(article);
            revisions.AddRange(revision is null ? [] : [revision]);
        }

        return new Reread(articles, [.. revisions.OrderBy(revision => revision.Article, StringComparer.Ordinal)], read.Count, watched);
    }

    public Task SaveAsync(Reread reread, CancellationToken cancellationToken) => reread.Watched.SaveAsync(store, options, cancellationToken);

    // The feed showed the article again, with other words: its page was read with them.
    private async Task<(PlacedArticle Article, ArticleRevision? Revision)> CompareAsync(
        PlacedArticle placed, WatchList watched, IReadOnlyList<TimeSpan> times, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (entry, article) = (placed.Entry, placed.Article);
        var address = entry.Page?.FinalUrl ?? new Uri(entry.Url.Value);
        var path = ArticleArchive.PathOf(article);
        if (watched[article.Id] is not { } known)
        {
            watched.Put(new WatchedArticle(
                article.Id, address, path, Core.Revisions.PageWatch.Start(now, times), entry.Page?.ETag, entry.Page?.LastModified));
            return (placed, null);
        }

        if (known.Version.EndsWith($"/{article.Version}.json", StringComparison.Ordinal)
            || await archive.ReadAsync(known.Version, cancellationToken) is not { } before)
        {
            return (placed, null);
        }

        var comparison = await readAgain.CompareAsync(before, entry, article, cancellationToken);
        var after = article with
        {
            Replaces = comparison.Headline is null ? null : before.Article.Headline,
            Differences = comparison.Differences.Any() ? comparison.Differences : null,
        };
        watched.Put(known with { Version = path, Address = address, ETag = entry.Page?.ETag, LastModified = entry.Page?.LastModified });
        return (placed with { Article = after }, comparison.Any() ? ReadAgain.Revision(before.Article, after, comparison.Differences, now) : null);
    }

    private async Task<List<RereadPage>> ReadAsync(
        List<WatchedArticle> due, TopicSet topics, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = new ConcurrentBag<RereadPage>();
        using var time = new CancellationTokenSource(options.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, limits, async (article, token) =>
        {
            try
            {
                read.Add(await readAgain.RunAsync(article, topics, now, either.Token));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Not read in this run: it is still due in the next one.
            }
        });

        return [.. read.OrderBy(page => page.Article.Id, StringComparer.Ordinal)];
    }
}
