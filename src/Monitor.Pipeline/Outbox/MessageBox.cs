using System.Globalization;
using System.Runtime.CompilerServices;
using Monitor.Core.Digests;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Outbox;

/// <summary>
/// Messages on their way: pending/{id}.json until they are sent/yyyy/MM/dd/{id}.json or failed/{id}.json. settled/{id}.json says
/// where a message was filed, whenever that was: it is what makes a message that is decided again, a minute or a year later, known.
/// <list type="number">
/// <item>Whoever decides a message creates it in pending, once, unless it is settled.</item>
/// <item>A sender claims it by writing over the version that it read.</item>
/// <item>It then looks again whether the message is settled: a step that ran at the same time may have decided it anew.</item>
/// <item>It sends, settles the message, files it, and removes it from pending, in this order.</item>
/// </list>
/// So a message that is settled is never sent again, and one that is not settled is never lost.
/// </summary>
public sealed class MessageBox(IBlobStore store)
{
    private const string Pending = "pending/";

    /// <summary>Puts the message in the box unless it is in there, sent or failed already. True where it is new.</summary>
    public async Task<bool> AddAsync(Message message, CancellationToken cancellationToken) =>
        await SettlementAsync(message.Id, cancellationToken) is null
        && await store.CreateAsync(PendingName(message.Id), PipelineJson.Write(message), cancellationToken);

    /// <summary>Puts a message in the box for each recipient in the groups. Returns how many of them are new.</summary>
    public async Task<int> AddAsync(Mailing mailing, Desk desk, IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var to in desk.DestinationsOf(groups))
        {
            added += await AddAsync(mailing.To(to, desk.Sender()), cancellationToken) ? 1 : 0;
        }

        return added;
    }

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

    public async IAsyncEnumerable<PendingMessage> PendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(Containers.Outbox, Pending, cancellationToken))
        {
            var name = new BlobName(Containers.Outbox, listed.Path);
            if (await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                yield return new PendingMessage(PipelineJson.Read<Message>(blob.Content, name), blob.ETag);
            }
        }
    }

    /// <summary>Takes the message for sending. Null where another sender was faster, or where it turns out to be filed already.</summary>
    public async Task<PendingMessage?> ClaimAsync(PendingMessage pending, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var delivery = pending.Message.Delivery;
        var claimed = pending.Message with
        {
            Delivery = delivery with { Attempts = delivery.Attempts + 1, ClaimedUntil = until },
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
    public Task FileFailedAsync(PendingMessage claimed, string reason, CancellationToken cancellationToken) =>
        SettleAsync(claimed.Message, new Settlement($"failed/{claimed.Message.Id}.json", null, reason), cancellationToken);

    /// <summary>Gives a claimed message back for a later attempt.</summary>
    public Task PostponeAsync(PendingMessage claimed, string reason, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var delivery = claimed.Message.Delivery with { ClaimedUntil = null, LastError = reason, NotBefore = notBefore };
        return ReplaceAsync(claimed.Message with { Delivery = delivery }, claimed.ETag, cancellationToken);
    }

    /// <summary>The messages that were sent on a day, UTC.</summary>
    public IAsyncEnumerable<Message> SentAsync(DateOnly day, CancellationToken cancellationToken) =>
        ReadAllAsync(SentFolder(day), cancellationToken);

    public IAsyncEnumerable<Message> AllSentAsync(CancellationToken cancellationToken) => ReadAllAsync("sent/", cancellationToken);

    public IAsyncEnumerable<Message> FailedAsync(CancellationToken cancellationToken) => ReadAllAsync("failed/", cancellationToken);

    private async IAsyncEnumerable<Message> ReadAllAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(Containers.Outbox, folder, cancellationToken))
        {
            var name = new BlobName(Containers.Outbox, listed.Path);
            if (await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                yield return PipelineJson.Read<Message>(blob.Content, name);
            }
        }
    }

    private async Task SettleAsync(Message message, Settlement settlement, CancellationToken cancellationToken)
    {
        await store.CreateAsync(SettledName(message.Id), PipelineJson.Write(settlement), cancellationToken);
        await FileAsync(message, settlement, cancellationToken);
    }

    private async Task FileAsync(Message message, Settlement settlement, CancellationToken cancellationToken)
    {
        var delivery = message.Delivery with { ClaimedUntil = null, LastError = settlement.Reason, SentAt = settlement.SentAt };
        await store.CreateAsync(
            new BlobName(Containers.Outbox, settlement.FiledAs), PipelineJson.Write(message with { Delivery = delivery }), cancellationToken);
        await store.DeleteAsync(PendingName(message.Id), cancellationToken);
    }

    private async Task<Settlement?> SettlementAsync(string id, CancellationToken cancellationToken) =>
        await store.ReadAsync(SettledName(id), cancellationToken) is { } blob
            ? PipelineJson.Read<Settlement>(blob.Content, SettledName(id))
            : null;

    private Task<string?> ReplaceAsync(Message message, string etag, CancellationToken cancellationToken) =>
        store.ReplaceAsync(PendingName(message.Id), PipelineJson.Write(message), etag, cancellationToken);

    private static BlobName PendingName(string id) => new(Containers.Outbox, $"{Pending}{id}.json");

    private static BlobName SettledName(string id) => new(Containers.Outbox, $"settled/{id}.json");

    private static string SentFolder(DateOnly day) => $"sent/{day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)}/";
}

/// <summary>The end of a message.</summary>
/// <param name="FiledAs">Its path in the outbox.</param>
/// <param name="SentAt">When the provider accepted it; null where it never did.</param>
/// <param name="Reason">Why it failed; null where it was sent.</param>
internal sealed record Settlement(string FiledAs, DateTimeOffset? SentAt, string? Reason);

/// <summary>A message in the box, with the version that was read.</summary>
public sealed record PendingMessage(Message Message, string ETag);
