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

    /// <summary>JSON lines, one after another; a line that is none is an <see cref="InvalidDataException"/> that names it.</summary>
    public static IEnumerable<(string Id, TopicDocument Document)> ReadLines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()))
        {
            number++;
            if (line.Length > 0)
            {
                yield return Read(path, number, line);
            }
        }
    }

    private static (string Id, TopicDocument Document) Read(string path, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (JsonLines.Text(json.RootElement, "id") ?? $"line {number}", FromJson(json.RootElement));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
        }
    }

    /// <summary>The first line is the title where an empty line follows it; otherwise all is text.</summary>
    public static TopicDocument FromText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', 3);
        return lines.Length == 3 && lines[1].Length == 0 ? new TopicDocument(lines[0], "", lines[2]) : new TopicDocument("", "", text);
    }
}
