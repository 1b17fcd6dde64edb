using Monitor.Core.Digests;
using Monitor.Core.Topics;

namespace Monitor.Core.Tests.Digests;

public class WeeklyReviewTests
{
    private static readonly DateTimeOffset Tuesday = DateTimeOffset.Parse("2026-11-10T00:00:00Z");

    [Fact]
    public void Counts_articles_by_outlet_and_topic_with_New_Zealand_first_and_the_most_first()
    {
        var counts = WeeklyReview.Count(["anzus", "ferries"],
        [
            Article("1", "Ledger", "AU", ["anzus"]), Article("2", "Ledger", "AU", ["anzus", "ferries"]), Article("3", "Ledger", "AU", ["ferries"], copyOf: "2"),
            Article("4", "Herald", "NZ", ["anzus"]), Article("5", "Isthmus", "NZ", ["anzus"]), Article("6", "Isthmus", "NZ", ["anzus"]), Article("7", "Elsewhere", "", ["ferries"]),
        ]);

        counts.Select(outlet => (outlet.Outlet, outlet.Articles[0], outlet.Articles[1], outlet.Total, outlet.Reprints))
            .ShouldBe([("Isthmus", 2, 0, 2, 0), ("Herald", 1, 0, 1, 0), ("Ledger", 2, 2, 3, 1), ("Elsewhere", 0, 1, 1, 0)]);
    }

    [Fact]
    public void Of_an_article_the_latest_version_counts_and_once() =>
        WeeklyReview.Count(["anzus", "ferries"], [Article("1", "Herald", "NZ", ["anzus"]), Article("1", "Herald", "NZ", ["ferries"], Tuesday.AddHours(1))])
            .ShouldHaveSingleItem().Articles.ShouldBe([0, 1]);

    [Fact]
    public void An_outlet_that_wrote_of_no_topic_that_is_asked_for_has_no_line() =>
        WeeklyReview.Count(["anzus"], [Article("1", "Herald", "NZ", ["ferries"])]).ShouldBeEmpty();

    private static MatchedArticle Article(string id, string outlet, string country, string[] topics, DateTimeOffset? seenAt = null, string? copyOf = null) => new(
        id, "v", null, "https://outlet.example/", "feed", outlet, country, [], Tuesday, seenAt ?? Tuesday, "s", copyOf,
        new TopicDocument("Title", "", ""), [.. topics.Select(topic => new TopicMatch(topic, 2, true, false, []))], "rules");
}
