using System.Text.Json;
using Monitor.Core.Articles;
using Monitor.Core.Topics;

namespace Monitor.Benchmarks.Material;

/// <summary>News as text: a morning of it with the labelled articles, far denser in matches than any real day; or generated, matching nothing.</summary>
internal static class NewsTexts
{
    /// <summary>The articles of the sample morning, and those that the topics are fitted to.</summary>
    public static IReadOnlyList<TopicDocument> News { get; } = [.. Morning(), .. Labelled()];

    /// <summary>Generated prose of usual length. No word of it is in any topic, but for the frequent words of English.</summary>
    public static IReadOnlyList<TopicDocument> Ordinary(int count, int seed)
    {
        var prose = new Prose(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new TopicDocument(prose.Title(), prose.Sentence(), string.Join("\n\n", Enumerable.Range(0, 10).Select(_ => prose.Paragraph()))))];
    }

    public static string Whole(TopicDocument document) => $"{document.Title}\n{document.Summary}\n{document.Text}";

    private static IEnumerable<TopicDocument> Morning() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds", "demo"), "*.html", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => ArticleReader.Read(File.ReadAllBytes(path)))
            .Select(article => new TopicDocument(article.Title ?? "", "", article.Text));

    private static IEnumerable<TopicDocument> Labelled() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds", "articles"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(Read);

    private static TopicDocument Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        return new TopicDocument(Text("title"), Text("summary"), Text("text"));
    }
}
