namespace Monitor.Core.Tests.Articles;

public class KeptTests
{
    [Theory]
    [InlineData("a subheading", "<h2>Into the wind</h2>", "Into the wind")]
    [InlineData("a list", "<ul><li>Nine crew</li><li>Two dogs</li></ul>", "Nine crew\n\nTwo dogs")]
    [InlineData("a quotation", "<blockquote>We went as far as we could.</blockquote>", "We went as far as we could.")]
    [InlineData("a post quoted from elsewhere", "<blockquote class='twitter-tweet'><p>Boat has turned round. All fine. Bit green.</p></blockquote>", "Boat has turned round. All fine. Bit green.")]
    [InlineData("a table", "<table><tr><td>Wind</td><td>45 knots</td></tr></table>", "Wind\n\n45 knots")]
    [InlineData("a short answer", "<p>Why?</p>", "Why?")]
    [InlineData("a link inside a sentence", "<p>The <a href='/c'>company</a> has two boats.</p>", "The company has two boats.")]
    [InlineData("a line break", "<p>Noon: away.<br>One: back.</p>", "Noon: away.\nOne: back.")]
    [InlineData("paragraphs parted by two line breaks", "<div>Noon: it was away.<br><br>One: it was back.</div>", "Noon: it was away.\n\nOne: it was back.")]
    [InlineData("a word cut by a soft hyphen", "<p>The har\u00ADbour was closed.</p>", "The harbour was closed.")]
    [InlineData("a sentence that begins as a label does", "<p>Related companies were asked to wait.</p>", "Related companies were asked to wait.")]
    [InlineData("a paragraph marked for subscribers", "<p class='paywall'>The harbour was closed.</p>", "The harbour was closed.")]
    public void Among_the_paragraphs(string what, string html, string text) =>
        Pages.With(html).Text.ShouldBe($"{Pages.First}\n\n{text}\n\n{Pages.Second}\n\n{Pages.Third}", what);

    [Fact]
    public void The_standfirst_that_stands_outside_the_text() =>
        Pages.Read($"<html><body><header><h1>Ferry turns back</h1><p class='standfirst'>Wind and swell keep ninety passengers in harbour.</p></header><div class='article-body'><p>{Pages.First}</p><p>{Pages.Second}</p></div></body></html>")
            .Text.ShouldBe($"Wind and swell keep ninety passengers in harbour.\n\n{Pages.First}\n\n{Pages.Second}");

    [Fact]
    public void The_standfirst_that_only_the_description_betrays() =>
        Pages.Read($"<html><head><meta name='description' content='Wind and swell keep ninety passengers in harbour.'></head><body><div><h1>Ferry turns back</h1><div class='x1'>Wind and swell keep ninety passengers in harbour.</div></div><div class='x2'><p>{Pages.First}</p><p>{Pages.Second}</p></div></body></html>")
            .Text.ShouldStartWith("Wind and swell keep ninety passengers in harbour.\n\n");

    [Fact]
    public void An_article_in_several_chunks() =>
        Pages.Read($"<html><body><main><article><div class='grid'><div class='article-body'><p>{Pages.First}</p></div></div><div class='ad'>Advertisement</div><div class='grid'><div class='article-body'><p>{Pages.Second}</p></div></div><div class='grid'><div class='article-body'><p>{Pages.Third}</p></div></div></article></main></body></html>")
            .Text.ShouldBe(Pages.Text);

    [Fact]
    public void An_article_inside_an_element_with_a_misleading_name() =>
        Pages.Read($"<html><body><div class='sidebar-wrap'><div class='widget'><h1>Ferry turns back</h1><div class='comments-open'><p>{Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p></div></div></div></body></html>")
            .Text.ShouldBe(Pages.Text);

    [Fact]
    public void A_page_of_bare_line_breaks() =>
        Pages.Read($"<html><body><h1>Ferry turns back</h1><font size=2>{Pages.First}<br><br>{Pages.Second}<br><br>{Pages.Third}</font></body></html>").Text.ShouldBe(Pages.Text);

    [Fact]
    public void A_page_of_tables() =>
        Pages.Read($"<html><body><table><tr><td><a href='/'>Home</a><br><a href='/n'>News</a></td><td><b>Ferry turns back</b><p>{Pages.First}<p>{Pages.Second}<p>{Pages.Third}</td></tr></table></body></html>")
            .Text.ShouldContain(Pages.Text);

    [Fact]
    public void An_AMP_page() =>
        Pages.Read($"<html amp lang='en'><body><amp-sidebar><nav><a href='/'>Home</a></nav></amp-sidebar><article><h1>Ferry turns back</h1><amp-img src='f.jpg'></amp-img><div class='amp-wp-article-content'><p>{Pages.First}</p><amp-ad>Advertisement</amp-ad><p>{Pages.Second}</p><p>{Pages.Third}</p></div></article></body></html>")
            .Text.ShouldBe(Pages.Text);

    [Fact]
    public void The_updates_of_a_live_blog_although_each_leads_to_itself() =>
        Pages.Read($"<html><body><main><h1>Ferry turns back</h1><div class='live-feed'>{string.Concat(Enumerable.Range(1, 5).Select(i => $"<div><h2><a href='/live/{i}'>Update {i} from the harbour</a></h2><p>{Pages.First} That was update {i}.</p></div>"))}</div></main></body></html>")
            .Text.ShouldContain("That was update 4.");

    [Fact]
    public void The_items_of_a_page_that_is_a_list_and_nothing_else() =>
        Pages.Read($"<html><body><main>{string.Concat(Enumerable.Range(1, 8).Select(i => $"<div><h2><a href='/{i}'>Story {i} from the harbour</a></h2><p>{Pages.Second} That was story {i}.</p></div>"))}</main></body></html>")
            .Text.ShouldContain("That was story 4.");
}
