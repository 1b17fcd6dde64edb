using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Unsubscribe;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// Writes to the people who run Monitor, once for each thing that happened: identifiers are made of the thing and of when it
/// began, never of the clock.
/// </summary>
public sealed class NotifyOperations(MessageBox box, IMailWriter writer)
{
    /// <summary>Failed messages that a notice names one by one.</summary>
    private const int FailuresNamed = 20;

    public Task<int> OfRefusedFilesAsync(Following following, DateTimeOffset now, CancellationToken cancellationToken) =>
        following.Refusal is not { } refusal
            ? Task.FromResult(0)
            : AddAsync(
                following, ["refused", refusal.Hash],
                new OperationsNotice(
                    "New files were refused; the last good ones stay in force",
                    [.. following.Refused.Where(problem => problem.IsError).Select(problem => problem.ToString())],
                    following.Desk.Zone.Id, now),
                cancellationToken);

    public Task<int> OfTroubleAsync(
        Following following, FollowedFeed feed, FeedHealth health, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = following.Desk.Zone;
        string Seen(DateTimeOffset instant) => zone.TimeSeenFrom(zone.DateOf(now), instant);
        string[] lines = health.State == FeedState.Stale
            ?
            [
                $"It answers, but has shown nothing new since {Seen(since)}{(health.Detail.Length > 0 ? $"; {health.Detail}" : "")}.",
                $"Address: {feed.Url}",
                "Look whether the outlet has given it up or moved it; this is not said again while it lasts.",
            ]
            :
            [
                $"Since {Seen(since)}: {health.Detail}.",
                $"Address: {feed.Url}",
                health.LastRead is { } read ? $"Last read: {Seen(read)}." : "It was never read.",
                health.State == FeedState.Gone
                    ? "It is not asked again: take it out of feeds.opml, or give it another address there."
                    : "It is asked again at growing intervals, at least once a day; this is not said again while it lasts.",
            ];
        var title = $"{feed.Name} is {(health.State == FeedState.Stale ? "quiet for longer than usual" : Word(health.State))}";
        return AddAsync(following, Trouble(feed, health.State, since), new OperationsNotice(title, lines, zone.Id, now), cancellationToken);
    }

    /// <summary>A trouble is over; told to those only who were told of it.</summary>
    public async Task<int> OfRecoveryAsync(
        Following following, FollowedFeed feed, PastTrouble trouble, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = following.Desk.Zone;
        string Seen(DateTimeOffset instant) => zone.TimeSeenFrom(zone.DateOf(now), instant);
        FeedState[] states = trouble.State == FeedState.Stale ? [FeedState.Stale] : [FeedState.Broken, FeedState.Blocked, FeedState.Gone];
        foreach (var state in states)
        {
            foreach (var to in following.Desk.DestinationsOf([following.Desk.Operations]))
            {
                if (await box.KnowsAsync(MessageId.Of(Identity(Trouble(feed, state, trouble.Since)), to), cancellationToken))
                {
                    var happened = trouble.State == FeedState.Stale ? "shows new entries again" : "is read again";
                    return await AddAsync(
                        following, ["recovered", .. Trouble(feed, trouble.State, trouble.Since)],
                        new OperationsNotice(
                            $"{feed.Name} {happened}",
                            [$"Since {Seen(trouble.Until)}; the trouble began {Seen(trouble.Since)}.", $"Address: {feed.Url}"],
                            zone.Id, now),
                        cancellationToken);
                }
            }
        }

        return 0;
    }

