using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.Alerts;

/// <summary>
/// Writes a tip for everything that a poll found and that may be worth an alert: articles that are new and of which a topic is a
/// main subject, and what became of articles that matched. Whether and when it is told is decided by <see cref="ReleaseAlerts"/>.
/// </summary>
public sealed class WriteTips(TipBox box)
{
    /// <param name="articles">The run's matched articles, in their stories.</param>
    /// <param name="revisions">What became of articles that matched before.</param>
    /// <returns>How many tips are new.</returns>
    public async Task<int> RunAsync(
        Following following,
        IReadOnlyList<PlacedArticle> articles,
        IReadOnlyList<ArticleRevision> revisions,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (following.Desk.Alerts is not { } settings)
        {
            return 0;
        }

        var topics = following.Topics.Topics.Select(topic => topic.Id).Where(topic => settings.Of(topic) is not null).ToList();
        var written = 0;
        foreach (var tip in articles.SelectMany(placed => OfNew(placed, topics, settings, now)).Concat(revisions.SelectMany(revision => OfRevision(revision, topics, now))))
        {
            written += await box.AddAsync(tip, cancellationToken) ? 1 : 0;
        }

        return written;
    }

    private static IEnumerable<Tip> OfNew(PlacedArticle placed, List<string> topics, AlertSettings settings, DateTimeOffset now) =>
        placed.Entry.Sighted.Changed
            ? []
            : placed.Article.Matches
                .Where(match => AlertRules.Decide(placed.Article, match, topics, settings.MaxAge, placed.Entry.Sighted.FirstReading, now)
                    is AlertDecision.Tell or AlertDecision.Copy)
                .Select(match => new Tip(
                    MessageId.From("tip", match.Topic, placed.Article.Id, placed.Article.Version), match.Topic, placed.Article, now));

    private static IEnumerable<Tip> OfRevision(ArticleRevision revision, List<string> topics, DateTimeOffset now) => topics
        .Where(topic => Matches(revision.Before, topic) || Matches(revision.After, topic))
        .Select(topic => new Tip(
            MessageId.From("tip", topic, revision.Article, revision.Key), topic, revision.After ?? revision.Before, now, revision));

    private static bool Matches(MatchedArticle? article, string topic) => article?.Matches.Any(match => match.Topic == topic && match.Matched) == true;
}
