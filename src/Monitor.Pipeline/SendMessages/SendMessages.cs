using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Digests;
using Monitor.Pipeline.Alerts;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Runs;

namespace Monitor.Pipeline.SendMessages;

/// <summary>
/// Every minute: alerts that have waited long enough are put in the outbox, and what is in the outbox goes out, what is most
/// urgent first, at each provider's pace. Claim, send, file: a sender
/// that dies after the provider said yes and before the message is filed leaves one that is in doubt. It is asked for where the
/// provider can be asked, and else sent again under the same Message-ID; nothing else is ever sent twice, and nothing is filed
/// as sent that was not accepted. What its recipient has left since it was decided is withdrawn.
/// </summary>
/// <param name="failures">Tells operations of what was given up; null where nobody is to be told.</param>
/// <param name="alerts">Lets go what is due of the alerts; null where there are none.</param>
public sealed class SendMessages(
    MessageBox box,
    IEnumerable<IMessageSender> senders,
    SendOptions options,
    TimeProvider clock,
    PaceBook paces,
    RefusalBook refusals,
    TellOfFailures? failures = null,
    ReleaseAlerts? alerts = null,
    ILogger<SendMessages>? logger = null)
{
    public const string Name = "SendMessages";

    /// <summary>So many messages in a row that cannot even be handled are not the messages' fault.</summary>
    private const int FaultsToStop = 3;

    public async Task<RunReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decided = 0;
        RunReport report;
        try
        {
            decided = alerts is null ? 0 : await alerts.RunAsync(now, cancellationToken);
        }
        finally
        {
            // An alert that cannot be decided keeps nothing else from going out.
            report = await SendAsync(now, cancellationToken);
        }

        return report with { Messages = report.Messages! with { Decided = report.Messages.Decided + decided } };
    }

    private async Task<RunReport> SendAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var time = new RunClock(clock, now, options.RunFor);
        var gates = senders.GroupBy(sender => sender.Channel).ToDictionary(channel => channel.Key, channel => new Gate(channel.First(), paces, time));
        var round = new Round(box, gates, options, time, refusals, await box.UnsubscribedAsync(cancellationToken), logger ?? NullLogger<SendMessages>.Instance);
        try
        {
            await SendAsync(round, gates, time, cancellationToken);
        }
        finally
        {
            foreach (var gate in gates.Values)
            {
                gate.Dispose();
            }
        }

        var notes = round.Notes.ToList();
        if (round.Withdrawn > 0)
        {
            notes.Add($"withdrawn because their recipients have unsubscribed: {round.Withdrawn}");
        }

        var told = 0;
        if (round.Failed > 0 && failures is not null)
        {
            var (decided, more) = await failures.TellAsync(time.Now, cancellationToken);
            told = decided;
            notes.AddRange(more);
        }

        round.ThrowFaults();
        return new RunReport(Name, now, 0, "", null, new MessageCounts(told, round.Sent, round.Postponed, round.Failed), [], notes);
    }

    private async Task SendAsync(Round round, Dictionary<Channel, Gate> gates, RunClock time, CancellationToken cancellationToken)
    {
        foreach (var gate in gates.Values)
        {
            await gate.HasRoomAsync(cancellationToken);
        }

        // While no provider takes anything there is nothing to look for.
        if (gates.Count > 0 && gates.Values.All(gate => gate.IsClosed))
        {
            return;
        }

        var side = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancellationToken };
        var handled = 0;
        do
        {
            handled = round.Handled;
            var due = await box.DueAsync(time.Now, options.PerListing, IsServed, cancellationToken);
            await Parallel.ForEachAsync(due, side, async (message, token) =>
            {
                if (time.Now < time.End && round.Faults < FaultsToStop && (message.Channel is not { } channel || IsServed(channel)))
                {
                    await round.HandleAsync(message.Id, token);
                }
            });
        }
        while (round.Handled > handled && time.Now < time.End && round.Faults < FaultsToStop);

        // A channel without a sender counts as served: its messages are put off with that reason.
        bool IsServed(Channel channel) => !(gates.TryGetValue(channel, out var gate) && gate.IsClosed);
    }
}
