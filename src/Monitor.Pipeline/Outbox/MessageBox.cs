using System.Globalization;
using System.Runtime.CompilerServices;
using Monitor.Core.Digests;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Pipeline.Outbox;

/// <summary>
/// Messages on their way: pending/{id}.json until they are sent/yyyy/MM/dd/{id}.json, failed/{id}.json or withdrawn/{id}.json. settled/{id}.json says
/// where a message was filed, whenever that was: it is what makes a message that is decided again, a minute or a year later, known.
/// <list type="number">
/// <item>Whoever decides a message creates it in pending, once, unless it is settled. Its label says when its turn is (<see cref="Turn"/>).</item>
/// <item>A sender claims it by writing over the version that it read.</item>
/// <item>It then looks again whether the message is settled: a step that ran at the same time may have decided it anew.</item>
/// <item>It sends, settles the message, files it, and removes it from pending, in this order.</item>
/// <item>A failed message is tried again by reopening its settlement first (<see cref="RetryAsync"/>).</item>
/// </list>
/// So a message that is settled is never sent again, and one that is not settled is never lost.
/// </summary>
public sealed class MessageBox(IBlobStore store, Subscriptions? subscriptions = null)
{
    private const string Pending = "pending/";
    private const string Failed = "failed/";

    /// <summary>Label of a failed message that operations have heard of.</summary>
    public const string Told = "told";

    /// <summary>Puts the message in the box unless it is in there, sent or failed already. True where it is new.</summary>
    public async Task<bool> AddAsync(Message message, CancellationToken cancellationToken) =>
        await SettlementAsync(message.Id, cancellationToken) is null && await CreatePendingAsync(message, cancellationToken);

    /// <summary>Puts a message in the box for each recipient in the groups who has not left its list. Returns how many of them are new.</summary>
    public async Task<int> AddAsync(Mailing mailing, Desk desk, IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        var added = await AddAsync(mailing, desk, desk.DestinationsOf(groups), cancellationToken);
        return added.Count;
    }

    /// <summary>Puts a message in the box for each of the destinations that has not left its list. Returns those that are new.</summary>
    public async Task<IReadOnlyList<Message>> AddAsync(Mailing mailing, Desk desk, IEnumerable<Destination> destinations, CancellationToken cancellationToken)
    {
        var added = new List<Message>();
        var left = mailing.List is null ? Unsubscribed.Nobody : (await UnsubscribedAsync(cancellationToken)).In(desk);
        var link = subscriptions is not null && mailing.List is { } list ? await subscriptions.LinksAsync(list, cancellationToken) : null;
        foreach (var to in destinations.Where(to => !left.Has(mailing.List, to)))
        {
            var message = mailing.To(to, desk.Sender(), to.Channel == Channel.Mail ? link?.Invoke(to.Address) : null);
            if (await AddAsync(message, cancellationToken))
            {
                added.Add(message);
            }
        }

        return added;
    }

    /// <summary>Who has left which list.</summary>
    public Task<Unsubscribed> UnsubscribedAsync(CancellationToken cancellationToken) =>
        subscriptions?.LoadAsync(cancellationToken) ?? Task.FromResult(Unsubscribed.Nobody);

    /// <summary>The message is in the box, sent or failed.</summary>
    public async Task<bool> KnowsAsync(string id, CancellationToken cancellationToken) =>
        await SettlementAsync(id, cancellationToken) is not null || await store.ReadAsync(PendingName(id), cancellationToken) is not null;

