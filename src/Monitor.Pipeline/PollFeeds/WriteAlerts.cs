using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Puts an alert in the outbox for every story that a main subject opened, once for each topic, story and recipient: the
/// identifier is made of these three, so a story that goes on alerts nobody twice.
/// </summary>
public sealed class WriteAlerts(MessageBox box, IMailWriter writer)
{
    /// <summary>Returns the number of messages that are new.</summary>
    public async Task<int> RunAsync(
        Following following, IReadOnlyList<PlacedArticle> articles, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (following.Desk.Alerts is not { } settings)
        {
            return 0;
        }

        var decided = 0;
        foreach (var story in articles.GroupBy(placed => placed.Article.Story, StringComparer.Ordinal))
        {
            foreach (var topic in following.Topics.Topics)
            {
                if (story.Any(placed => IsToldFor(topic.Id, placed, settings, now)))
                {
                    var told = DigestComposer.Story(topic.Id, story.Key, story.Select(placed => placed.Article));
                    var alert = new Alert(topic.Id, topic.Name, told, following.Desk.Zone.Id, now);
                    decided += await AddAsync(alert, following.Desk, settings, cancellationToken);
                }
            }
        }

        return decided;
    }

    private static bool IsToldFor(string topic, PlacedArticle placed, AlertSettings settings, DateTimeOffset now) =>
        placed.Article.Matches.FirstOrDefault(match => match.Topic == topic) is { } match
        && AlertRules.Decide(
            placed.Article, match, settings.Topics, settings.MaxAge, placed.Entry.Sighted.FirstReading, now) == AlertDecision.Tell
        && !placed.Entry.Sighted.Changed;

    private async Task<int> AddAsync(
        Alert alert, Desk desk, AlertSettings settings, CancellationToken cancellationToken)
    {
        var mail = await writer.WriteAsync(alert, cancellationToken);
        var mailing = new Mailing(["alert", alert.Topic, alert.Story.Story], MessageKind.Alert, mail, alert.At);
        return await box.AddAsync(mailing, desk, settings.Recipients, cancellationToken);
    }
}
