using System.Runtime.CompilerServices;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;

namespace Monitor.Cli.Messages;

/// <summary>Where a message is.</summary>
internal enum MessageState
{
    Pending,
    Failed,
    Sent,
}

internal sealed record StoredMessage(Message Message, MessageState State);

/// <summary>The messages of the outbox, one after the other: however many there are, one is held.</summary>
internal sealed class StoredMessages(MessageBox box, DeskZone zone)
{
    /// <param name="day">Only those of this day; null for all that wait and failed, and what was sent today.</param>
    public async IAsyncEnumerable<StoredMessage> ListAsync(
        DateOnly? day, DateOnly today, bool pendingOnly, bool failedOnly, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!failedOnly)
        {
            await foreach (var pending in box.PendingAsync(cancellationToken))
            {
                if (day is null || zone.DateOf(pending.Message.DecidedAt) == day)
                {
                    yield return new StoredMessage(pending.Message, MessageState.Pending);
                }
            }
        }

        if (!pendingOnly)
        {
            await foreach (var failed in box.FailedAsync(cancellationToken))
            {
                // One that is being tried again is among those that wait.
                if ((day is null || zone.DateOf(failed.Delivery.FailedAt ?? failed.DecidedAt) == day)
                    && await box.PendingAsync(failed.Id, cancellationToken) is null)
                {
                    yield return new StoredMessage(failed, MessageState.Failed);
                }
            }
        }

        if (pendingOnly || failedOnly)
        {
            yield break;
        }

        // A day of the desk lies in two or three days of UTC.
        var wanted = day ?? today;
        foreach (var utc in (DateOnly[])[wanted.AddDays(-1), wanted, wanted.AddDays(1)])
        {
            await foreach (var sent in box.SentAsync(utc, cancellationToken))
            {
                if (sent.Delivery.SentAt is { } at && zone.DateOf(at) == wanted)
                {
                    yield return new StoredMessage(sent, MessageState.Sent);
                }
            }
        }
    }
}
