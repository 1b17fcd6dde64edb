using System.Globalization;
using System.Text;
using Monitor.Core.Topics;

namespace Monitor.Benchmarks.Material;

/// <summary>Topic files: the two of the desk, and as many more as a large desk might follow.</summary>
internal static class ManyTopics
{
    public const int PhrasesEach = 20;

    public static IReadOnlyList<TopicFile> Desk { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds", "topics"), "*.yaml").Order(StringComparer.Ordinal).Select(path => new TopicFile(Path.GetFileName(path), File.ReadAllText(path)))];

    /// <summary>Topics of twenty phrases, each of one to three words: names and plain words, as people and bodies are called.</summary>
    public static IReadOnlyList<TopicFile> Generated(int count)
    {
        var prose = new Prose(2026);
        return [.. Enumerable.Range(0, count).Select(i => Topic(prose, i))];
    }

    /// <summary>All phrases of topic files as they are written, stars taken off.</summary>
    public static IReadOnlyList<string> Phrases(TopicSet set) =>
        [.. set.Topics.SelectMany(t => t.Signals).SelectMany(s => s.Groups).SelectMany(g => g).Select(p => p.TrimEnd('*')).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static TopicFile Topic(Prose prose, int number)
    {
        // Every name is marked with a sign that prose never holds: what is measured is text that matches none.
        var phrases = Enumerable.Range(0, PhrasesEach).Select(i => (i % 3) switch
        {
            0 => prose.Name() + "q",
            1 => $"{prose.Name()} {prose.Name()}q",
            _ => $"{prose.Name()} {prose.Name()} {prose.Name()}q",
        }).Select(p => p.ToLowerInvariant()).ToList();
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $$"""
            id: generated-{{number}}
            name: Generated {{number}}
            signals:
              - id: all
                any: [{{string.Join(", ", phrases)}}]
                weight: 1
            thresholds: { match: 1, central: 2 }
            samples:
              must: [They spoke of {{phrases[0]}} today.]
              mustNot: [Nobody spoke of anything.]

            """);
        return new TopicFile($"generated-{number}.yaml", file.ToString());
    }
}
