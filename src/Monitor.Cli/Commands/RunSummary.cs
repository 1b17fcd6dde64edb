using System.Text.Json.Nodes;

namespace Monitor.Cli.Commands;

/// <summary>A run's report in one line.</summary>
internal static class RunSummary
{
    public static string Of(string function, JsonNode report)
    {
        var parts = new List<string>();
        if (report["poll"] is { } poll)
        {
            parts.Add($"{poll["feedsRead"]} of {poll["feedsDue"]} feeds read ({poll["feedsUnchanged"]} unchanged), {poll["entriesNew"]} entries new, {poll["entriesChanged"]} changed, {poll["pagesRead"]} pages read");
        }

        if (report["shardsQueued"] is { } queued)
        {
            parts.Add($"{queued} shards queued");
        }

        foreach (var count in (string[])["decided", "sent", "postponed", "failed"])
        {
            if (report["messages"]?[count]?.GetValue<int>() is > 0 and var messages)
            {
                parts.Add($"{messages} {(messages == 1 ? "message" : "messages")} {count}");
            }
        }

        parts.AddRange(report["notes"]?.AsArray().Select(note => note!.ToString()) ?? []);
        return $"{function}: {(parts.Count > 0 ? string.Join("; ", parts) : "nothing to do")}";
    }
}
