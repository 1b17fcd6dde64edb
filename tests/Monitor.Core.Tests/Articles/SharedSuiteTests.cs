using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles;

/// <summary>Floors on the shared suites, where present. The measure is that of the article-extraction benchmark: counts of four-word shingles.</summary>
public partial class SharedSuiteTests
{
    [Theory]
    [InlineData("aeb", 0.965)]
    [InlineData("fundus", 0.955)]
    [InlineData("fundus-eval", 0.965)]
    public void Whole_texts_reach_the_floor(string source, double floor)
    {
        var (precision, recall, pages) = (0.0, 0.0, 0);
        foreach (var item in Cases(source).Where(c => c.TryGetProperty("truth", out var t) && t.ValueKind == JsonValueKind.String))
        {
            var (truth, text) = (Shingles(item.GetProperty("truth").GetString()!), Shingles(Read(item).Text));
            var common = truth.Sum(t => Math.Min(t.Value, text.GetValueOrDefault(t.Key)));
            precision += text.Count == 0 ? 0 : (double)common / text.Values.Sum();
            recall += (double)common / truth.Values.Sum();
            pages++;
        }

        (2 * precision * recall / (precision + recall) / pages).ShouldBeGreaterThan(floor);
    }

    [Fact]
    public void Wanted_and_unwanted_passages_reach_the_floor()
    {
        var (found, lost, strayed) = (0, 0, 0);
        foreach (var item in Cases("trafilatura"))
        {
            var text = Spaces().Replace(Read(item).Text, " ");
            var wanted = Passages(item, "with").Count(text.Contains);
            found += wanted;
            lost += Passages(item, "with").Count() - wanted;
            strayed += Passages(item, "without").Count(text.Contains);
        }

        (2.0 * found / ((2 * found) + lost + strayed)).ShouldBeGreaterThan(0.925);
    }

    private static Article Read(JsonElement item)
    {
        using var file = new GZipStream(File.OpenRead(SharedSuites.Find("articles/" + item.GetProperty("path").GetString())), CompressionMode.Decompress);
        using var page = new MemoryStream();
        file.CopyTo(page);
        var url = item.TryGetProperty("url", out var u) && Uri.TryCreate(u.GetString(), UriKind.Absolute, out var address) ? address : null;
        return ArticleReader.Read(page.ToArray(), new PageHints(Url: url));
    }

    private static IEnumerable<string> Passages(JsonElement item, string name) =>
        item.TryGetProperty(name, out var passages) && passages.ValueKind == JsonValueKind.Array ? passages.EnumerateArray().Select(p => Spaces().Replace(p.GetString()!, " ").Trim()) : [];

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Words().Matches(text).Select(w => w.Value).ToArray();
        return Enumerable.Range(0, Math.Max(1, words.Length - 3)).Select(i => string.Join(' ', words.Skip(i).Take(4))).Where(s => s.Length > 0).CountBy(s => s).ToDictionary();
    }

    private static IEnumerable<JsonElement> Cases(string source) =>
        File.ReadLines(SharedSuites.Find("articles/cases.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .Where(c => c.GetProperty("source").GetString() == source);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