    public Task<int> OfBlindnessAsync(Following following, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(
            following, ["blind", Instant(since)],
            new OperationsNotice(
                "No feed is being read",
                [
                    $"Last read of any feed: {following.Desk.Zone.TimeSeenFrom(following.Desk.Zone.DateOf(now), since)}.",
                    "Look whether PollFeeds runs and whether this network reaches the web; until then silence means nothing.",
                ],
                following.Desk.Zone.Id, now),
            cancellationToken);

    /// <summary>Messages that were given up on one channel, in the notice of an hour.</summary>
    public async Task<int> OfFailedMessagesAsync(
        Following following, IReadOnlyList<Destination> to, string hour, IReadOnlyList<Message> failed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = following.Desk.Zone;
        var notice = new OperationsNotice(
            failed.Count == 1 ? "A message could not be delivered" : $"{failed.Count} messages could not be delivered",
            [
                .. failed.Take(FailuresNamed).Select(message =>
                    $"{message.Kind} \"{message.Subject}\", decided {zone.TimeSeenFrom(zone.DateOf(now), message.DecidedAt)}: {message.Delivery.LastError} (outbox/failed/{message.Id}.json)."),
                .. failed.Count > FailuresNamed ? [$"And {failed.Count - FailuresNamed} more."] : (string[])[],
                "They are kept. `monitor messages show ID` tells more, `monitor messages retry ID` sends one again.",
            ],
            zone.Id, now);
        return await AddAsync(following, to, Failures(failed[0].To.Channel, hour), notice, failed[0].Id, cancellationToken);
    }

    /// <summary>The notice of an hour is out, to anybody in operations.</summary>
    public async Task<bool> HasToldOfFailuresAsync(Desk desk, Channel failed, string hour, CancellationToken cancellationToken)
    {
        foreach (var to in desk.DestinationsOf([desk.Operations]))
        {
            if (await box.KnowsAsync(MessageId.Of(Identity(Failures(failed, hour)), to), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A recipient whose server keeps refusing; told once, until it takes a message again. To everybody in operations but themselves.</summary>
    /// <param name="key">As <see cref="RefusalBook.Key"/> names them. Somebody who is no longer in desk.yaml is told of to nobody.</param>
    public async Task<int> OfRefusingRecipientAsync(
        Following following, string key, Refusals refused, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var desk = following.Desk;
        if (desk.DestinationsOf(desk.Groups.Select(group => group.Id)).FirstOrDefault(to => RefusalBook.Key(to) == key) is not { } recipient)
        {
            return 0;
        }

        var who = string.IsNullOrEmpty(recipient.Name) ? recipient.Address : $"{recipient.Name} ({recipient.Address})";
        var notice = new OperationsNotice(
            "A recipient cannot be reached",
            [
                $"{who} has refused {refused.InARow} messages in a row since {desk.Zone.TimeSeenFrom(desk.Zone.DateOf(now), refused.Since)}.",
                $"Last reason: {refused.LastReason}.",
                "Messages still go there. Put the address right in desk.yaml, or take it out; this is not said again while it lasts.",
            ],
            desk.Zone.Id, now);
        var others = desk.DestinationsOf([desk.Operations]).Where(to => RefusalBook.Key(to) != key).ToList();
        return await AddAsync(following, others, ["recipient", key, Instant(refused.Since)], notice, null, cancellationToken);
    }

    private async Task<int> AddAsync(
        Following following, IReadOnlyList<Destination> to, string[] what, OperationsNotice notice, string? about, CancellationToken cancellationToken)
    {
        var mailing = new Mailing(Identity(what), MessageKind.Operations, await writer.WriteAsync(notice, cancellationToken), notice.At);
        var added = 0;
        foreach (var destination in to)
        {
            added += await box.AddAsync(mailing.To(destination, following.Desk.Sender()) with { About = about }, cancellationToken) ? 1 : 0;
        }

        return added;
    }

    public Task<int> OfStuckShardAsync(Following following, StuckShard stuck, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = following.Desk.Zone;
        var round = stuck.Round is { } at ? zone.TimeSeenFrom(zone.DateOf(now), at) : "unknown";
        return AddAsync(
            following,
            stuck.Message is { } given ? ["shard given up", given.Id] : ["shard not read", stuck.Name, Instant(stuck.Round ?? default)],
            stuck.Message is not null
                ? new OperationsNotice(
                    $"The reading of shard {stuck.Name} {stuck.Trouble}",
                    [
                        $"Round: {round}. It was tried as often as the queue allows, and failed each time.",
                        "The next round tries again. Look at the errors of PollShard in the log for the reason.",
                    ],
                    zone.Id, now)
                : new OperationsNotice(
                    $"Shard {stuck.Name} {stuck.Trouble}",
                    [
                        $"Last round that was begun: {round}.",
                        "Its feeds are not being read. Look whether PollShard runs, and on how many instances it may.",
                    ],
                    zone.Id, now),
            cancellationToken);
    }

    /// <summary>The address stands in the mail's body alone: subjects are shown in lists and logs.</summary>
    public Task<int> OfUnsubscribedAsync(
        Following following, UnsubscribedEntry entry, Unsubscribed all, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var desk = following.Desk;
        var list = MailList.Name(entry.List, desk) ?? entry.List;
        var isAnyoneLeft = desk.DestinationsOf(MailList.Groups(entry.List, desk)).Any(to => !all.Has(MailList.Current(entry.List, desk), to));
        return AddAsync(
            following, ["unsubscribed", entry.List, entry.Address.ToLowerInvariant(), Instant(entry.At)],
            new OperationsNotice(
                $"Somebody has unsubscribed: {list}",
                [
                    $"{entry.Address} gets no more of it since {desk.Zone.TimeSeenFrom(desk.Zone.DateOf(now), entry.At)}.",
                    .. isAnyoneLeft ? Array.Empty<string>() : ["Nobody gets it any more."],
                    "To let them back in, take their entry out of state/unsubscribed.json.",
                ],
                desk.Zone.Id, now),
            cancellationToken);
    }

    private async Task<int> AddAsync(
        Following following, string[] what, OperationsNotice notice, CancellationToken cancellationToken)
    {
        var desk = following.Desk;
        var mail = await writer.WriteAsync(notice, cancellationToken);
        var mailing = new Mailing(Identity(what), MessageKind.Operations, mail, notice.At);
        return await box.AddAsync(mailing, desk, [desk.Operations], cancellationToken);
    }

    private static string[] Identity(string[] what) => ["operations", .. what];

    private static string[] Failures(Channel channel, string hour) => ["failures", $"{channel}", hour];

    private static string[] Trouble(FollowedFeed feed, FeedState state, DateTimeOffset since) => ["feed", feed.Id, Word(state), Instant(since)];

    private static string Word(FeedState state) => state.ToString().ToLowerInvariant();

    private static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
