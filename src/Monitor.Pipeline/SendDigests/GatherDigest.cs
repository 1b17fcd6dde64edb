using Monitor.Core.Digests;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.SendDigests;

/// <summary>Gathers what an edition says of a window of time: the articles, what is known of their stories, and what was read.</summary>
internal sealed class GatherDigest(IBlobStore store, ArticleArchive archive, RunLog runs, StoryBook stories)
{
    private static readonly TimeSpan StoriesLive = TimeSpan.FromDays(8);

    private readonly ReadCoverage coverage = new(store, runs);

    // A calendar that is about to end is named this long before.
    private const int DaysOfNotice = 14;

    public async Task<Digest> RunAsync(
        Following following, Edition edition, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? late, CancellationToken cancellationToken)
    {
        var articles = await SeenAsync(from, to, cancellationToken);
        var earlier = await SeenAsync(from - StoriesLive, from, cancellationToken);
        var window = await stories.ReadAsync(to, cancellationToken);
        var zone = following.Desk.Zone;
        var background = new StoryBackground(
            from, earlier, window.Current, id => window.Entry(id)?.Agency,
            [.. following.Feeds.Select(feed => feed.Outlet).Distinct(StringComparer.OrdinalIgnoreCase)], zone.DateOf);
        var names = following.Topics.Topics.ToDictionary(topic => topic.Id, topic => topic.Name, StringComparer.Ordinal);
        var topics = edition.Topics.Select(id => (id, names.GetValueOrDefault(id, id))).ToList();
        var date = zone.DateOf(to);
        var calendars = following.Calendars ?? [];
        return new Digest(
            edition.Id, edition.Name, date, zone.Id, from, to, late,
            DigestComposer.Compose(topics, articles, background), await coverage.RunAsync(following, from, to, cancellationToken),
            zone.Language.Tag,
            [.. calendars.Select(calendar => calendar.Days.GetValueOrDefault(date)).OfType<string>().Distinct()],
            [.. calendars.Where(calendar => calendar.Through.DayNumber - date.DayNumber < DaysOfNotice).Select(calendar =>
                $"The calendar “{calendar.Name}” ends on {zone.Language.Long(calendar.Through)}: write the days after it into its file.")]);
    }

    private async Task<List<MatchedArticle>> SeenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var articles = new List<MatchedArticle>();
        await foreach (var archived in archive.SeenBetweenAsync(from, to, cancellationToken))
        {
            articles.Add(archived.Article);
        }

        return articles;
    }
}
