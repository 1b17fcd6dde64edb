using System.Globalization;
using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// Operations hear of messages that were given up, by another way than the one that failed, and of recipients whose servers
/// keep refusing. One notice an hour and channel at most: when a mail server fails, a thousand messages fail with it. A failure
/// is first labelled with the hour whose notice will name it, then the notice is written, then the failure is labelled as told:
/// wherever this ends, it is named in one notice. A notice that fails is told of to nobody, or there would be no end.
/// </summary>
public sealed class TellOfFailures(ConfigurationSource configuration, MessageBox box, RefusalBook refusals, NotifyOperations operations, SendOptions options)
{
    /// <summary>Failures in one notice; more than these wait for the next.</summary>
    private const int InOneNotice = 100;

    /// <returns>How many messages were decided, and what a person should know beside them.</returns>
    public async Task<(int Decided, IReadOnlyList<string> Notes)> TellAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var untold = await box.FailedUntoldAsync(cancellationToken).Take(InOneNotice).ToListAsync(cancellationToken);
        var refusing = (await refusals.AllAsync(cancellationToken)).Where(known => known.Value.InARow >= options.RefusalsToTell).ToList();
        if (untold.Count == 0 && refusing.Count == 0)
        {
            return (0, []);
        }

        var following = await configuration.LoadAsync(now, cancellationToken);
        var decided = 0;
        var notes = new List<string>();
        foreach (var channel in untold.GroupBy(failed => failed.Failed.Message.To.Channel))
        {
            foreach (var (hour, named) in await AssignAsync(following.Desk, channel.Key, [.. channel], now, cancellationToken))
            {
                var tellable = named.FindAll(failed => failed.Message.About is null);
                var to = Others(following.Desk, channel.Key, tellable);
                if (tellable.Count > 0 && to.Count == 0)
                {
                    notes.Add($"{tellable.Count} messages failed and operations have no other way to hear of it; `monitor messages list --failed` shows them");
                }
                else if (tellable.Count > 0)
                {
                    decided += await operations.OfFailedMessagesAsync(following, to, hour, [.. tellable.Select(failed => failed.Message)], now, cancellationToken);
                }

                foreach (var failed in named)
                {
                    await box.LabelFailedAsync(failed, MessageBox.Told, cancellationToken);
                }
            }
        }

        foreach (var (key, refused) in refusing)
        {
            notes.Add($"recipient {key} has refused {refused.InARow} messages in a row: {refused.LastReason}");
            decided += await operations.OfRefusingRecipientAsync(following, key, refused, now, cancellationToken);
        }

        return (decided, notes);
    }

    // By the hour whose notice names them. Those of an hour whose notice is out already wait for the next one's.
    private async Task<IReadOnlyDictionary<string, List<PendingMessage>>> AssignAsync(
        Desk desk, Channel channel, List<(PendingMessage Failed, string? Label)> untold, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture);
        var isOut = await operations.HasToldOfFailuresAsync(desk, channel, hour, cancellationToken);
        var byHour = new Dictionary<string, List<PendingMessage>>(StringComparer.Ordinal);
        foreach (var (failed, label) in untold)
        {
            var named = label is not null ? failed : isOut ? null : await box.LabelFailedAsync(failed, hour, cancellationToken);
            if (named is not null)
            {
                byHour.TryAdd(label ?? hour, []);
                byHour[label ?? hour].Add(named);
            }
        }

        return byHour;
    }

    // By other channels where operations have any; else at other addresses.
    private static List<Destination> Others(Desk desk, Channel failed, List<PendingMessage> messages)
    {
        var all = desk.DestinationsOf([desk.Operations]).ToList();
        var byOther = all.FindAll(to => to.Channel != failed);
        return byOther.Count > 0
            ? byOther
            : all.FindAll(to => !messages.Exists(message => RefusalBook.Key(message.Message.To) == RefusalBook.Key(to)));
    }
}
