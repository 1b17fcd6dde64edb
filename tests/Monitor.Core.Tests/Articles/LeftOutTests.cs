namespace Monitor.Core.Tests.Articles;

public class LeftOutTests
{
    [Theory]
    [InlineData("navigation", "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>")]
    [InlineData("a menu in plain divs", "<div class='main-menu'><a href='/'>Home</a> <a href='/sport'>Sport</a> <a href='/weather'>Weather and tides</a></div>")]
    [InlineData("a cookie wall", "<div id='cookie-consent'><p>We use cookies to give you the best experience on our site, and to show advertising that suits you.</p><button>Accept</button></div>")]
    [InlineData("comments", "<section class='comments'><p>I was on that boat and I can tell you that the crew were as calm as could be the whole way back to town.</p><p>My cousin works there and says that they never sail into a southerly if they can possibly help it.</p></section>")]
    [InlineData("related stories with teasers", "<div class='related-articles'><h3><a href='/x'>Harbour dredged</a></h3><p>Work on the harbour will take until the end of the summer, the council said in a statement on Monday.</p></div>")]
    [InlineData("a sidebar", "<aside><h2>Most read</h2><p>The pilot who landed on a beach and asked the swimmers for a push has been fined five hundred dollars.</p></aside>")]
    [InlineData("an author's blurb", "<div class='author-bio'><p>Jo Marsh has covered shipping for twenty years and lives on a boat with two cats and a parrot.</p></div>")]
    [InlineData("the footer", "<footer><p>The Wharf is published by Wharf Media Limited, and is a member of the press council of the country.</p></footer>")]
    [InlineData("text that is not shown", "<div style='display: none'><p>This paragraph is kept for machines and no reader of the page will ever come to see what it says.</p></div>")]
    [InlineData("a paywall's offer", "<div class='paywall-message'><p>You have read all your free articles for this month; subscribe today and read as many as you like.</p></div>")]
    public void Beside_the_article(string what, string html)
    {
        Pages.Beside(html).Text.ShouldBe(Pages.Text, what);
        Pages.Beside("", html).Text.ShouldBe(Pages.Text, what);
    }

    [Theory]
    [InlineData("a read-more line", "<p><strong>Read more:</strong> <a href='/x'>Ferry company fined</a></p>")]
    [InlineData("a paragraph that is one link", "<p><a href='/x'>Ferry company fined over last year's grounding on the bar</a></p>")]
    [InlineData("a box of links with its heading", "<div><h3>Our harbour coverage:</h3><ul><li><a href='/x'>Ferry company fined over grounding</a></li><li><a href='/y'>Who pays for the new wharf</a></li></ul></div>")]
    [InlineData("a newsletter form", "<form class='signup-form'><p>Get the day's shipping news by e-mail before breakfast, free and without advertising.</p><input type='email'><button>Go</button></form>")]
    [InlineData("a newsletter line", "<p>Enjoying this? <a href='/n'>Sign up for our newsletter</a> and get it every morning.</p>")]
    [InlineData("a share bar", "<div class='share-bar'><a href='#'>Facebook</a> <a href='#'>Email</a> Share this story with friends</div>")]
    [InlineData("an advertisement's label", "<div class='ad-slot'>Advertisement</div>")]
    [InlineData("a label without a name", "<p>Story continues below</p>")]
    [InlineData("a caption", "<figure><img src='f.jpg' alt=''><figcaption>The ferry at the wharf, before it left. Photo: Jo Marsh</figcaption></figure>")]
    [InlineData("a photo credit in a paragraph", "<p>The ferry at the wharf on Tuesday. Dan Cole/Getty Images</p>")]
    [InlineData("a pull quote that repeats the text", "<div class='pullquote'>It turned back an hour later when the wind rose</div>")]
    [InlineData("a paragraph repeated", "<p>" + Pages.First + "</p>")]
    [InlineData("scripts and styles", "<script>var a = 'The ferry left the wharf again, a script said.';</script><style>.a { color: red }</style>")]
    [InlineData("controls", "<button>Save this story for later reading</button><select><option>Auckland</option><option>Wellington</option></select>")]
    [InlineData("text for screen readers only", "<span class='visually-hidden'>Opens in a new window, and closes when you are done.</span>")]
    public void Among_the_paragraphs(string what, string html) => Pages.With(html).Text.ShouldBe(Pages.Text, what);

    [Fact]
    public void Words_for_screen_readers_inside_a_sentence() =>
        Pages.With("<p>The <a href='/m'>maritime agency<span class=\"sr-only\"> (opens in new tab)</span></a> will look into it, a spokesman said on Tuesday night.</p>")
            .Text.ShouldContain("The maritime agency will look into it");

    [Fact]
    public void Comments_under_a_text_of_one_paragraph() =>
        Pages.Read($"<html><body><main><h1>Ferry turns back</h1><p>{Pages.First} {Pages.Second}</p></main><section class='comments'>{string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>I was on that boat {i} times and I can tell you that the crew were as calm as could be.</p>"))}</section></body></html>")
            .Text.ShouldBe($"{Pages.First} {Pages.Second}");

    private static readonly string Cards = string.Concat(Enumerable.Range(1, 6).Select(i =>
        $"<div class='c-{i}'><a href='/{i}'><h3>Another story, the {i}th of this morning</h3></a><p>The council said on Monday that house number {i} had lost its roof in the night.</p></div>"));

    [Fact]
    public void Cards_of_other_stories_that_no_name_betrays() =>
        Pages.Read($"<html><body><div><h1>Ferry turns back</h1><p>{Pages.First}</p><p>{Pages.Second}</p><div>{Cards}</div></div></body></html>")
            .Text.ShouldBe($"{Pages.First}\n\n{Pages.Second}");

    [Fact]
    public void Cards_that_outweigh_a_short_story() =>
        Pages.Read($"<html><body><div><article><h1>Ferry turns back</h1><p>{Pages.First}</p></article><div>{Cards}</div></div></body></html>").Text.ShouldBe(Pages.First);

    [Fact]
    public void The_next_story_of_a_page_that_scrolls_on()
    {
        var story = string.Join("", Enumerable.Range(1, 8).Select(i => $"<p>{Pages.Third} So it was for the {i}th time.</p>"));
        Pages.Read($"<html><body><main><article><h1>Ferry turns back</h1>{story}</article><article><h1>House loses its roof</h1><p>{Pages.First}</p>{story.Replace("time", "year")}</article></main></body></html>")
            .Text.ShouldNotContain(Pages.First);
    }
}
