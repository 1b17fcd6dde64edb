using System.Globalization;
using System.Text.Json;
using Monitor.Core.Stories;

namespace Monitor.Core.Tests.Stories;

public class SharedStoriesTests
{
    [Fact]
    public void Copies_share_an_original_and_other_texts_do_not()
    {
        var documents = Lines("stories/duplicates.jsonl").Select(d => (Group: Text(d, "group"), Article: new StoryArticle(
            Text(d, "id"), Text(d, "title"), Text(d, "text"), DateTimeOffset.Parse(Text(d, "published") + "Z", CultureInfo.InvariantCulture), ""))).ToList();
        var window = new StoryWindow();

        var roots = documents.Select(d => (d.Group, Root: window.Place(d.Article).DuplicateOf ?? d.Article.Id)).ToList();

        roots.GroupBy(r => r.Root).ShouldAllBe(g => g.Select(r => r.Group).Distinct().Count() == 1);
        roots.Select(r => r.Root).Distinct().Count().ShouldBeLessThan(documents.Count / 2);
    }

    [Fact]
    public void Headlines_alone_fall_into_their_stories_in_one_pass_whatever_the_order()
    {
        var documents = Lines("stories/headlines.jsonl").Select(d => (Story: Text(d, "story"), Title: Text(d, "title"))).ToList();

        Agreement(documents).ShouldBeGreaterThanOrEqualTo(0.8);
        Agreement([.. documents.Index().OrderBy(d => (d.Index * 7919) % documents.Count).Select(d => d.Item)]).ShouldBeGreaterThanOrEqualTo(0.75);
    }

    // Adjusted Rand index (Hubert and Arabie, 1985).
    private static double Agreement(List<(string Story, string Title)> documents)
    {
        var window = new StoryWindow();
        var placed = documents.Select((d, i) => (d.Story, Found: window.Place(
            new StoryArticle($"{i}", d.Title, "", DateTimeOffset.UnixEpoch.AddMinutes(i), "")).Story)).ToList();
        double Pairs<T>(IEnumerable<IGrouping<T, (string, string)>> groups) => groups.Sum(g => g.Count() * (g.Count() - 1.0) / 2);
        var (both, known, found) = (Pairs(placed.GroupBy(p => p)), Pairs(placed.GroupBy(p => p.Story)), Pairs(placed.GroupBy(p => p.Found)));
        var expected = known * found / (documents.Count * (documents.Count - 1.0) / 2);
        return (both - expected) / (((known + found) / 2) - expected);
    }

    private static IEnumerable<JsonElement> Lines(string path) =>
        File.ReadLines(SharedSuites.Find(path)).Select(l => JsonDocument.Parse(l).RootElement);

    private static string Text(JsonElement document, string name) => document.GetProperty(name).GetString()!;
}
