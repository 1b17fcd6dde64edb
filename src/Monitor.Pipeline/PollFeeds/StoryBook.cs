using System.Globalization;
using Monitor.Core.Digests;
using Monitor.Core.Stories;
using Monitor.Core.Topics;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Gives matched articles their place in a story: stories/yyyy-MM-dd.json, one document a day, over a sliding window. The place
/// is settled once it is saved; an article that comes again has the place it had. Nothing is read or written where nothing matched.
/// </summary>
public sealed class StoryBook(IBlobStore store, TimeProvider? clock = null)
{
    private static readonly int WindowDays = 8;

    /// <summary>
    /// The articles in their places, in order of publication: of those that a run brings together, the first to publish opens the
    /// story and is the original of its copies.
    /// </summary>
    /// <exception cref="InvalidOperationException">Others wrote the stories at every attempt.</exception>
    public async Task<IReadOnlyList<PlacedArticle>> PlaceAsync(
        IReadOnlyList<ReadEntry> matched, string ruleSet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (matched.Count == 0)
        {
            return [];
        }

        for (var attempt = 1; attempt <= NextAttempt.Most; attempt++)
        {
            var (window, etags) = await LoadAsync(now, cancellationToken);
            var placed = matched
                .OrderBy(entry => entry.Published ?? now).ThenBy(entry => entry.Url.ArticleId, StringComparer.Ordinal).ThenBy(entry => entry.Version, StringComparer.Ordinal)
                .Select(entry => Place(window, entry, ruleSet, now))
                .ToList();
            if (await SaveAsync(window, etags, cancellationToken))
            {
                return placed;
            }

            await NextAttempt.WaitAsync(attempt, clock ?? TimeProvider.System, cancellationToken);
        }

        throw new InvalidOperationException($"the stories of the day were written by others {NextAttempt.Most} times in a row");
    }

    /// <summary>The stories as they are now: which of them were merged, and what is kept of each article.</summary>
    public async Task<StoryWindow> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        (await LoadAsync(now, cancellationToken)).Window;

    /// <summary>
    /// Writes the documents anew from the archived articles, placed in the order in which they came; identifiers follow from the
    /// articles, so that they are the same under the same rules where runs came one after another. Not to be run while feeds are polled.
    /// </summary>
    /// <param name="articles">Every version, in any order.</param>
    /// <returns>How many days were written.</returns>
    public async Task<int> RebuildAsync(IEnumerable<MatchedArticle> articles, CancellationToken cancellationToken)
    {
        var window = new StoryWindow();
        var written = 0;
        var inOrder = articles.OrderBy(a => a.SeenAt).ThenBy(a => a.Published).ThenBy(a => a.Id, StringComparer.Ordinal).ThenBy(a => a.Version, StringComparer.Ordinal);
        foreach (var day in inOrder.GroupBy(a => DateOnly.FromDateTime(a.SeenAt.UtcDateTime)))
        {
            foreach (var article in day)
            {
                window.Place(AsTold(article.Id, article.Document, article.Published, article.Outlet, article.SeenAt));
            }

            if (window.Days.FirstOrDefault(d => d.Date == day.Key) is not { } document)
            {
                continue;
            }

            var name = Name(day.Key);
            var content = PipelineJson.Write(document);
            var saved = await store.ReadAsync(name, cancellationToken) is { } kept
                ? await store.ReplaceAsync(name, content, kept.ETag, cancellationToken) is not null
                : await store.CreateAsync(name, content, cancellationToken);
            written += saved ? 1 : throw new InvalidOperationException($"{name} was written by others meanwhile");
        }

        return written;
    }

    private static PlacedArticle Place(StoryWindow window, ReadEntry entry, string ruleSet, DateTimeOffset now)
    {
        var feed = entry.Sighted.Feed;
        var id = entry.Url.ArticleId;
        var published = entry.Published ?? now;
        var known = window.Entry(id);
        var placement = window.Place(AsTold(id, entry.Document, published, feed.Outlet, now));
        var replaces = known is not null && known.Title != entry.Document.Title ? known.Title : null;
        var article = new MatchedArticle(
            id, entry.Version, replaces, entry.Url.Value, feed.Id, feed.Outlet, feed.Country, entry.Article?.Byline ?? [],
            published, now, placement.Story, placement.DuplicateOf, entry.Document, entry.Matches, ruleSet);
        return new PlacedArticle(entry, article);
    }

    // Where the page was not read, the teaser is all that is told.
    private static StoryArticle AsTold(string id, TopicDocument document, DateTimeOffset published, string outlet, DateTimeOffset seen) =>
        new(id, document.Title, document.Text.Length > 0 ? document.Text : document.Summary, published, outlet, seen);

    private async Task<(StoryWindow Window, Dictionary<string, string> ETags)> LoadAsync(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = new List<StoryDay>();
        var etags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-WindowDays); day <= DateOnly.FromDateTime(now.UtcDateTime).AddDays(1); day = day.AddDays(1))
        {
            if (await store.ReadAsync(Name(day), cancellationToken) is { } blob)
            {
                days.Add(PipelineJson.Read<StoryDay>(blob.Content, Name(day)));
                etags[Name(day).Path] = blob.ETag;
            }
        }

        return (StoryWindow.Restore(days), etags);
    }

    private async Task<bool> SaveAsync(StoryWindow window, Dictionary<string, string> etags, CancellationToken cancellationToken)
    {
        foreach (var day in window.Days.Where(day => window.ChangedDays.Contains(day.Date)))
        {
            var name = Name(day.Date);
            var content = PipelineJson.Write(day);
            var saved = etags.TryGetValue(name.Path, out var etag)
                ? await store.ReplaceAsync(name, content, etag, cancellationToken) is not null
                : await store.CreateAsync(name, content, cancellationToken);
            if (!saved)
            {
                return false;
            }
        }

        return true;
    }

    private static BlobName Name(DateOnly day) =>
        new(Containers.Stories, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json");
}

/// <summary>A matched article in its place.</summary>
public sealed record PlacedArticle(ReadEntry Entry, MatchedArticle Article);
