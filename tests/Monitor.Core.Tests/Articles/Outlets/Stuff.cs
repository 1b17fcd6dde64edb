namespace Monitor.Core.Tests.Articles.Outlets;

internal static class Stuff
{
    public static readonly OutletPage Page = new(
        "Stuff: every paragraph a component, an ad slot between them, no time zone in the date",
        "https://www.stuff.co.nz/nz-news/360900001/council-votes-keep-library-open",
        """
        <!DOCTYPE html><html lang="en-NZ"><head><title>Council votes to keep library open | Stuff</title>
        <meta property="og:title" content="Council votes to keep library open"><meta property="og:site_name" content="Stuff"><meta name="author" content="Hemi Ngata">
        <meta property="article:published_time" content="2026-07-02T07:30:00"></head>
        <body><div id="app"><div class="site-header"><div class="navigation-menu"><a href="/">Home</a><a href="/politics">Politics</a></div></div>
        <main class="main-content"><article class="stuff-article">
        <h1 class="sics-component__headline">Council votes to keep library open</h1>
        <div class="sics-component__byline"><span class="sics-component__byline__author">Hemi Ngata</span><span class="sics-component__byline__date">July 2, 2026</span></div>
        <div class="sics-component__share"><button>Share</button></div>
        <div class="sics-component__story">
        <div class="sics-component__html-injector"><p class="sics-component__paragraph">Councillors voted nine to four on Wednesday night to keep the branch library open for another three years.</p></div>
        <div class="sics-component__ad-space"><span>Advertisement</span></div>
        <div class="sics-component__html-injector"><p class="sics-component__paragraph">The decision ends a campaign in which residents read aloud outside the town hall every Saturday.</p></div>
        <div class="sics-component__media-container"><figure><img src="l.jpg"><figcaption>Residents read aloud outside the town hall in June. <span>Hemi Ngata / Stuff</span></figcaption></figure></div>
        <div class="sics-component__html-injector"><p class="sics-component__paragraph"><strong>READ MORE:<br></strong> <a href="/a">Library could close within months</a><br> <a href="/b">Rates to rise by a tenth</a></p></div>
        <div class="sics-component__html-injector"><p class="sics-component__paragraph">The mayor, who voted against, said the money would have to come out of footpaths.</p></div>
        </div></article>
        <div class="recommended-stories"><h2>Most popular</h2><ul><li><a href="/c">Ten beaches to visit before the summer ends</a></li><li><a href="/d">The house that nobody wanted to buy</a></li></ul></div></main></div></body></html>
        """,
        "Council votes to keep library open",
        ["Hemi Ngata"],
        "2026-07-01T19:30:00Z",
        null,
        [
            "Councillors voted nine to four on Wednesday night to keep the branch library open for another three years.",
            "The decision ends a campaign in which residents read aloud outside the town hall every Saturday.",
            "The mayor, who voted against, said the money would have to come out of footpaths.",
        ]);
}
