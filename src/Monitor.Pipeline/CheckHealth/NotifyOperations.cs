using System.Globalization;
using Monitor.Core.Alerts;
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
                    [.. following.Refused.Where(problem => problem.IsError).Select(problem => problem.Text)],
                    following.Desk.Zone.Id, now),
                cancellationToken);

    public Task<int> OfFeedAsync(
        Following following, FollowedFeed feed, FeedRecord record, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = following.Desk.Zone;
        var state = record.State.ToString().ToLowerInvariant();
        return AddAsync(
            following, ["feed", feed.Id, state, since.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)],
            new OperationsNotice(
                $"{feed.Name} is {state}",
                [
                    $"Since {zone.TimeSeenFrom(zone.DateOf(now), since)}: {record.Detail}.",
                    $"Address: {feed.Url}",
                    record.LastReadAt is { } read ? $"Last read: {zone.TimeSeenFrom(zone.DateOf(now), read)}." : "It was never read.",
                    "It is asked again at growing intervals, at least once a day; this is not said again while it lasts.",
                ],
                zone.Id, now),
            cancellationToken);
    }

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
        var added = 0;
        foreach (var to in desk.AddressesOf([desk.Operations]))
        {
            var id = MessageId.From(["operations", .. what, to.Email]);
            var message = new Message(
                id, MessageKind.Operations, desk.Sender(), to,
                mail.Subject, mail.Html, mail.Text, notice.At, new Delivery());
            added += await box.AddAsync(message, cancellationToken) ? 1 : 0;
        }

        return added;
    }
}
