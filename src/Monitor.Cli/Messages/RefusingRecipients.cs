using System.Text.Json;
using Monitor.Cli.Feeds;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Cli.Messages;

/// <summary>Who refuses, by the names and addresses of desk.yaml: storage knows them by a key only.</summary>
internal static class RefusingRecipients
{
    public static async Task<int> ShowAsync(RefusalBook book, Desk desk, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var known = desk.DestinationsOf(desk.Groups.Select(group => group.Id)).GroupBy(RefusalBook.Key).ToDictionary(same => same.Key, same => same.First());
        var all = await book.AllAsync(cancellationToken);
        foreach (var (key, refused) in all.OrderByDescending(entry => entry.Value.InARow).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var to = known.GetValueOrDefault(key);
            await output.WriteLineAsync(json
                ? JsonSerializer.Serialize(
                    new { Recipient = key, To = to?.Address, refused.InARow, Since = refused.Since.UtcDateTime, LastAt = refused.LastAt.UtcDateTime, refused.LastReason, refused.Messages }, MessageLines.Json)
                : $"{refused.InARow,3} refused in a row  {(to is null ? $"{key} (no longer in desk.yaml)" : MessageLines.Recipient(to))}  last {desk.Zone.TimeSeenFrom(DateOnly.MinValue, refused.LastAt)}: {Terminal.Line(refused.LastReason, 100)}");
        }

        if (!json)
        {
            await output.WriteLineAsync(all.Count == 0 ? "Nobody refuses what is sent to them." : "Messages still go to them. Put the addresses right in desk.yaml, or take them out.");
        }

        return 0;
    }
}
