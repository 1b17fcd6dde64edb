using System.Text.Json;
using Monitor.Cli.Filters;
using Monitor.Core.Topics.Calibration;

namespace Monitor.Cli.Authoring;

/// <summary>
/// Labelled articles from a folder: JSON lines (*.jsonl: id, title, summary, text, labels, why), or plain text files with
/// labels.jsonl beside them ({"file", "labels"}).
/// </summary>
internal static class LabelledFiles
{
    public static string Default => Path.Combine(TopicFolder.Root, "seeds", "articles");

    /// <exception cref="InvalidDataException">A line cannot be used; the message names file and line.</exception>
    public static IReadOnlyList<LabelledArticle> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    public static IEnumerable<LabelledArticle> ReadFile(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Read(path, number, line);
            }
        }
    }

    private static LabelledArticle Read(string path, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            var labels = article.GetProperty("labels").EnumerateObject()
                .Where(l => l.Value.ValueKind == JsonValueKind.Number)
                .ToDictionary(l => l.Name, l => l.Value.GetInt32() is >= 0 and <= 2 and var level ? level : throw new JsonException("labels are 0, 1 and 2"));
            var why = JsonLines.Text(article, "why") ?? "";
            return JsonLines.Text(article, "file") is { } file
                ? new LabelledArticle(file, Documents.FromText(File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(file)))), labels, why)
                : new LabelledArticle(JsonLines.Text(article, "id") ?? throw new JsonException("the article has no \"id\""), Documents.FromJson(article), labels, why);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
        }
    }
}
