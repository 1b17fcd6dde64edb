namespace Monitor.Core.Tests.Articles.Outlets;

internal static class Rnz
{
    public static readonly OutletPage Page = new(
        "RNZ: captions and copyright lines in paragraphs, a newsletter line as the last paragraph",
        "https://www.rnz.co.nz/news/political/580001/harbour-ferry-inquiry-opens",
        """
        <!DOCTYPE html><html lang="en"><head><title>Harbour ferry inquiry opens | RNZ News</title>
        <meta property="og:title" content="Harbour ferry inquiry opens"><meta property="og:site_name" content="RNZ">
        <meta name="description" content="An inquiry into the harbour ferry has begun.">
        <link rel="canonical" href="https://www.rnz.co.nz/news/political/580001/harbour-ferry-inquiry-opens">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour ferry inquiry opens",
        "datePublished":"2026-11-18T18:25:00+1300","dateModified":"2026-11-18T19:05:00+1300","author":[{"@type":"Person","name":"Aroha Tipene"}],"publisher":{"@type":"Organization","name":"RNZ"}}</script></head>
        <body class="article-page"><header class="o-header"><nav class="o-nav"><ul><li><a href="/news">News</a></li><li><a href="/national">National</a></li><li><a href="/podcasts">Podcasts</a></li></ul></nav></header>
        <main><div class="u-blocklink-overlay-wrapper"><article class="article">
        <div class="article__header"><h1>Harbour ferry inquiry opens</h1><span class="updated">6:25 pm on 18 November 2026</span>
        <div class="article__share"><ul class="share"><li><a href="#tw">Share this on Twitter</a></li><li><a href="#fb">Share this on Facebook</a></li></ul></div></div>
        <div class="article__body">
        <div class="byline byline--single"><div class="author"><span class="author-name"><a href="/authors/aroha-tipene">Aroha Tipene</a></span>, <span class="author-job">Political reporter</span></div></div>
        <div class="photo-captioned photo-captioned-full"><img src="/ferry.jpg" alt=""><div class="photo-captioned__information"><p class="photo-captioned__caption">The ferry at its berth in Wellington on the morning of the hearing.</p><p class="photo-captioned__copyright">Photo: RNZ / Sam Fell</p></div></div>
        <p>The inquiry into the harbour ferry heard its first witness in Wellington on Wednesday, two years after the vessel lost power.</p>
        <p>Counsel assisting said the evidence would show that warnings had been passed up and set aside.</p>
        <h2>'We told them twice'</h2>
        <p>The former engineer said he had written to the operator on two occasions before the failure.</p>
        <ul><li>He asked for the spare pump in March.</li><li>He asked again in July and was told that it was not budgeted for.</li></ul>
        <p>The hearing goes on next week.</p>
        <p><strong><a href="/newsletters">Sign up for our daily newsletter</a></strong> curated by our editors and delivered straight to your inbox every weekday.</p>
        </div></article></div>
        <aside class="c-related"><h3>Related stories</h3><ul><li><a href="/1">Ferry operator fined over earlier breakdown in the strait</a></li><li><a href="/2">Minister promises new vessel by the end of the decade</a></li></ul></aside></main>
        <footer><p>Copyright RNZ 2026. All rights reserved.</p></footer></body></html>
        """,
        "Harbour ferry inquiry opens",
        ["Aroha Tipene"],
        "2026-11-18T05:25:00Z",
        "2026-11-18T06:05:00Z",
        [
            "The inquiry into the harbour ferry heard its first witness in Wellington on Wednesday, two years after the vessel lost power.",
            "Counsel assisting said the evidence would show that warnings had been passed up and set aside.",
            "'We told them twice'",
            "The former engineer said he had written to the operator on two occasions before the failure.",
            "He asked for the spare pump in March.",
            "He asked again in July and was told that it was not budgeted for.",
            "The hearing goes on next week.",
        ]);
}
