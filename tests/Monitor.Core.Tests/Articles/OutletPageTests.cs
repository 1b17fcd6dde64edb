using Monitor.Core.Tests.Articles.Outlets;

namespace Monitor.Core.Tests.Articles;

public class OutletPageTests
{
    public static TheoryData<OutletPage> Pages =>
        [Rnz.Page, Stuff.Page, NzHerald.Page, OneNews.Page, AbcNews.Page, Smh.Page, Guardian.Page, NewsComAu.Page, NineNews.Page, Conversation.Page];

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void The_text_is_the_article_and_nothing_but_the_article(OutletPage page) =>
        page.Read().Text.Split("\n\n").ShouldBe(page.Paragraphs);

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void The_title_is_the_headline_without_the_outlet(OutletPage page) => page.Read().Title.ShouldBe(page.Title);

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void The_byline_names_who_wrote_it(OutletPage page) => page.Read().Byline.ShouldBe(page.Byline);

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Times_are_instants(OutletPage page)
    {
        var article = page.Read();
        Written(article.Published).ShouldBe(page.Published);
        Written(article.Modified).ShouldBe(page.Modified);
    }

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void The_kind_and_whether_it_is_whole_are_told(OutletPage page)
    {
        var article = page.Read();
        article.Kind.ShouldBe(page.Kind);
        article.Partial.ShouldBe(page.Partial);
    }

    private static string? Written(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
