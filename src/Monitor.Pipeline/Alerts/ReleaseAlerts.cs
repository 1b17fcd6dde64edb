using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Stories;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Unsubscribe;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.Alerts;

/// <summary>
/// Lets go what is due of the tips that wait: at the end of every poll and at the start of every sending, so that a window that
/// is over does not wait for the next poll. Where nothing waits it costs one listing.
/// <list type="number">
/// <item>A round that somebody left open is carried out first.</item>
/// <item>What is let go is decided (<see cref="AlertPlan"/>) and written, exactly as it will be told, before any message is.</item>
/// <item>The messages are put in the outbox, what was told is noted, the tips are taken away, and the round is closed.</item>
/// </list>
/// It may be killed anywhere, and run by several at once (see <see cref="TipBox"/>).
/// </summary>
public sealed class ReleaseAlerts(ConfigurationSource configuration, TipBox tips, MessageBox box, StoryBook stories, IMailWriter writer)
{
    private const int Attempts = 5;

    /// <summary>Returns the number of messages that are new.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await tips.AnyAsync(cancellationToken))
        {
            return 0;
        }

        var following = await configuration.LoadAsync(now, cancellationToken);
        var messages = 0;
        // Whoever loses here has nothing to add: the winner saw the same tips, and what came later is let go in the next run.
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var (round, etag) = await tips.RoundAsync(cancellationToken);
            if (round.Open is { } open)
            {
                messages += await CarryOutAsync(open, following.Desk, cancellationToken);
                await tips.SaveAsync(round with { Open = null }, etag, cancellationToken);
            }
            else if (await DecideAsync(following, round, now, cancellationToken) is not { } release)
            {
                break;
            }
            else
            {
                await tips.SaveAsync(round.With(release), etag, cancellationToken);
            }
        }

        return messages;
    }

    // The round is read before the tips: a tip that was dealt with since is gone by then, or the round has another version.
    private async Task<Release?> DecideAsync(Following following, Round round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Through a quiet night the tips need not be read every minute.
        if (following.Desk.Alerts is { Quiet: { } quiet } settings
            && settings.Topics.All(topic => settings.QuietFor(topic) is not null)
            && quiet.EndOf(now, following.Desk.Zone) is not null)
        {
            return null;
        }

        var waiting = await tips.WaitingAsync(cancellationToken).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return null;
        }

        var window = await stories.ReadAsync(now, cancellationToken);
        waiting = [.. waiting.Select(tip => tip with { Article = tip.Article with { Story = window.Current(tip.Article.Story) } })];
        var told = new Dictionary<(string, string), ToldStory>();
        foreach (var (topic, story) in waiting.Select(tip => (tip.Topic, tip.Article.Story)).Distinct())
        {
            if (await ToldAsync(window, topic, story, cancellationToken) is { } known)
            {
                told[(topic, story)] = known;
            }
        }

        var names = following.Topics.Topics.ToDictionary(topic => topic.Id, topic => topic.Name, StringComparer.Ordinal);
        return AlertPlan.Decide(new AlertSituation(
            waiting, (topic, story) => told.GetValueOrDefault((topic, story)), following.Desk, id => names.GetValueOrDefault(id, id), round.Sent, now));
    }

    // A story that was told may have been merged into one that was not.
    private async Task<ToldStory?> ToldAsync(StoryWindow window, string topic, string story, CancellationToken cancellationToken)
    {
        foreach (var name in window.Names(story))
        {
            if (await tips.ToldAsync(topic, name, cancellationToken) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    private async Task<int> CarryOutAsync(Release release, Desk desk, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var alert in release.Alerts)
        {
            var mail = await writer.WriteAsync(alert.Alert, cancellationToken);
            var mailing = new Mailing(alert.Identity, MessageKind.Alert, mail, release.At, alert.Severity, alert.Follows, MailList.Alerts);
            var told = await box.AddAsync(mailing, desk, alert.Recipients.Select(to => new Destination(to.Address, to.Name, to.Channel)), cancellationToken);
            added += told.Count;
        }

        foreach (var told in release.Told)
        {
            await tips.TellAsync(told, cancellationToken);
        }

        foreach (var tip in release.Tips)
        {
            await tips.RemoveAsync(tip, cancellationToken);
        }

        return added;
    }
}
