using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Topics;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.NearMisses;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// Watches the rules: operations hear once of each change in a topic's ways, by topic and the day it began; and the desk is
/// told every week what it brought and what fell short.
/// </summary>
public sealed class RuleWatch(IBlobStore store, MessageBox box, IMailWriter writer)
{
    private readonly SendWeeklyReview review = new(store, box, writer);

    /// <returns>Messages decided.</returns>
    public async Task<int> RunAsync(Following following, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decided = await review.RunAsync(following, now, cancellationToken);
        if (await RuleHistory.AdvanceAsync(store, now, cancellationToken) is not { } history)
        {
            return decided;
        }

        foreach (var change in RuleDrift.Of(following.Topics.Topics, history.Whole))
        {
            decided += await TellAsync(following, change, now, cancellationToken);
        }

        return decided;
    }

    private async Task<int> TellAsync(Following following, RuleChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var desk = following.Desk;
        var began = change.Began.ToString("O", CultureInfo.InvariantCulture);
        string[] identity = ["operations", "rules", change.Topic, change.Kind.ToString(), change.Signal ?? "", began];
        if (await box.KnowsAllAsync(identity, desk, [desk.Operations], cancellationToken))
        {
            return 0;
        }

        var mail = await writer.WriteAsync(Notice(following, change, now), cancellationToken);
        return await box.AddAsync(new Mailing(identity, MessageKind.Operations, mail, now), desk, [desk.Operations], cancellationToken);
    }

    private static OperationsNotice Notice(Following following, RuleChange change, DateTimeOffset now)
    {
        var name = following.Topics.Topics.Single(topic => topic.Id == change.Topic).Name;
        var (title, line, look) = change.Kind switch
        {
            RuleChangeKind.Above => (
                $"{name} matches more than usual",
                FormattableString.Invariant($"{change.Now} matches in a day; of as many entries it is usually {change.Usual}."),
                "Read some of them: either there is news, or a rule takes what it should not."),
            RuleChangeKind.Below => (
                $"{name} matches less than usual",
                FormattableString.Invariant($"{change.Now} matches in a day; of as many entries it is usually {change.Usual}."),
                "Look whether a feed has changed what it sends, and at the near misses: monitor topics near-misses."),
            RuleChangeKind.Silent => (
                $"{name} has fallen silent",
                FormattableString.Invariant($"No match for {change.Now} days; usually there is one every {change.Usual} days."),
                "Look at the near misses (monitor topics near-misses) and at the feeds that used to carry it."),
            _ => (
                $"{name} rests on one signal",
                FormattableString.Invariant($"{change.Signal} makes {change.Now:0 %} of a week's hits; in the four weeks before it made {change.Usual:0 %}."),
                "Read some of its hits: the words may have come to mean something else."),
        };
        return new OperationsNotice(
            title,
            [line, FormattableString.Invariant($"Since {change.Began:yyyy-MM-dd} (UTC), under rules {following.Topics.Hash[..8]}."), look, "This is not said again while it lasts."],
            following.Desk.Zone.Id, now);
    }
}
