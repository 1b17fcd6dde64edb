using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// Writes to the people who run Monitor, once for each thing that happened: identifiers are made of the thing and of when it
/// began, never of the clock.
/// </summary>
public sealed class NotifyOperations(MessageBox box, IMailWriter writer)
{
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

    public Task<int> OfFailedMessageAsync(Following following, Message failed, DateTimeOffset now, CancellationToken cancellationToken) =>
        // That operations cannot be reached is not told to operations.
        failed.Kind == MessageKind.Operations
            ? Task.FromResult(0)
            : AddAsync(
                following, ["failed", failed.Id],
                new OperationsNotice(
                    "A message could not be delivered",
                    [
                        $"{failed.Kind} \"{failed.Subject}\", decided {following.Desk.Zone.TimeSeenFrom(following.Desk.Zone.DateOf(now), failed.DecidedAt)}.",
                        $"Reason: {failed.Delivery.LastError}.",
                        $"It is kept as outbox/failed/{failed.Id}.json.",
                    ],
                    following.Desk.Zone.Id, now),
                cancellationToken);

    private async Task<int> AddAsync(
        Following following, string[] what, OperationsNotice notice, CancellationToken cancellationToken)
    {
        var desk = following.Desk;
        var mail = await writer.WriteAsync(notice, cancellationToken);
        var mailing = new Mailing(Identity(what), MessageKind.Operations, mail, notice.At);
        return await box.AddAsync(mailing, desk, [desk.Operations], cancellationToken);
    }

    private static string[] Identity(string[] what) => ["operations", .. what];

    private static string[] Trouble(FollowedFeed feed, FeedState state, DateTimeOffset since) => ["feed", feed.Id, Word(state), Instant(since)];

    private static string Word(FeedState state) => state.ToString().ToLowerInvariant();

    private static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
