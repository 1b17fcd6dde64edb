using Monitor.Core.Alerts;
using Monitor.Core.Articles;
using Monitor.Core.Digests;
using Monitor.Core.Revisions;
using Monitor.Core.Topics;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.RereadPages;

/// <summary>
/// Asks for one page again. The page of before is read from its snapshot by the reader of today, so that the two differ in
/// what the outlet wrote and in nothing else.
/// </summary>
public sealed class ReadAgain(IFetcher fetcher, ArticleArchive archive, RereadOptions options)
{
    private const int NotFound = 404;

    private readonly IReadOnlyList<TimeSpan> times = options.Times();

    public async Task<RereadPage> RunAsync(WatchedArticle article, TopicSet topics, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var request = new FetchRequest(article.Address, FetchKind.Page, article.ETag, article.LastModified);
        return await fetcher.FetchAsync(request, cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => await ReadAsync(article, fetched, topics, now, cancellationToken),
            FetchOutcome.NotModified => await SeenAsync(article, article, null, now, cancellationToken),
            FetchOutcome.Gone => await MissedAsync(article, "answers 410", now, cancellationToken),
            FetchOutcome.Broken { Status: NotFound } broken => await MissedAsync(article, broken.Reason, now, cancellationToken),
            FetchOutcome.RateLimited limited => new RereadPage(article with { Watch = article.Watch.Unclear(now, limited.RetryAfter, times) }, null),
            // What robots.txt forbids is not asked for a second time.
            FetchOutcome.Refused => new RereadPage(article with { Watch = article.Watch with { Due = null } }, null),
            _ => new RereadPage(article with { Watch = article.Watch.Unclear(now, null, times) }, null),
        };
    }

    /// <summary>A version that a feed showed, against the one that was known.</summary>
    public async Task<PageComparison> CompareAsync(
        ArchivedArticle before, ReadEntry entry, MatchedArticle after, CancellationToken cancellationToken)
    {
        var sameFeed = before.Article.Feed == after.Feed;
        var headline = sameFeed && HeadlineChange.IsOne(before.Article.Headline, after.Headline) ? after.Headline : null;
        if (entry.Article is { } now && await PageOfAsync(before, cancellationToken) is { } then)
        {
            var pages = PageComparison.Between(then, now);
            return headline is not null ? pages with { Headline = headline } : pages;
        }

        var bothFromFeed = sameFeed && entry.Article is null && before.Page is null && after.Document.Text.Length > 0;
        return new PageComparison(
            headline, bothFromFeed ? TextComparison.Between(before.Article.Document.Text, after.Document.Text) : TextDifference.None);
    }

    public static ArticleRevision Revision(MatchedArticle before, MatchedArticle after, TextDifference differences, DateTimeOffset now) => new(
        differences.Any() && !differences.OnlyAdds() ? RevisionKind.Changed : after.Replaces is not null ? RevisionKind.Retitled : RevisionKind.Extended,
        before, after, differences, now);

    private async Task<RereadPage> ReadAsync(
        WatchedArticle article, FetchOutcome.Fetched fetched, TopicSet topics, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await archive.ReadAsync(article.Version, cancellationToken) is not { } known)
        {
            return new RereadPage(article with { Watch = article.Watch with { Due = null } }, null);
        }

        var page = ArticleReader.Read(fetched.Body, new PageHints(fetched.ContentType, fetched.FinalUrl));
        var then = await PageOfAsync(known, cancellationToken);
        if (PageAbsence.Of(article.Address, fetched.FinalUrl, page, then?.Title ?? known.Article.Headline) is { } absence)
        {
            return await MissedAsync(article, absence, now, cancellationToken);
        }

        // A page without its text is one that could not be read, whatever the status says.
        if (page.Text.Length == 0 && then is { Text.Length: > 0 })
        {
            return new RereadPage(article with { Watch = article.Watch.Unclear(now, null, times) }, null);
        }

        var answered = article with { ETag = fetched.ETag, LastModified = fetched.LastModified };
        var comparison = then is null ? null : Told(PageComparison.Between(then, page), known.Article.Headline);
        var isLate = then is null && page.Text.Length > known.Article.Document.Text.Length;
        if (comparison?.Any() != true && !isLate)
        {
            return await SeenAsync(article, answered, null, now, cancellationToken);
        }

