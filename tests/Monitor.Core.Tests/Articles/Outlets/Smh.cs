namespace Monitor.Core.Tests.Articles.Outlets;

internal static class Smh
{
    public static readonly OutletPage Page = new(
        "SMH and The Age: test ids instead of names, licence and loading lines among the paragraphs",
        "https://www.smh.com.au/politics/federal/treasurer-shelves-fringe-tax-20260814-p5mxyz.html",
        """
        <!DOCTYPE html><html lang="en-AU"><head><title>Treasurer shelves fringe tax after backbench revolt</title><meta property="og:site_name" content="The Sydney Morning Herald"><meta property="og:title" content="Treasurer shelves fringe tax after backbench revolt">
        <meta name="description" content="The plan was dropped in a phone call on Thursday night.">
        <script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Treasurer shelves fringe tax after backbench revolt","datePublished":"2026-08-13T19:00:00.000Z","dateModified":"2026-08-14T01:21:07.000Z","isAccessibleForFree":true,"author":[{"@type":"Person","name":"Nadia Costa"}],}</script></head>
        <body><div id="app"><header data-testid="site-header"><nav><a href="/politics">Politics</a></nav></header>
        <div id="content"><article><header data-testid="article-header"><h5 data-testid="kicker">Politics | Tax</h5><h1 data-testid="headline">Treasurer shelves fringe tax after backbench revolt</h1>
        <div data-testid="byline">By <a href="/by/nadia-costa">Nadia Costa</a></div><time datetime="2026-08-13T19:00:00.000Z">August 14, 2026 — 5.00am</time><div data-testid="save-share"><button>Save</button></div></header>
        <section><div data-testid="body-content"><p>The treasurer has shelved a fringe tax that was to have paid for dental care, after eleven of his own backbenchers said they would not vote for it.</p>
        <p>Loading</p>
        <p>The plan was dropped in a phone call on Thursday night, according to two people who were on the line.</p>
        <figure data-testid="article-body-image"><img alt=""><figcaption><span>The treasurer leaves the chamber on Thursday.</span><cite>Credit: Ana Petrov</cite></figcaption></figure>
        <blockquote><p>"There is no version of this that my electorate would wear."</p></blockquote>
        <p>Dental groups said that the promise had been made in writing and should be kept.</p>
        <p><strong><em>Start the day with a summary of the day's most important stories. <a href="/newsletters">Sign up for our Morning Edition newsletter</a>.</em></strong></p></div></section></article>
        <div data-testid="license-this-article"><button>License this article</button></div>
        <section><h2>Most viewed in politics</h2><ul><li><a href="/1">The seats that will decide the poll</a></li><li><a href="/2">Who pays for the new stadium</a></li></ul></section></div></div></body></html>
        """,
        "Treasurer shelves fringe tax after backbench revolt",
        ["Nadia Costa"],
        "2026-08-13T19:00:00Z",
        "2026-08-14T01:21:07Z",
        [
            "The treasurer has shelved a fringe tax that was to have paid for dental care, after eleven of his own backbenchers said they would not vote for it.",
            "The plan was dropped in a phone call on Thursday night, according to two people who were on the line.",
            "\"There is no version of this that my electorate would wear.\"",
            "Dental groups said that the promise had been made in writing and should be kept.",
        ]);
}
