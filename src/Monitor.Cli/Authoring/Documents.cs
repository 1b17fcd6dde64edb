using System.Text.Json;
using Monitor.Cli.Filters;
using Monitor.Core.Topics;

namespace Monitor.Cli.Authoring;

/// <summary>Documents as the tools are given them.</summary>
internal static class Documents
{
    public static TopicDocument FromJson(JsonElement request) => new(
        JsonLines.Text(request, "title") ?? "",
        JsonLines.Text(request, "summary") ?? "",
        JsonLines.Text(request, "text") ?? "");

    /// <summary>The first line is the title where an empty line follows it; otherwise all is text.</summary>
    public static TopicDocument FromText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', 3);
        return lines.Length == 3 && lines[1].Length == 0 ? new TopicDocument(lines[0], "", lines[2]) : new TopicDocument("", "", text);
    }
}
