using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles;

public class PageKindTests
{
    [Fact]
    public void A_live_blog_with_more_updates_to_load_is_partial()
    {
        var page = Pages.Read(Pages.Html("", "", "<button class='load-more'>Load more</button><div class='load-more-updates'></div>", """<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry: live"}</script>"""));
        page.Kind.ShouldBe(ArticleKind.LiveBlog);
        page.Partial.ShouldBeTrue();
    }

    [Fact]
    public void A_whole_article_behind_a_soft_paywall_is_an_article()
    {
        var paragraphs = string.Concat(Enumerable.Range(1, 20).Select(i => $"<p>On day {i} the ferry left the wharf at noon with ninety people on board, and came back at one o'clock.</p>"));
        var page = Pages.Read(Pages.Html("", paragraphs, "", """<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","isAccessibleForFree":false}</script>"""));
        page.Kind.ShouldBe(ArticleKind.Article);
        page.Partial.ShouldBeFalse();
    }

    [Fact]
    public void A_text_that_breaks_off_at_a_barrier_is_a_teaser() =>
        Pages.Read($"<html><body><h1>Ferry turns back</h1><div class='article-body'><p>{Pages.First}</p></div><div class='paywall'><p>Subscribe to read on.</p></div></body></html>").Kind.ShouldBe(ArticleKind.PaywalledTeaser);

    [Fact]
    public void A_player_with_a_line_of_text_is_a_video() =>
        Pages.Read($"<html><head><meta property='og:type' content='video.other'></head><body><h1>Ferry turns back</h1><p>{Pages.First}</p></body></html>").Kind.ShouldBe(ArticleKind.Video);

    [Fact]
    public void Pictures_with_a_line_of_text_are_a_gallery() =>
        Pages.Read($"<html><body><h1>Ferry turns back</h1><p>{Pages.First}</p></body></html>", "https://wharf.example/photos/ferry").Kind.ShouldBe(ArticleKind.Gallery);

    [Fact]
    public void A_page_of_linked_headlines_is_an_index() =>
        Pages.Read("<html><body>" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<div><h3><a href='/{i}'>The {i}th story of the day and what it is about</a></h3></div>")) + "</body></html>").Kind.ShouldBe(ArticleKind.IndexPage);

    [Fact]
    public void A_page_of_linked_headlines_with_a_line_of_text_each_is_an_index() =>
        Pages.Read("<html><body><main>" + string.Concat(Enumerable.Range(1, 20).Select(i => $"<div><h3><a href='/{i}'>The {i}th story of the day</a></h3><p>What the {i}th story of the day is about, in one sentence and no more than one.</p></div>")) + "</main></body></html>").Kind.ShouldBe(ArticleKind.IndexPage);

    [Fact]
    public void A_page_cut_at_the_bound_is_partial() =>
        ArticleReader.Read(System.Text.Encoding.UTF8.GetBytes(Pages.Html("", "", "")), new PageHints(MaxBytes: 400)).Partial.ShouldBeTrue();
}
