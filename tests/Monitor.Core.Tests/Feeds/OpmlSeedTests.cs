using System.Xml.Linq;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

/// <summary>The files that a new desk starts from.</summary>
public class OpmlSeedTests
{
    [Fact]
    public void Feeds_opml_loads_without_a_problem_and_covers_both_countries()
    {
        var load = Opml.Load("seeds/feeds.opml", Seed("feeds.opml"));

        load.Problems.ShouldBeEmpty();
        load.Feeds.Count.ShouldBeGreaterThanOrEqualTo(35);
        load.Feeds.Count(feed => feed.Country == "NZ").ShouldBeGreaterThanOrEqualTo(12);
        load.Feeds.Count(feed => feed.Country == "AU").ShouldBeGreaterThanOrEqualTo(12);
        load.Feeds.ShouldAllBe(feed => feed.Country.Length == 2 && feed.Id != Opml.IdOf(feed.Url));
    }

    [Fact]
    public void Every_address_says_where_it_was_seen() =>
        XDocument.Parse(Seed("feeds.opml")).Descendants("outline")
            .Where(outline => outline.Attribute("xmlUrl") is not null)
            .Where(outline => outline.PreviousNode is not XComment comment || !comment.Value.StartsWith(" seen: ", StringComparison.Ordinal))
            .Select(outline => outline.Attribute("id")?.Value)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("RNZ")]
    [InlineData("NZ Herald")]
    [InlineData("Stuff")]
    [InlineData("The Post")]
    [InlineData("Newsroom")]
    [InlineData("The Spinoff")]
    [InlineData("Newstalk ZB")]
    [InlineData("Te Ao Māori News")]
    [InlineData("Interest.co.nz")]
    [InlineData("Scoop")]
    [InlineData("New Zealand Government")]
    [InlineData("ABC")]
    [InlineData("SBS")]
    [InlineData("The Guardian")]
    [InlineData("Sydney Morning Herald")]
    [InlineData("The Age")]
    [InlineData("Australian Financial Review")]
    [InlineData("9News")]
    [InlineData("news.com.au")]
    [InlineData("Canberra Times")]
    [InlineData("The Conversation")]
    [InlineData("Crikey")]
    [InlineData("Lowy Institute")]
    [InlineData("ASPI")]
    [InlineData("Australian Government")]
    public void Follows(string outlet) =>
        Opml.Load("seeds/feeds.opml", Seed("feeds.opml")).Feeds.ShouldContain(feed => feed.Outlet == outlet);

    [Fact]
    public void Feeds_opml_survives_being_written_again()
    {
        var written = OpmlDocument.Read("feeds.opml", Seed("feeds.opml")).Document!.Write();

        Opml.Load("feeds.opml", written).Feeds.Select(feed => feed with { Line = 0 })
            .ShouldBe(Opml.Load("feeds.opml", Seed("feeds.opml")).Feeds.Select(feed => feed with { Line = 0 }));
        written.Split(" seen: ").Length.ShouldBe(Seed("feeds.opml").Split(" seen: ").Length);
    }

    [Fact]
    public void Desk_yaml_loads_without_a_problem_and_names_the_topics_that_are_there()
    {
        var topics = Directory.GetFiles(Path.Combine(Seeds, "topics"), "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>().ToHashSet();
        var load = Desk.Load("seeds/desk.yaml", Seed("desk.yaml"), topics);

        load.Problems.ShouldBeEmpty();
        load.Desk!.Zone.Id.ShouldBe("Pacific/Auckland");
        load.Desk.Editions.ShouldHaveSingleItem().At.ShouldBe([new TimeOnly(7, 0)]);
        load.Desk.Alerts.ShouldNotBeNull();
    }

    private static string Seeds
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Monitor.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("Monitor.sln is in no folder above the tests.");
            }

            return Path.Combine(folder.FullName, "seeds");
        }
    }

    private static string Seed(string name) => File.ReadAllText(Path.Combine(Seeds, name));
}
