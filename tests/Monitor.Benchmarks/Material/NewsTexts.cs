using System.Text.Json;
using Monitor.Core.Topics;

namespace Monitor.Benchmarks.Material;

/// <summary>News as text: the labelled articles and the teasers of the sample morning's look-alikes among them; or generated, matching nothing.</summary>
internal static class NewsTexts
{
    /// <summary>The labelled articles: all that the topics are about, and all that only looks so.</summary>
    public static IReadOnlyList<TopicDocument> Labelled { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds", "articles"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(Read)];

    /// <summary>Generated prose of usual length. No word of it is in any topic, but for the frequent words of English.</summary>
    public static IReadOnlyList<TopicDocument> Ordinary(int count, int seed)
    {
        var prose = new Prose(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new TopicDocument(prose.Title(), prose.Sentence(), string.Join("\n\n", Enumerable.Range(0, 10).Select(_ => prose.Paragraph()))))];
    }

    public static string Whole(TopicDocument document) => $"{document.Title}\n{document.Summary}\n{document.Text}";

    private static TopicDocument Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        return new TopicDocument(Text("title"), Text("summary"), Text("text"));
    }
}