    /// <summary>Every recipient in the groups has been told: there is no need to write it again.</summary>
    public async Task<bool> KnowsAllAsync(IReadOnlyList<string> identity, Desk desk, IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        foreach (var to in desk.DestinationsOf(groups))
        {
            if (!await KnowsAsync(MessageId.Of(identity, to), cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every message that waits, read one after the other.</summary>
    public async IAsyncEnumerable<PendingMessage> PendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(Containers.Outbox, Pending, cancellationToken))
        {
            if (await PendingAsync(IdOf(listed.Path), cancellationToken) is { } pending)
            {
                yield return pending;
            }
        }
    }

    /// <summary>One message that waits; null where it does no longer.</summary>
    public async Task<PendingMessage?> PendingAsync(string id, CancellationToken cancellationToken) =>
        await store.ReadAsync(PendingName(id), cancellationToken) is { } blob
            ? new PendingMessage(PipelineJson.Read<Message>(blob.Content, PendingName(id)), blob.ETag)
            : null;

    /// <summary>
    /// The messages whose turn it is, those that should go first in front. However many wait, none is read and no more than
    /// <paramref name="atMost"/> are kept in mind.
    /// </summary>
    /// <param name="isServed">Channels that can take a message now; those of others keep waiting.</param>
    public async Task<IReadOnlyList<DueMessage>> DueAsync(DateTimeOffset now, int atMost, Func<Channel, bool> isServed, CancellationToken cancellationToken)
    {
        // The last stands in front, to make room for a more urgent one.
        var due = new PriorityQueue<DueMessage, Turn>(Turn.LastFirst);
        await foreach (var listed in store.ListAsync(Containers.Outbox, Pending, cancellationToken))
        {
            // One without a label was written by a version that gave none.
            var turn = Turn.Parse(listed.Label);
            if (turn is { } known && !(known.HasCome(now) && isServed(known.Channel)))
            {
                continue;
            }

            due.Enqueue(new DueMessage(IdOf(listed.Path), turn?.Channel), turn ?? default);
            if (due.Count > atMost)
            {
                due.Dequeue();
            }
        }

        var inTurn = new DueMessage[due.Count];
        for (var last = inTurn.Length - 1; last >= 0; last--)
        {
            inTurn[last] = due.Dequeue();
        }

        return inTurn;
    }

    /// <summary>How many messages wait, and since when the oldest of them; none is read.</summary>
    public async Task<(int Waiting, DateTimeOffset? Oldest)> BacklogAsync(CancellationToken cancellationToken)
    {
        var waiting = 0;
        DateTimeOffset? oldest = null;
        await foreach (var listed in store.ListAsync(Containers.Outbox, Pending, cancellationToken))
        {
            waiting++;
            if (Turn.Parse(listed.Label) is { } turn && !(turn.Since >= oldest))
            {
                oldest = turn.Since;
            }
        }

        return (waiting, oldest);
    }

    /// <summary>Takes the message for sending. Null where another sender was faster, or where it turns out to be filed already.</summary>
    public async Task<PendingMessage?> ClaimAsync(PendingMessage pending, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var delivery = pending.Message.Delivery;
        var claimed = pending.Message with
        {
            Delivery = delivery with
            {
                // Asking after a work that is under way is no attempt.
                Attempts = delivery.Operation is null ? delivery.Attempts + 1 : delivery.Attempts,
                ClaimedUntil = until,
                // Whoever had it before never said what came of it.
                InDoubt = delivery.InDoubt || delivery.ClaimedUntil is not null,
            },
        };
        if (await ReplaceAsync(claimed, pending.ETag, cancellationToken) is not { } etag)
        {
            return null;
        }

        if (await SettlementAsync(claimed.Id, cancellationToken) is { } settlement)
        {
            await FileAsync(claimed, settlement, cancellationToken);
            return null;
        }

        return new PendingMessage(claimed, etag);
    }

    /// <summary>Settles a message that the provider accepted.</summary>
    public Task FileSentAsync(PendingMessage claimed, DateTimeOffset at, CancellationToken cancellationToken) =>
        SettleAsync(claimed.Message, new Settlement($"{SentFolder(DateOnly.FromDateTime(at.UtcDateTime))}{claimed.Message.Id}.json", at, null), cancellationToken);

    /// <summary>Settles a message that will never be accepted, with the reason.</summary>
    public Task FileFailedAsync(PendingMessage claimed, string reason, DateTimeOffset at, CancellationToken cancellationToken) =>
        SettleAsync(claimed.Message, new Settlement($"{Failed}{claimed.Message.Id}.json", null, reason, at), cancellationToken);

    /// <summary>Settles a message that is not wanted any more, with the reason: nothing failed.</summary>
    public Task FileWithdrawnAsync(PendingMessage claimed, string reason, DateTimeOffset at, CancellationToken cancellationToken) =>
        SettleAsync(claimed.Message, new Settlement($"withdrawn/{claimed.Message.Id}.json", null, reason, at), cancellationToken);

    /// <summary>Gives a claimed message back for a later attempt, with what is known of it now.</summary>
    public Task PostponeAsync(PendingMessage claimed, Delivery delivery, CancellationToken cancellationToken) =>
        ReplaceAsync(claimed.Message with { Delivery = delivery with { ClaimedUntil = null } }, claimed.ETag, cancellationToken);

    /// <summary>
    /// Has a failed message tried again, under its identifier: reopens its settlement, then puts it in pending. The failed copy
    /// stays until the message is settled anew. Ended in between it can be said again; what has been sent since is not sent twice.
    /// </summary>
    public async Task<RetryOutcome> RetryAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!MessageId.IsOne(id) || await store.ReadAsync(FailedName(id), cancellationToken) is not { } blob)
        {
            return RetryOutcome.NotFailed;
        }

        if (await store.ReadAsync(SettledName(id), cancellationToken) is { } settled)
        {
            var settlement = PipelineJson.Read<Settlement>(settled.Content, SettledName(id));
            if (settlement.SentAt is not null)
            {
                await store.DeleteAsync(FailedName(id), cancellationToken);
                return RetryOutcome.SentMeanwhile;
            }

            if (settlement.ReopenedAt is null
                && await store.ReplaceAsync(SettledName(id), PipelineJson.Write(settlement with { ReopenedAt = now }), settled.ETag, cancellationToken) is null)
            {
                return RetryOutcome.SomebodyElse;
            }
        }

        var message = PipelineJson.Read<Message>(blob.Content, FailedName(id));
        var delivery = message.Delivery.Then(now, "to be tried again, by hand") with
        {
            Attempts = 0, NotBefore = null, FailedAt = null, RetriedAt = now, OperationAt = message.Delivery.Operation is null ? null : now,
        };
        await CreatePendingAsync(message with { Delivery = delivery }, cancellationToken);
        return RetryOutcome.Waiting;
    }

