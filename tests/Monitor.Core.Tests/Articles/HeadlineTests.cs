namespace Monitor.Core.Tests.Articles;

public class HeadlineTests
{
    [Theory]
    [InlineData("the heading over the text", "<title>Ferry turns back in high wind and heavy swell - The Wharf</title>", "<h1>Ferry turns back</h1>", "Ferry turns back")]
    [InlineData("a section inside the heading", "<meta property='og:title' content='Ferry turns back in a gale'>", "<h1>Shipping | Ferry turns back in a gale</h1>", "Ferry turns back in a gale")]
    [InlineData("a kicker inside the heading", "", "<h1><span class='kicker'>Shipping</span> Ferry turns back</h1>", "Ferry turns back")]
    [InlineData("the outlet's name is an h1 too", "<meta property='og:site_name' content='The Wharf'><meta property='og:title' content='Ferry turns back'>", "<h1>The Wharf</h1><h2>Ferry turns back</h2>", "Ferry turns back")]
    [InlineData("no heading: the title without the outlet", "<meta property='og:site_name' content='The Wharf'><title>Ferry turns back | The Wharf</title>", "", "Ferry turns back")]
    [InlineData("no heading: the outlet first", "<meta property='og:site_name' content='The Wharf'><title>The Wharf - Ferry turns back</title>", "", "Ferry turns back")]
    [InlineData("entities encoded twice", "<meta property='og:title' content='Fish &amp;amp; ships'>", "", "Fish & ships")]
    [InlineData("a claim cut short", "<meta property='og:title' content='Ferry turns back in high wind and...'>", "<h1>Ferry turns back in high wind and heavy swell</h1>", "Ferry turns back in high wind and heavy swell")]
    [InlineData("the outlet is the h1 and leads home", "<title>The Wharf and Weather » Archive » Ferry turns back in high wind</title>", "<h1><a href='https://wharf.example/'>The Wharf and Weather</a></h1><h2>Ferry turns back in high wind</h2>", "Ferry turns back in high wind")]
    [InlineData("a section is the h1", "<meta property='og:title' content='Ferry turns back in high wind | The Wharf'><title>Ferry turns back in high wind | The Wharf</title>", "<h1>Comment</h1><h2>Ferry turns back in high wind</h2>", "Ferry turns back in high wind")]
    [InlineData("the title goes on with what stands below the headline", "<title>Ferry turns back - A gale keeps forty passengers from the islands : The Wharf</title>", "<h1>Ferry turns back</h1><h2>A gale keeps forty passengers from the islands</h2>", "Ferry turns back")]
    [InlineData("most have the line above the headline", "<meta property='og:title' content='Ferry turns back in high wind'><title>Cook Strait: Ferry turns back in high wind</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Cook Strait: Ferry turns back in high wind\"}</script>", "<h1>Cook Strait: Ferry turns back in high wind</h1>", "Cook Strait: Ferry turns back in high wind")]
    [InlineData("most have none", "<meta property='og:title' content='Ferry turns back in high wind'><title>Ferry turns back in high wind</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Cook Strait: Ferry turns back in high wind\"}</script>", "<h1>Cook Strait: Ferry turns back in high wind</h1>", "Ferry turns back in high wind")]
    public void The_headline_is(string what, string head, string heading, string title) =>
        Pages.Read($"<html><head>{head}</head><body>{heading}<div class='article-body'><p>{Pages.First}</p><p>{Pages.Second}</p></div></body></html>").Title.ShouldBe(title, what);

    [Fact]
    public void A_page_without_any_title_has_none() => Pages.Read($"<p>{Pages.First}</p>").Title.ShouldBeNull();
}
