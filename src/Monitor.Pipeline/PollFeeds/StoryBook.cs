using System.Globalization;
using Monitor.Core.Digests;
using Monitor.Core.Stories;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Gives matched articles their place in a story: stories/yyyy-MM-dd.json, one document a day, over a sliding window. The place
/// is settled once it is saved; an article that comes again has the place it had. Nothing is read or written where nothing matched.
/// </summary>
public sealed class StoryBook(IBlobStore store)
{
    private const int Attempts = 5;
    private static readonly int WindowDays = 8;

    public async Task<IReadOnlyList<PlacedArticle>> PlaceAsync(
        IReadOnlyList<ReadEntry> matched, string ruleSet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (matched.Count == 0)
        {
            return [];
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var (window, etags) = await LoadAsync(now, cancellationToken);
            var placed = matched.Select(entry => Place(window, entry, ruleSet, now)).ToList();
            if (await SaveAsync(window, etags, cancellationToken))
            {
                return placed;
            }
        }

        throw new InvalidOperationException($"the stories of the day were written by others {Attempts} times in a row");
    }

    private static PlacedArticle Place(StoryWindow window, ReadEntry entry, string ruleSet, DateTimeOffset now)
    {
        var feed = entry.Sighted.Feed;
        var id = entry.Url.ArticleId;
        var published = entry.Published ?? now;
        var known = window.Entry(id);
        var placement = window.Place(new StoryArticle(id, entry.Document.Title, entry.Document.Text, published, feed.Outlet, now));
        var replaces = known is not null && known.Title != entry.Document.Title ? known.Title : null;
        var article = new MatchedArticle(
            id, entry.Version, replaces, entry.Url.Value, feed.Id, feed.Outlet, feed.Country, entry.Article?.Byline ?? [],
            published, now, placement.Story, placement.DuplicateOf, entry.Document, entry.Matches, ruleSet);
        return new PlacedArticle(entry, article);
    }

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
