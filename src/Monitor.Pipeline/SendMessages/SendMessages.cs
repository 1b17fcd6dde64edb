using System.ComponentModel.DataAnnotations;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Runs;

namespace Monitor.Pipeline.SendMessages;

/// <summary>
/// Every minute: what is in the outbox goes out. Claim, send, file: a sender that dies after the provider said yes and before
/// the message is filed leaves one that is sent again when its claim runs out, under the same Message-ID; nothing else is ever
/// sent twice, and nothing is filed as sent that was not accepted.
/// </summary>
public sealed class SendMessages(MessageBox box, IEnumerable<IMessageSender> senders, SendOptions options, TimeProvider clock)
{
    public const string Name = "SendMessages";

    public async Task<RunReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sent, postponed, failed) = (0, 0, 0);
        var started = clock.GetTimestamp();
        await foreach (var pending in box.PendingAsync(cancellationToken))
        {
            var at = now + clock.GetElapsedTime(started);
            if (!IsReady(pending.Message.Delivery, at)
                || await box.ClaimAsync(pending, at + options.ClaimFor, cancellationToken) is not { } claimed)
            {
                continue;
            }

            switch (await HandOverAsync(claimed.Message, cancellationToken))
            {
                case SendOutcome.Accepted:
                    await box.FileSentAsync(claimed, now + clock.GetElapsedTime(started), cancellationToken);
                    sent++;
                    break;
                case SendOutcome.Recoverable again when claimed.Message.Delivery.Attempts < options.MaxAttempts:
                    await box.PostponeAsync(claimed, again.Reason, at + Pause(claimed.Message.Delivery.Attempts, again.RetryAfter), cancellationToken);
                    postponed++;
                    break;
                case SendOutcome.Recoverable last:
                    await box.FileFailedAsync(claimed, $"{last.Reason}; given up after {claimed.Message.Delivery.Attempts} attempts", cancellationToken);
                    failed++;
                    break;
                case SendOutcome.Permanent refused:
                    await box.FileFailedAsync(claimed, refused.Reason, cancellationToken);
                    failed++;
                    break;
            }
        }

        return new RunReport(Name, now, 0, "", null, new MessageCounts(0, sent, postponed, failed), [], []);
    }

    // A channel that nobody serves is a setting to be mended, and the message waits for it.
    private async Task<SendOutcome> HandOverAsync(Message message, CancellationToken cancellationToken) =>
        senders.FirstOrDefault(sender => sender.Channel == message.To.Channel) is { } sender
            ? await sender.SendAsync(message, cancellationToken)
            : new SendOutcome.Recoverable($"nothing here sends to {message.To.Channel}");

    private static bool IsReady(Delivery delivery, DateTimeOffset now) =>
        !(delivery.NotBefore > now) && !(delivery.ClaimedUntil > now);

    // Doubles from the first pause; never shorter than the provider asks for.
    private TimeSpan Pause(int attempts, TimeSpan? asked)
    {
        var growing = options.FirstPause * Math.Pow(2, Math.Min(attempts - 1, 10));
        var pause = growing < options.LongestPause ? growing : options.LongestPause;
        return asked > pause ? asked.Value : pause;
    }
}

public sealed class SendOptions
{
    /// <summary>Attempts before a message is filed as failed. Default 12: with the pauses below about a day.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 12;

    /// <summary>How long a sender may have a message before another takes it over. Default 5 minutes: longer than any provider's time limit.</summary>
    public TimeSpan ClaimFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Pause after the first failed attempt; it doubles with each one. Default 1 minute.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest pause between attempts. Default 4 hours.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(4);
}
