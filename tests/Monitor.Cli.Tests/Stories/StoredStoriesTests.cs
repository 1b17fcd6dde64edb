using System.Text.Json;
using Monitor.Cli.Stories;
using Monitor.Core.Digests;
using Monitor.Core.Stories;
using Monitor.Core.Topics;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Cli.Tests.Stories;

public class StoredStoriesTests
{
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-11-16T18:00:00Z");

    private const string Wire = """
        SYDNEY (AAP) - Engineers began lowering Lake Tarata on Monday after a crack was found in the spillway of its dam, and families
        in the valley below were told to pack a bag. Tarata mayor Ana Tuhoro said 340 households had been asked to leave before dark.
        """;

    private readonly InMemoryBlobStore store = new();

    [Fact]
    public async Task The_table_counts_outlet_by_day_by_topic_with_reprints_firsts_and_agencies()
    {
        await KeepAsync();

        StoredStories.Csv(await CoverageAsync()).Split("\r\n").ShouldBe(
        [
            "outlet,country,day,topic,articles,reprints,first,agencies",
            "Alpha Daily,AU,2026-11-17,dams,1,0,1,AAP",
            "Beta Herald,NZ,2026-11-17,dams,1,1,0,AAP",
            "Beta Herald,NZ,2026-11-18,ferries,1,0,1,",
            "",
        ]);
    }

    [Fact]
    public async Task A_record_a_story_tells_its_headline_who_was_first_and_who_has_not_got_it()
    {
        await KeepAsync();

        var stories = JsonDocument.Parse(StoredStories.JsonOf(await CoverageAsync())).RootElement.EnumerateArray().ToList();

        stories.Count.ShouldBe(2);
        stories[0].GetProperty("headline").GetString().ShouldBe("Dam cracks at Tarata (corrected)");
        stories[0].GetProperty("first").GetString().ShouldBe("Alpha Daily");
        stories[0].GetProperty("firstPublished").GetString().ShouldBe("2026-11-16T18:00:00Z");
        stories[0].GetProperty("accounts").GetInt32().ShouldBe(1);
        stories[0].GetProperty("agencies").EnumerateArray().Select(a => a.GetString()).ShouldBe(["AAP"]);
        stories[0].GetProperty("notCarriedBy").EnumerateArray().Select(o => o.GetString()).ShouldBe(["Gamma Post"]);
        stories[0].GetProperty("cells").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Days_are_the_desks_own_and_both_ends_are_in()
    {
        await KeepAsync();
        var seventeenth = new DateOnly(2026, 11, 17);

        (await CoverageAsync(to: seventeenth)).Single().Cells.Count.ShouldBe(2);
        (await CoverageAsync(from: seventeenth, to: seventeenth)).Count.ShouldBe(1);
        (await CoverageAsync(from: seventeenth.AddDays(1))).Single().First.ShouldBe("Beta Herald");
        (await CoverageAsync(from: seventeenth.AddDays(2))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stories_that_were_merged_are_one_record()
    {
        await KeepAsync();
        var name = new BlobName(Containers.Stories, "2026-11-18.json");
        await store.CreateAsync(name, PipelineJson.Write(new StoryDay(new DateOnly(2026, 11, 18), [], [new StoryMerge("ferry", "dam", Morning)])), default);

        (await CoverageAsync()).Single().Cells.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_rebuild_writes_the_days_of_the_archive_and_says_how_many()
    {
        await KeepAsync();
        using var output = new StringWriter();

        await new StoredStories(store).RebuildAsync(output, default);

        output.ToString().ShouldBe($"stories of 2 days rebuilt from 4 archived versions{Environment.NewLine}");
        store.Names.Where(n => n.StartsWith("stories/", StringComparison.Ordinal)).ShouldBe(["stories/2026-11-16.json", "stories/2026-11-17.json"]);
    }

    [Fact]
    public async Task An_unknown_format_is_refused_and_the_known_ones_are_named()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync(["stories", "--export", "xlsx"]);

        (exitCode, output).ShouldBe((2, ""));
        error.ShouldContain("csv and json");
    }

    private Task<IReadOnlyList<ExportedStory>> CoverageAsync(DateOnly? from = null, DateOnly? to = null) =>
        new StoredStories(store).CoverageAsync(from, to, DeskZone.Find("Pacific/Auckland")!, ["Alpha Daily", "Beta Herald", "Gamma Post"], default);

    // A wire story in two outlets, one of which corrected its headline, and a day later a story of one outlet.
    private async Task KeepAsync()
    {
        var archive = new ArticleArchive(store);
        MatchedArticle[] articles =
        [
            Article("a", "Alpha Daily", "AU", "Dam cracks at Tarata", Wire, 0, "dam", "dams"),
            Article("a", "Alpha Daily", "AU", "Dam cracks at Tarata (corrected)", Wire, 2, "dam", "dams") with { Version = "2", Published = Morning },
            Article("b", "Beta Herald", "NZ", "Lake lowered", Wire, 1, "dam", "dams") with { CopyOf = "a" },
            Article("c", "Beta Herald", "NZ", "Kaitaki ferry adrift", "", 25, "ferry", "ferries"),
        ];
        foreach (var article in articles)
        {
            await archive.AddAsync(new ArchivedArticle(article, null, null, null, false, null, null), default);
        }

        var window = new StoryWindow();
        foreach (var article in articles)
        {
            window.Place(new StoryArticle(article.Id, article.Headline, article.Document.Text, article.Published, article.Outlet, article.SeenAt));
        }

        await store.CreateAsync(new BlobName(Containers.Stories, "2026-11-16.json"), PipelineJson.Write(window.Days[0]), default);
    }

    private static MatchedArticle Article(string id, string outlet, string country, string title, string text, double hours, string story, string topic) => new(
        id, "1", null, $"https://{id}.example/", "feed", outlet, country, [], Morning.AddHours(hours), Morning.AddHours(hours), story, null,
        new TopicDocument(title, "", text), [new TopicMatch(topic, 2, true, true, [])], "rules");
}
