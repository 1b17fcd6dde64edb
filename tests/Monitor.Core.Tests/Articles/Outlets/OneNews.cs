namespace Monitor.Core.Tests.Articles.Outlets;

internal static class OneNews
{
    public static readonly OutletPage Page = new(
        "1News: a standfirst above a video whose blurb stands in a player",
        "https://www.1news.co.nz/2026/05/20/rescue-helicopter-grounded-over-fuel-fault/",
        """
        <!DOCTYPE html><html lang="en"><head><title>Rescue helicopter grounded over fuel fault | 1News</title><meta property="og:site_name" content="1News"><meta property="og:title" content="Rescue helicopter grounded over fuel fault">
        <meta name="description" content="The region's only rescue helicopter will not fly until its fuel system has been checked.">
        <script type="application/ld+json">[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"New Zealand"}]},{"@context":"http://schema.org","@type":"NewsArticle","headline":"Rescue helicopter grounded over fuel fault","datePublished":"2026-05-19T21:12:33.101Z","dateModified":"2026-05-19T23:40:00.000Z","author":[{"@type":"Person","name":"1News Reporters"}]}]</script></head>
        <body><div id="fusion-app"><nav class="global-nav"><a href="/">1News</a><a href="/sport">Sport</a></nav>
        <div class="story-layout"><div class="story-header"><a class="section-tag" href="/new-zealand">New Zealand</a><h1>Rescue helicopter grounded over fuel fault</h1>
        <p class="standfirst">The region's only rescue helicopter will not fly until its fuel system has been checked.</p><div class="story-date">Wed, May 20 9:12am</div></div>
        <div class="video-player"><div class="player-caption">Watch: The helicopter was grounded on Tuesday night after a routine check. (Source: 1News)</div></div>
        <div class="story-body"><p>Crews found the fault during a routine check on Tuesday night, the trust that runs the service said.</p>
        <p>Calls from the region will be answered by the neighbouring trust, which expects flights of up to forty minutes.</p>
        <div class="newsletter-signup"><h3>The morning's headlines in 90 seconds</h3><p>Sign up for our breakfast newsletter and we will send it to you before seven every weekday.</p></div>
        <p>The manufacturer has been told and an engineer will arrive from Brisbane on Friday.</p></div>
        <div class="related-stories"><h2>More stories</h2><div class="story-card"><h3><a href="/x">Road closed after slip near the summit</a></h3><p>Drivers are asked to take the coast road until further notice, and to allow another hour for the trip.</p></div></div>
        <div class="comments"><p>Join the conversation. Our moderators read comments from 7am until 9pm on weekdays.</p></div></div></div></body></html>
        """,
        "Rescue helicopter grounded over fuel fault",
        ["1News Reporters"],
        "2026-05-19T21:12:33Z",
        "2026-05-19T23:40:00Z",
        [
            "The region's only rescue helicopter will not fly until its fuel system has been checked.",
            "Crews found the fault during a routine check on Tuesday night, the trust that runs the service said.",
            "Calls from the region will be answered by the neighbouring trust, which expects flights of up to forty minutes.",
            "The manufacturer has been told and an engineer will arrive from Brisbane on Friday.",
        ]);
}
