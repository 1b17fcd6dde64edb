using Monitor.Core.Articles;
using Monitor.Core.Revisions;

namespace Monitor.Core.Tests.Revisions;

public class PageAbsenceTests
{
    private static readonly Uri Asked = new("https://north.example/world/2026/11/flight-from-brisbane");

    [Theory]
    [InlineData("To_the_front_page", "https://north.example/", ArticleKind.IndexPage, "North Times", "redirects to the front page")]
    [InlineData("To_the_front_page_by_name", "https://north.example/index.html?gone=1", ArticleKind.Article, "North Times", "redirects to the front page")]
    [InlineData("To_its_section", "https://north.example/world", ArticleKind.IndexPage, "World", "redirects to an index page")]
    [InlineData("An_error_page_that_says_200", "https://north.example/world/2026/11/flight-from-brisbane", ArticleKind.Article, "Page not found | North Times", "says that there is no such page")]
    public void The_article_is_not_there(string what, string answered, ArticleKind kind, string title, string reason) =>
        PageAbsence.Of(Asked, new Uri(answered), Page(title, "", kind), "A flight from Brisbane").ShouldBe(reason, what);

    [Theory]
    [InlineData("Where_it_was", "https://north.example/world/2026/11/flight-from-brisbane", ArticleKind.Article, "A flight from Brisbane")]
    [InlineData("Under_a_new_slug", "https://north.example/world/2026/11/fourteen-on-flight", ArticleKind.Article, "Fourteen on flight from Brisbane")]
    [InlineData("Above_but_an_article", "https://north.example/world/2026", ArticleKind.Article, "A flight from Brisbane")]
    [InlineData("A_new_headline_about_missing_things", "https://north.example/world/2026/11/flight-from-brisbane", ArticleKind.Article, "Black box not found after flight")]
    public void The_article_is_there(string what, string answered, ArticleKind kind, string title) =>
        PageAbsence.Of(Asked, new Uri(answered), Page(title, string.Concat(Enumerable.Repeat("The department said so. ", 40)), kind), "A flight from Brisbane").ShouldBeNull(what);

    [Fact]
    public void An_article_about_missing_pages_is_there() =>
        PageAbsence.Of(Asked, Asked, Page("404: the story of an error", "Short."), "404: the story of an error").ShouldBeNull();

    private static Article Page(string title, string text, ArticleKind kind = ArticleKind.Article) =>
        new(title, [], null, null, null, null, null, text, kind, false);
}