        var after = Version(known.Article, page, comparison, topics, now);
        var snapshot = await archive.AddSnapshotAsync(fetched.Body, cancellationToken);
        await archive.AddAsync(
            known with
            {
                Article = after,
                Modified = page.Modified ?? known.Modified,
                Language = page.Language ?? known.Language,
                Partial = page.Partial,
                Page = new PageRecord(fetched.FinalUrl.AbsoluteUri, now, snapshot, fetched.Headers),
                PageProblem = null,
            },
            cancellationToken);
        var revision = comparison is null ? null : Revision(known.Article, after, comparison.Differences, now);
        return await SeenAsync(article, answered with { Version = ArticleArchive.PathOf(after) }, revision, now, cancellationToken);
    }

    // The feed's headline may have had the new words already.
    private static PageComparison Told(PageComparison comparison, string headline) =>
        HeadlineChange.IsOne(headline, comparison.Headline) ? comparison : comparison with { Headline = null };

    private static MatchedArticle Version(MatchedArticle known, Article page, PageComparison? comparison, TopicSet topics, DateTimeOffset now)
    {
        var keepsText = comparison is not null && !comparison.Differences.Any();
        var document = known.Document with
        {
            Title = comparison?.Headline ?? known.Headline,
            Text = keepsText ? known.Document.Text : page.Text,
        };
        return known with
        {
            Version = ReadEntry.VersionOf(document),
            Replaces = comparison?.Headline is null ? null : known.Headline,
            SeenAt = now,
            Document = document,
            Matches = [.. topics.Match(document).Where(match => match.Matched)],
            RuleSet = topics.Hash,
            Differences = comparison?.Differences.Any() == true ? comparison.Differences : null,
        };
    }

    private async Task<RereadPage> SeenAsync(
        WatchedArticle before, WatchedArticle article, ArticleRevision? revision, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = article with { Watch = article.Watch.Seen(now, times) };
        if (before.Watch is not { IsRemoved: true, MissingSince: { } since } || await archive.ReadAsync(before.Version, cancellationToken) is not { } known)
        {
            return new RereadPage(seen, revision);
        }

        await archive.AddAsync(Fate(known, since, now, isRemoved: false, "is there again"), before.Version, cancellationToken);
        var returned = new ArticleRevision(
            RevisionKind.Returned, known.Article, revision?.After ?? known.Article, revision?.Differences ?? TextDifference.None, now, since);
        return new RereadPage(seen, returned);
    }

    private async Task<RereadPage> MissedAsync(WatchedArticle article, string detail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var missed = article with { Watch = article.Watch.Missed(now) };
        if (article.Watch.IsRemoved || !missed.Watch.IsRemoved || missed.Watch.MissingSince is not { } since
            || await archive.ReadAsync(article.Version, cancellationToken) is not { } known)
        {
            return new RereadPage(missed, null);
        }

        await archive.AddAsync(Fate(known, since, now, isRemoved: true, detail), article.Version, cancellationToken);
        return new RereadPage(
            missed, new ArticleRevision(RevisionKind.Removed, known.Article, null, TextDifference.None, now, since, detail));
    }

    private static PageFate Fate(ArchivedArticle known, DateTimeOffset since, DateTimeOffset now, bool isRemoved, string detail) =>
        new(known.Article.Id, known.Article.Version, known.Article.Url, since, now, isRemoved, detail);

    private async Task<Article?> PageOfAsync(ArchivedArticle archived, CancellationToken cancellationToken)
    {
        if (archived.Page is not { } page || await archive.ReadSnapshotAsync(page.Snapshot, cancellationToken) is not { } bytes)
        {
            return null;
        }

        var type = page.Headers.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        return ArticleReader.Read(bytes, new PageHints(type, Uri.TryCreate(page.Url, UriKind.Absolute, out var url) ? url : null));
    }
}

/// <summary>What came of reading a page again.</summary>
/// <param name="Article">What to remember.</param>
/// <param name="Revision">What happened to the article; null where nothing did, or nothing that is certain.</param>
public sealed record RereadPage(WatchedArticle Article, ArticleRevision? Revision);
