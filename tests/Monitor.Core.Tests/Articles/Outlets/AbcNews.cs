namespace Monitor.Core.Tests.Articles.Outlets;

internal static class AbcNews
{
    public static readonly OutletPage Page = new(
        "ABC: hashed class names, a summary in an aside, two authors with roles, a second article inside an aside",
        "https://www.abc.net.au/news/2026-11-18/river-town-votes-on-levee/106000001",
        """
        <!DOCTYPE html><html lang="en-AU"><head><title data-react-helmet="true">River town votes on levee after third flood - ABC News</title>
        <meta property="og:title" content="River town votes on levee after third flood"><meta property="og:site_name" content="ABC News">
        <meta name="description" content="Residents decide whether a wall should part them from the river.">
        <script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"River town votes on levee after third flood","datePublished":"2026-11-17T19:04:11+00:00","dateModified":"2026-11-17T19:04:11+00:00","author":[{"@type":"Person","name":"Lucy Okafor"},{"@type":"Person","name":"Tom Brandt"}],"publisher":{"@type":"Organization","name":"ABC News"}}</script></head>
        <body><div id="__next"><div data-component="Header"><nav aria-label="Site navigation"><a href="/news">ABC News</a></nav></div>
        <main id="content"><div class="DetailLayout_root__a1"><div class="ArticleHeadline_root__x9"><h1 class="ArticleHeadlineTitle_title__k2">River town votes on levee after third flood</h1>
        <div data-component="Byline"><span>By <a href="/lucy">Lucy Okafor</a> and <a href="/tom">Tom Brandt</a></span></div><time data-component="Timestamp" datetime="2026-11-17T19:04:11.000Z">Wed 18 Nov</time></div>
        <div data-component="ArticleWeb" class="ArticleRender_article__7i2"><figure class="Figure_figure__5V"><img alt="A levee"><figcaption class="Figure_caption__c3">The levee would run along Water Street. <cite>(ABC News: Mia Lund)</cite></figcaption></figure>
        <aside data-component="KeyPoints"><h2>In short:</h2><p>The town will vote on a levee that would cost forty million dollars.</p></aside>
        <p class="paragraph_paragraph__iY">Mick Dawes has hosed mud out of his hardware store three times since he bought it.</p>
        <p class="paragraph_paragraph__iY">On Saturday he will vote for a wall that would hide the river from his front window.</p>
        <h2 class="Typography_base__k7">A view or a dry floor</h2>
        <p class="paragraph_paragraph__iY">"You can't sell paint that has been under water," he said, "and you can't drink a view."</p>
        <div data-component="RelatedCard" class="RelatedCard_card__z1"><a href="/news/x"><h3>Insurers leave the valley</h3></a></div>
        <p class="paragraph_paragraph__iY">The shire will count the votes on Sunday morning.</p></div>
        <div data-component="Share"><p>Share this article with your friends, by email or on the networks you use.</p></div></div>
        <aside class="Sidebar_root__q1"><article><h2>Top stories</h2><p>A bushfire near the coast has been contained, and the road to the lighthouse is open again to residents.</p></article></aside></main></div></body></html>
        """,
        "River town votes on levee after third flood",
        ["Lucy Okafor", "Tom Brandt"],
        "2026-11-17T19:04:11Z",
        "2026-11-17T19:04:11Z",
        [
            "Mick Dawes has hosed mud out of his hardware store three times since he bought it.",
            "On Saturday he will vote for a wall that would hide the river from his front window.",
            "A view or a dry floor",
            "\"You can't sell paint that has been under water,\" he said, \"and you can't drink a view.\"",
            "The shire will count the votes on Sunday morning.",
        ]);
}
