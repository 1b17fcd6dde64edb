using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles.Outlets;

internal static class NzHerald
{
    public static readonly OutletPage Page = new(
        "NZ Herald: a premium article of which the page holds the opening only",
        "https://www.nzherald.co.nz/business/dairy-cooperative-weighs-sale/ABCDEFGHIJKLMNOP/",
        """
        <!DOCTYPE html><html lang="en"><head><title>Dairy co-operative weighs sale of its butter brand - NZ Herald</title>
        <meta property="og:title" content="Dairy co-operative weighs sale of its butter brand - NZ Herald"><meta property="og:site_name" content="NZ Herald">
        <script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Dairy co-operative weighs sale of its butter brand","isAccessibleForFree":"False",
        "hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".premium-content"},"datePublished":"2026-03-09T16:00:00Z","author":{"@type":"Person","name":"Priya Raman"},"publisher":{"@type":"Organization","name":"NZ Herald"}}</script></head>
        <body><div id="fusion-app"><header class="header"><nav><a href="/">NZ Herald</a><a href="/business">Business</a></nav></header>
        <main><article class="article"><header class="article__header"><h1 class="article__heading">Dairy co-operative weighs sale of its butter brand</h1>
        <div class="article-media__byline"><div class="author__link"><div class="author__name"><a href="/author/priya-raman">Priya Raman</a></div><div class="author__job-title">Business reporter</div></div><time class="meta-data__time-stamp">10 Mar, 2026 05:00 AM</time><span>4 mins to read</span></div>
        <div class="social-shares"><button>Save</button><button>Share</button></div></header>
        <section class="article__body" data-ref="article-body"><p class="Gn8b0GHr">The dairy co-operative is weighing a sale of its best-known butter brand, three people familiar with the talks said.</p>
        <div class="article__paywall"><h2>Subscribe to read more</h2><p>Subscribe now for unlimited access to all our premium journalism, from two dollars a week for the first twelve weeks.</p><a href="/subscribe">Subscribe</a></div></section></article></main></div></body></html>
        """,
        "Dairy co-operative weighs sale of its butter brand",
        ["Priya Raman"],
        "2026-03-09T16:00:00Z",
        null,
        ["The dairy co-operative is weighing a sale of its best-known butter brand, three people familiar with the talks said."],
        ArticleKind.PaywalledTeaser,
        Partial: true);
}
