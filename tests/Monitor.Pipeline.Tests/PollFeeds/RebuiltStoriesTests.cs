using System.Text;
using Monitor.Core.Addresses;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Core.Topics;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.PollFeeds;

public class RebuiltStoriesTests
{
    private static readonly DateTimeOffset Monday = DateTimeOffset.Parse("2026-11-16T06:00:00Z");

    private const string Wire = """
        Engineers began lowering Lake Tarata on Monday after a crack was found in the spillway of its dam, and families in the valley
        below were told to pack a bag. Tarata mayor Ana Tuhoro said 340 households had been asked to leave before dark.
        """;

    private readonly InMemoryBlobStore store = new();
    private readonly StoryBook book;

    public RebuiltStoriesTests() => book = new StoryBook(store);

    [Fact]
    public async Task Nothing_is_written_where_nothing_matched()
    {
        (await book.PlaceAsync([], "rules", Monday, default)).ShouldBeEmpty();
        store.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_the_articles_of_one_run_the_first_to_publish_is_the_original()
    {
        var placed = await book.PlaceAsync([Entry("late", "Lake lowered", Wire, minutes: -10), Entry("early", "Dam cracks", Wire, minutes: -90)], "rules", Monday, default);

        placed.Select(p => (p.Article.Outlet, p.Article.CopyOf)).ShouldBe([("early", null), ("late", placed[0].Article.Id)]);
    }

    [Fact]
    public async Task A_page_that_was_not_read_is_placed_by_its_teaser()
    {
        var page = (await book.PlaceAsync([Entry("page", "Dam cracks", Wire)], "rules", Monday, default)).Single().Article;
        var teaser = Entry("teaser", "Families told to pack a bag", "") with { Document = new TopicDocument("Families told to pack a bag", Wire, "") };

        (await book.PlaceAsync([teaser], "rules", Monday.AddHours(1), default)).Single().Article.Story.ShouldBe(page.Story);
    }

    [Fact]
    public async Task Stories_rebuilt_from_the_archive_are_the_very_documents_that_the_runs_wrote()
    {
        var archived = await RunsOfTenDaysAsync();
        var written = await DocumentsAsync();
        foreach (var path in written.Keys.Where((_, i) => i % 2 == 0))
        {
            await store.DeleteAsync(new BlobName(Containers.Stories, path), default);
        }

        var days = await book.RebuildAsync(archived.AsEnumerable().Reverse(), default);

        days.ShouldBe(written.Count);
        (await DocumentsAsync()).ShouldBe(written);
        written.Values.ShouldContain(document => document.Contains("\"from\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_rebuild_a_merged_story_still_lives_on_in_its_elder()
    {
        var archived = await RunsOfTenDaysAsync();
        var before = await book.ReadAsync(Monday, default);
        var merge = before.Days.SelectMany(d => d.Merges).First();

        await book.RebuildAsync(archived, default);

        var after = await book.ReadAsync(Monday, default);
        after.Current(merge.From).ShouldBe(merge.Into);
        after.Articles(merge.From).Select(a => a.Id).ShouldBe(before.Articles(merge.Into).Select(a => a.Id));
    }

    // Two stories that turn out to be one on the first day; a ferry inquiry that goes on; copies; a correction.
    private async Task<List<MatchedArticle>> RunsOfTenDaysAsync()
    {
        var archived = new List<MatchedArticle>();
        async Task Run(double hours, params ReadEntry[] entries) =>
            archived.AddRange((await book.PlaceAsync(entries, "rules", Monday.AddHours(hours), default)).Select(p => p.Article));

        await Run(-4, Entry("d1", "Waimea dam leak forces evacuation of Brightwater", ""), Entry("d2", "Brightwater evacuation: Waimea dam leak widens", "", -5));
        await Run(-3, Entry("d3", "Tasman mayor Tim King declares emergency", ""), Entry("d4", "Mayor Tim King: Tasman emergency may last days", "", -9));
        await Run(-2, Entry("d5", "Tasman emergency: mayor Tim King says Waimea dam leak at Brightwater is worst in decades", ""));
        await Run(-1, Entry("d6", "Waimea dam leak: Brightwater evacuation goes on, says Tasman mayor Tim King", ""));
        await Run(0, Entry("w2", "Lake lowered", Wire, -10), Entry("w1", "Dam cracks at Tarata", Wire, -90));
        await Run(0.2, Entry("w1", "Corrected: dam cracks at Tarata", Wire.Replace("340", "410", StringComparison.Ordinal), -90));
        for (var day = 1; day <= 10; day++)
        {
            await Run(day * 24, Entry($"f{day}", $"Kaitaki ferry inquiry, sitting {day}", "", -30), Entry($"g{day}", $"Inquiry into the Kaitaki hears from crew on sitting {day}", "", -40));
        }

        return archived;
    }

    private async Task<Dictionary<string, string>> DocumentsAsync()
    {
        var documents = new Dictionary<string, string>();
        await foreach (var listed in store.ListAsync(Containers.Stories, "", default))
        {
            documents[listed.Path] = Encoding.UTF8.GetString((await store.ReadAsync(new BlobName(Containers.Stories, listed.Path), default))!.Content.Span);
        }

        return documents;
    }

    private static ReadEntry Entry(string outlet, string title, string text, double minutes = 0)
    {
        var feed = new FollowedFeed(outlet, outlet, new Uri($"https://{outlet}.example/feed"), outlet, "NZ", false, 1);
        var published = minutes == 0 ? (DateTimeOffset?)null : Monday.AddMinutes(minutes);
        var sighted = new SightedEntry(feed, new Entry("1", title, null, published, null, null, null, null, []), false, false);
        return new ReadEntry(sighted, CanonicalUrl.TryCreate($"https://{outlet}.example/1")!, new TopicDocument(title, "", text), null, null, null, []);
    }
}