    /// <summary>The messages that were sent on a day, UTC.</summary>
    public IAsyncEnumerable<Message> SentAsync(DateOnly day, CancellationToken cancellationToken) =>
        ReadAllAsync(SentFolder(day), cancellationToken);

    public IAsyncEnumerable<Message> AllSentAsync(CancellationToken cancellationToken) => ReadAllAsync("sent/", cancellationToken);

    public IAsyncEnumerable<Message> FailedAsync(CancellationToken cancellationToken) => ReadAllAsync(Failed, cancellationToken);

    /// <summary>A message wherever it is: in pending, sent or failed. Null where there is none of that identifier.</summary>
    public async Task<Message?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!MessageId.IsOne(id))
        {
            return null;
        }

        if (await PendingAsync(id, cancellationToken) is { } pending)
        {
            return pending.Message;
        }

        return await SettlementAsync(id, cancellationToken) is { } settlement ? await ReadAsync(settlement.FiledAs, cancellationToken) : null;
    }

    /// <summary>Failed messages whose label is not <see cref="Told"/>, with their labels; the others are not read.</summary>
    public async IAsyncEnumerable<(PendingMessage Failed, string? Label)> FailedUntoldAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(Containers.Outbox, Failed, cancellationToken))
        {
            var name = new BlobName(Containers.Outbox, listed.Path);
            if (listed.Label != Told && await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                yield return (new PendingMessage(PipelineJson.Read<Message>(blob.Content, name), blob.ETag), listed.Label);
            }
        }
    }

    /// <summary>Labels a failed message. Null where it has changed since it was read.</summary>
    public async Task<PendingMessage?> LabelFailedAsync(PendingMessage failed, string label, CancellationToken cancellationToken) =>
        await store.ReplaceAsync(FailedName(failed.Message.Id), PipelineJson.Write(failed.Message), failed.ETag, label, cancellationToken) is { } etag
            ? failed with { ETag = etag }
            : null;

    public IAsyncEnumerable<Message> WithdrawnAsync(CancellationToken cancellationToken) => ReadAllAsync("withdrawn/", cancellationToken);

    private async IAsyncEnumerable<Message> ReadAllAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(Containers.Outbox, folder, cancellationToken))
        {
            if (await ReadAsync(listed.Path, cancellationToken) is { } message)
            {
                yield return message;
            }
        }
    }

    private async Task<Message?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = new BlobName(Containers.Outbox, path);
        return await store.ReadAsync(name, cancellationToken) is { } blob ? PipelineJson.Read<Message>(blob.Content, name) : null;
    }

    // What stands already stands: another sender, to whom a claim had passed on, may have come to another end.
    private async Task SettleAsync(Message message, Settlement settlement, CancellationToken cancellationToken)
    {
        var name = SettledName(message.Id);
        var content = PipelineJson.Write(settlement);
        while (!await store.CreateAsync(name, content, cancellationToken))
        {
            if (await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                var known = PipelineJson.Read<Settlement>(blob.Content, name);
                if (known.ReopenedAt is null)
                {
                    settlement = known;
                    break;
                }

                if (await store.ReplaceAsync(name, content, blob.ETag, cancellationToken) is not null)
                {
                    break;
                }
            }
        }

        await FileAsync(message, settlement, cancellationToken);
    }

    private async Task FileAsync(Message message, Settlement settlement, CancellationToken cancellationToken)
    {
        var delivery = message.Delivery.Then(settlement.SentAt ?? settlement.FailedAt ?? message.DecidedAt, settlement.Reason ?? "accepted") with
        {
            ClaimedUntil = null, LastError = settlement.Reason, SentAt = settlement.SentAt, FailedAt = settlement.FailedAt,
        };
        var name = new BlobName(Containers.Outbox, settlement.FiledAs);
        var content = PipelineJson.Write(message with { Delivery = delivery });
        if (!await store.CreateAsync(name, content, cancellationToken)
            && settlement.SentAt is null
            && await store.ReadAsync(name, cancellationToken) is { } copy
            && PipelineJson.Read<Message>(copy.Content, name).Delivery.FailedAt != settlement.FailedAt)
        {
            // It failed before, and was tried again.
            await store.ReplaceAsync(name, content, copy.ETag, cancellationToken);
        }

        if (settlement.SentAt is not null && message.Delivery.RetriedAt is not null)
        {
            await store.DeleteAsync(FailedName(message.Id), cancellationToken);
        }

        await store.DeleteAsync(PendingName(message.Id), cancellationToken);
    }

    private async Task<Settlement?> SettlementAsync(string id, CancellationToken cancellationToken) =>
        await store.ReadAsync(SettledName(id), cancellationToken) is { } blob
        && PipelineJson.Read<Settlement>(blob.Content, SettledName(id)) is { ReopenedAt: null } settlement
            ? settlement
            : null;

    private Task<bool> CreatePendingAsync(Message message, CancellationToken cancellationToken) =>
        store.CreateAsync(PendingName(message.Id), PipelineJson.Write(message), Turn.Of(message).ToString(), cancellationToken);

    private Task<string?> ReplaceAsync(Message message, string etag, CancellationToken cancellationToken) =>
        store.ReplaceAsync(PendingName(message.Id), PipelineJson.Write(message), etag, Turn.Of(message).ToString(), cancellationToken);

    private static string IdOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static BlobName PendingName(string id) => new(Containers.Outbox, $"{Pending}{id}.json");

    private static BlobName FailedName(string id) => new(Containers.Outbox, $"{Failed}{id}.json");

    private static BlobName SettledName(string id) => new(Containers.Outbox, $"settled/{id}.json");

    private static string SentFolder(DateOnly day) => $"sent/{day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)}/";
}

/// <summary>A message in the box, with the version that was read.</summary>
public sealed record PendingMessage(Message Message, string ETag);

/// <param name="Channel">Null where only the message itself can say.</param>
public readonly record struct DueMessage(string Id, Channel? Channel);

public enum RetryOutcome
{
    /// <summary>It waits for the next sending.</summary>
    Waiting,

    /// <summary>No failed message has that identifier.</summary>
    NotFailed,

    /// <summary>It was tried again before and has been sent.</summary>
    SentMeanwhile,

    /// <summary>Somebody else is having it tried again at this moment.</summary>
    SomebodyElse,
}
