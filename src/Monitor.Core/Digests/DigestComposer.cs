using Monitor.Core.Topics;

namespace Monitor.Core.Digests;

/// <summary>
/// Decides what a digest says.
/// <list type="number">
/// <item>Of each article the latest version that matched speaks; a headline or a text that was changed in the window is named,
/// one that only grew is not.</item>
/// <item>Articles of one story stand together, in order of publication; a story is a main one for a topic when any of its
/// articles has the topic as a main subject.</item>
/// <item>Main stories come by the number of outlets that tell them in their own words, then by score, then the newest first.</item>
/// </list>
/// </summary>
public static class DigestComposer
{
    /// <param name="topics">Ids and names, in the edition's order.</param>
    /// <param name="articles">Every version seen in the window, in any order.</param>
    /// <param name="background">With it main stories are briefed, and merged stories stand together; null for neither.</param>
    public static IReadOnlyList<DigestTopic> Compose(
        IReadOnlyList<(string Id, string Name)> topics, IReadOnlyList<MatchedArticle> articles, StoryBackground? background = null)
    {
        var all = articles
            .GroupBy(article => article.Id, StringComparer.Ordinal)
            .Select(versions => versions.OrderBy(version => version.SeenAt).ToList())
            .ToList();
        background = background is null ? null : background with
        {
            Replaced = all.Where(versions => versions.Count > 1).ToDictionary(versions => versions[0].Id, versions => versions[^2], StringComparer.Ordinal),
        };
        var latest = all
            .Select(versions => Speaking(versions) with
            {
                Replaces = ReplacedHeadline(versions),
                Differences = versions.LastOrDefault(version => version.Differences is { } differences && !differences.OnlyAdds())?.Differences,
                Story = background is null ? versions[^1].Story : background.Current(versions[^1].Story),
            })
            .ToList();
        var outlets = (background?.Earlier ?? []).Concat(latest).DistinctBy(article => article.Id).ToDictionary(article => article.Id, article => article.Outlet, StringComparer.Ordinal);
        return [.. topics.Select(topic => Compose(topic.Id, topic.Name, latest, outlets, background))];
    }

    /// <summary>The story of one topic, as an alert shows it: the articles that match, in order of publication.</summary>
    public static DigestStory Story(string topic, string story, IEnumerable<MatchedArticle> articles)
    {
        var known = articles.ToList();
        var outlets = known.GroupBy(a => a.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Outlet, StringComparer.Ordinal);
        return new DigestStory(story, [.. InOrder(known.Where(a => MatchOf(a, topic) is not null), topic).Select(a => Item(a, topic, outlets))]);
    }

    private static DigestTopic Compose(
        string id, string name, List<MatchedArticle> articles, Dictionary<string, string> outlets, StoryBackground? background)
    {
        var stories = articles
            .Where(article => MatchOf(article, id) is { Matched: true })
            .GroupBy(article => article.Story, StringComparer.Ordinal)
            .Select(story => (
                Central: story.Any(article => MatchOf(article, id)!.Central),
                Voices: story.Where(article => article.CopyOf is null).Select(article => article.Outlet).Distinct(StringComparer.Ordinal).Count(),
                Score: story.Max(article => MatchOf(article, id)!.Score),
                Newest: story.Max(article => article.Published),
                Story: new DigestStory(story.Key, [.. InOrder(story, id).Select(article => Item(article, id, outlets))])))
            .OrderByDescending(story => story.Voices)
            .ThenByDescending(story => story.Score)
            .ThenByDescending(story => story.Newest)
            .ThenBy(story => story.Story.Story, StringComparer.Ordinal)
            .ToList();
        return new DigestTopic(
            id,
            name,
            [.. stories.Where(story => story.Central).Select(story => story.Story with
            {
                Briefing = background is null
                    ? null
                    : StoryBriefer.Of(story.Story.Story, [.. articles.Where(article => article.Story == story.Story.Story)], background),
            })],
            [.. stories.Where(story => !story.Central).Select(story => story.Story)]);
    }

    // The article that is quoted has the topic as a main subject where any does, and is nobody's copy.
    private static List<MatchedArticle> InOrder(IEnumerable<MatchedArticle> articles, string topic)
    {
        var byTime = articles.OrderBy(a => a.Published).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        var lead = byTime.FindIndex(a => MatchOf(a, topic)!.Central && a.CopyOf is null);
        lead = lead < 0 ? byTime.FindIndex(a => MatchOf(a, topic)!.Central) : lead;
        return lead <= 0 ? byTime : [byTime[lead], .. byTime.Take(lead), .. byTime.Skip(lead + 1)];
    }

    private static DigestItem Item(MatchedArticle article, string topic, Dictionary<string, string> outlets)
    {
        var match = MatchOf(article, topic)!;
        return new DigestItem(
            article.Id,
            article.Headline,
            article.Url,
            article.Outlet,
            article.Country,
            article.Published,
            article.Byline,
            article.CopyOf is { } original ? outlets.GetValueOrDefault(original, "an earlier article") : null,
            article.Replaces,
            MatchedSentences.Choose(article.Document, match),
            Reasons(match.Evidence),
            match.Score,
            article.RuleSet.Length > 8 ? article.RuleSet[..8] : article.RuleSet,
            article.Differences);
    }

    private static List<Reason> Reasons(IReadOnlyList<Evidence> evidence) =>
    [
        .. evidence
            .GroupBy(hit => hit.Signal, StringComparer.Ordinal)
            .OrderByDescending(hits => hits.Max(hit => hit.Weight))
            .ThenByDescending(hits => hits.Count())
            .ThenBy(hits => hits.Key, StringComparer.Ordinal)
            .Select(hits => new Reason(
                hits.Key,
                [.. hits.Select(hit => hit.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(5)],
                hits.Count())),
    ];

    private static TopicMatch? MatchOf(MatchedArticle article, string topic) =>
        article.Matches.FirstOrDefault(match => match.Matched && string.Equals(match.Topic, topic, StringComparison.Ordinal));

    // What an outlet took out of an article is no reason to keep quiet about it.
    private static MatchedArticle Speaking(List<MatchedArticle> versions) =>
        versions.FindLast(version => version.Matches.Any(match => match.Matched)) ?? versions[^1];

    private static string? ReplacedHeadline(List<MatchedArticle> versions)
    {
        var now = Speaking(versions);
        if (now.Replaces is { } replaced && !string.Equals(replaced, now.Headline, StringComparison.Ordinal))
        {
            return replaced;
        }

        return versions.LastOrDefault(version => version.SeenAt <= now.SeenAt && !string.Equals(version.Headline, now.Headline, StringComparison.Ordinal))?.Headline;
    }
}
