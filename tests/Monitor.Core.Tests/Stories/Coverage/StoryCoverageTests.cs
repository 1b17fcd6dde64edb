using Monitor.Core.Stories.Coverage;

namespace Monitor.Core.Tests.Stories.Coverage;

public class StoryCoverageTests
{
    private static readonly DateTimeOffset Evening = DateTimeOffset.Parse("2026-11-16T22:00:00Z");

    private static readonly CoveredArticle[] Story =
    [
        new("b", "Beta Herald", "NZ", Evening, ["anzus"], "a", "AAP"),
        new("a", "Alpha Daily", "AU", Evening.AddHours(-1), ["anzus", "deportation-501"], null, "AAP"),
        new("c", "Gamma Post", "NZ", Evening.AddHours(9), [], null, null),
    ];

    private static readonly StoryCoverage Coverage =
        StoryCoverage.Of(Story, ["Alpha Daily", "Delta Times", "gamma post"], t => DateOnly.FromDateTime(t.UtcDateTime));

    [Fact]
    public void The_first_to_publish_is_told() => Coverage.First.Outlet.ShouldBe("Alpha Daily");

    [Fact]
    public void A_wire_story_counts_once() => Coverage.Accounts.ShouldBe(2);

    [Fact]
    public void Countries_are_set_against_each_other() =>
        Coverage.Countries.ShouldBe([new CountryCount("NZ", 2), new CountryCount("AU", 1)]);

    [Fact]
    public void Followed_outlets_without_the_story_are_named() => Coverage.NotCarriedBy.ShouldBe(["Delta Times"]);

    [Fact]
    public void Cells_are_by_outlet_day_and_topic() =>
        Coverage.Cells.ShouldBe(
        [
            new CoverageCell("Alpha Daily", "AU", new DateOnly(2026, 11, 16), "anzus", 1, 0, First: 1, "AAP"),
            new CoverageCell("Alpha Daily", "AU", new DateOnly(2026, 11, 16), "deportation-501", 1, 0, First: 1, "AAP"),
            new CoverageCell("Beta Herald", "NZ", new DateOnly(2026, 11, 16), "anzus", 1, 1, 0, "AAP"),
            new CoverageCell("Gamma Post", "NZ", new DateOnly(2026, 11, 17), "", 1, 0),
        ]);

    [Fact]
    public void The_table_quotes_what_must_be_quoted_and_runs_nothing() =>
        CoverageCsv.Write([new CoverageCell("=Alpha, \"Daily\"", "NZ", new DateOnly(2026, 11, 16), "anzus", 2, 1)])
            .ShouldBe("outlet,country,day,topic,articles,reprints,first,agencies\r\n\"'=Alpha, \"\"Daily\"\"\",NZ,2026-11-16,anzus,2,1,0,\r\n");

    [Fact]
    public void Cells_of_several_stories_add_up() =>
        CoverageCell.Sum(Coverage.Cells.Concat(Coverage.Cells)).Count(c => c.First == 2 && c.Articles == 2).ShouldBe(2);

    [Fact]
    public void Agencies_of_several_stories_are_named_once()
    {
        var monday = new DateOnly(2026, 11, 16);

        CoverageCell.Sum(
        [
            new("Alpha Daily", "AU", monday, "anzus", 2, 1, 0, "AAP; Reuters"),
            new("Alpha Daily", "AU", monday, "anzus", 1, 0, 1, "AAP; AFP"),
        ]).ShouldBe([new("Alpha Daily", "AU", monday, "anzus", 3, 1, 1, "AAP; AFP; Reuters")]);
    }
}
