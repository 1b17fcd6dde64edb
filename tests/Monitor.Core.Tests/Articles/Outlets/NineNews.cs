namespace Monitor.Core.Tests.Articles.Outlets;

internal static class NineNews
{
    public static readonly OutletPage Page = new(
        "9News: paragraphs that are spans in divs, each in a block of its own",
        "https://www.9news.com.au/national/school-bus-driver-returns-lost-savings/0a1b2c3d-4e5f",
        """
        <!DOCTYPE html><html lang="en-AU"><head><title>School bus driver returns lost savings</title><meta property="og:title" content="School bus driver returns lost savings"><meta property="og:site_name" content="9News">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"9News"},{"@type":["NewsArticle"],"headline":"School bus driver returns lost savings","datePublished":"2026-04-21T14:00:00+10:00","author":{"@id":"#author"}},{"@type":"Person","@id":"#author","name":"Grace Lindqvist"}]}</script></head>
        <body><div class="site-wrapper"><nav class="nav"><a href="/">Home</a></nav><main><article class="article"><h1 class="article__headline"><span>School bus driver returns lost savings</span></h1>
        <div class="article__byline"><span>By </span><span class="text--author">Grace Lindqvist</span> <time>2:00pm Apr 21, 2026</time></div>
        <div class="article__body"><div class="block-content"><div class="styles__Text"><span>A school bus driver found nine thousand dollars in a lunch box and drove back along his route until he found its owner.</span></div></div>
        <div class="block-content"><div class="styles__Text"><span>The money belonged to a family that was on its way to pay a bond.</span></div></div>
        <div class="block-content block-content--inline-link"><div class="styles__Text"><span><strong>READ MORE: </strong><a href="/n/1">Driver who never missed a day retires</a></span></div></div>
        <div class="block-content"><div class="styles__Text"><span>"I thought it was sandwiches," the driver said.</span></div></div></div>
        <div class="article__tags"><a href="/t/1">School</a><a href="/t/2">Kindness</a></div></article>
        <div class="feed"><div class="feed__item"><a href="/n/2"><h3>Storm warning for the coast</h3></a></div><div class="feed__item"><a href="/n/3"><h3>Petrol price falls in three cities</h3></a></div></div></main></div></body></html>
        """,
        "School bus driver returns lost savings",
        ["Grace Lindqvist"],
        "2026-04-21T04:00:00Z",
        null,
        [
            "A school bus driver found nine thousand dollars in a lunch box and drove back along his route until he found its owner.",
            "The money belonged to a family that was on its way to pay a bond.",
            "\"I thought it was sandwiches,\" the driver said.",
        ]);
}
