using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Telemetry;
using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Pipeline.SendMessages;

/// <summary>One run's way through the messages whose turn it is. Each is handled by itself: one that cannot be stops no other.</summary>
internal sealed partial class Round(
    MessageBox box, IReadOnlyDictionary<Channel, Gate> gates, SendOptions options, RunClock time, RefusalBook refusals, Unsubscribed unsubscribed, ILogger logger)
{
    private readonly ConcurrentQueue<Exception> faults = [];
    private int sent;
    private int postponed;
    private int failed;
    private int withdrawn;

    public int Sent => sent;

    public int Postponed => postponed;

    public int Failed => failed;

    public int Withdrawn => withdrawn;

    public int Handled => sent + postponed + failed + withdrawn;

    public int Faults => faults.Count;

    /// <summary>What a person should know; names no address.</summary>
    public ConcurrentQueue<string> Notes { get; } = [];

    /// <summary>Hands what went wrong unexpectedly to whoever triggered the run.</summary>
    public void ThrowFaults()
    {
        if (!faults.IsEmpty)
        {
            throw new AggregateException($"{faults.Count} messages could not be handled", faults);
        }
    }

    public async Task HandleAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(id, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            faults.Enqueue(e);
        }
    }

    private async Task TryAsync(string id, CancellationToken cancellationToken)
    {
        if (await box.PendingAsync(id, cancellationToken) is not { } pending || !Turn.Of(pending.Message).HasCome(time.Now))
        {
            return;
        }

        if (IsUnwanted(pending.Message))
        {
            await WithdrawAsync(pending, cancellationToken);
            return;
        }

        var gate = gates.GetValueOrDefault(pending.Message.To.Channel);
        // Asking after a work that is under way takes nothing from the pace of sending.
        if ((gate is not null && !(pending.Message.Delivery.Operation is null ? await gate.TakeSlotAsync(cancellationToken) : !gate.IsClosed))
            || await box.ClaimAsync(pending, time.Now + options.ClaimFor, cancellationToken) is not { } claimed)
        {
            return;
        }

        using var trace = Instruments.Traces.StartActivity("send message");
        // One that has been the end of every sender that took it is not tried for ever.
        var outcome = claimed.Message.Delivery.Attempts > options.MaxAttempts
            ? new SendOutcome.Permanent("no attempt came to an end")
            // A channel that nobody serves is a setting to be mended, and the message waits for it.
            : gate is null ? new SendOutcome.Recoverable($"nothing here sends to {pending.Message.To.Channel}") : await gate.SendAsync(claimed.Message, cancellationToken);
        Tell(trace, claimed.Message, outcome);
        await FileAsync(claimed, outcome, gate, cancellationToken);
    }

    private void Tell(Activity? trace, Message message, SendOutcome outcome)
    {
        var (word, reason) = outcome switch
        {
            SendOutcome.Accepted => ("accepted", ""),
            SendOutcome.Underway => ("underway", ""),
            SendOutcome.Recoverable again => ("recoverable", again.Reason),
            SendOutcome.Permanent refused => ("permanent", refused.Reason),
            _ => ("unknown", ""),
        };
        trace?.SetTag("monitor.message", message.Id).SetTag("monitor.kind", message.Kind.ToString()).SetTag("monitor.outcome", word);
        MessageTried(message.Id, message.Kind, message.Delivery.Attempts, word, LogText.WithoutAddresses(reason));
    }

    // What the provider is at work on takes its course.
    private bool IsUnwanted(Message message) =>
        message.Delivery.Operation is null && unsubscribed.Has(message.List, message.To);

    private async Task WithdrawAsync(PendingMessage pending, CancellationToken cancellationToken)
    {
        if (await box.ClaimAsync(pending, time.Now + options.ClaimFor, cancellationToken) is { } claimed)
        {
            await box.FileWithdrawnAsync(claimed, "its recipient has unsubscribed", time.Now, cancellationToken);
            Interlocked.Increment(ref withdrawn);
        }
    }

    private async Task FileAsync(PendingMessage claimed, SendOutcome outcome, Gate? gate, CancellationToken cancellationToken)
    {
        var (message, delivery) = (claimed.Message, claimed.Message.Delivery);
        switch (outcome)
        {
            case SendOutcome.Accepted:
                await box.FileSentAsync(claimed, time.Now, cancellationToken);
                Interlocked.Increment(ref sent);
                await refusals.AcceptedAsync(message.To, cancellationToken);
                break;

            case SendOutcome.Underway underway when !HasTakenTooLong(delivery):
                await box.PostponeAsync(
                    claimed,
                    delivery with
                    {
                        InDoubt = false,
                        Operation = underway.Operation,
                        OperationAt = delivery.Operation == underway.Operation ? delivery.OperationAt : time.Now,
                        NotBefore = time.Now + Longer(options.AskAfter, underway.RetryAfter),
                    },
                    cancellationToken);
                Interlocked.Increment(ref postponed);
                break;

            case SendOutcome.Underway:
                await FailAsync(claimed, TooLong, cancellationToken);
                break;

            case SendOutcome.Recoverable again:
                if (again.OfProvider && gate is not null)
                {
                    await gate.CloseAsync(again.RetryAfter, cancellationToken);
                }

                await TryAgainAsync(claimed, again, cancellationToken);
                break;

            case SendOutcome.Permanent refused:
                if (refused.OfRecipient)
                {
                    await refusals.RefusedAsync(message.To, message.Id, refused.Reason, time.Now, cancellationToken);
                }

                await FailAsync(claimed, refused.Reason, cancellationToken);
                break;
        }
    }

    private async Task TryAgainAsync(PendingMessage claimed, SendOutcome.Recoverable again, CancellationToken cancellationToken)
    {
        var delivery = claimed.Message.Delivery;
        if (delivery.Attempts >= options.MaxAttempts && (delivery.Operation is null || again.OperationEnded))
        {
            await FailAsync(claimed, $"{again.Reason}; given up after {delivery.Attempts} attempts", cancellationToken);
            return;
        }

        if (delivery.Operation is not null && !again.OperationEnded && HasTakenTooLong(delivery))
        {
            await FailAsync(claimed, TooLong, cancellationToken);
            return;
        }

        var next = delivery.Then(time.Now, again.Reason) with
        {
            LastError = again.Reason,
            NotBefore = time.Now + Longer(Pause(delivery.Attempts), again.RetryAfter),
            InDoubt = again.InDoubt,
        };
        await box.PostponeAsync(
            claimed,
            again.OperationEnded ? next with { Operation = null, OperationAt = null, OperationsEnded = delivery.OperationsEnded + 1 } : next,
            cancellationToken);
        Interlocked.Increment(ref postponed);
    }

    private async Task FailAsync(PendingMessage claimed, string reason, CancellationToken cancellationToken)
    {
        await box.FileFailedAsync(claimed, reason, time.Now, cancellationToken);
        Interlocked.Increment(ref failed);
        Notes.Enqueue($"message {claimed.Message.Id} ({claimed.Message.Kind}) failed: {reason}");
    }

    private string TooLong => $"the provider has not said within {options.OperationFor.TotalHours:0.#} h what became of it";

    private bool HasTakenTooLong(Delivery delivery) => time.Now - delivery.OperationAt >= options.OperationFor;

    // Doubles from the first pause.
    private TimeSpan Pause(int attempts)
    {
        var growing = options.FirstPause * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10));
        return growing < options.LongestPause ? growing : options.LongestPause;
    }

    // Never shorter than the provider asks for.
    private static TimeSpan Longer(TimeSpan pause, TimeSpan? asked) => asked > pause ? asked.Value : pause;

    [LoggerMessage(1301, LogLevel.Information, "message {Message} ({Kind}), attempt {Attempt}: {Outcome} {Reason}")]
    private partial void MessageTried(string message, MessageKind kind, int attempt, string outcome, string reason);
}
