namespace Monitor.Core.Tests.Articles.Outlets;

internal static class NewsComAu
{
    public static readonly OutletPage Page = new(
        "news.com.au: ids for the parts, related stories floated into the text, a date without a zone",
        "https://www.news.com.au/national/queensland/cyclone-tracker-fails-as-storm-turns/news-story/0123456789abcdef",
        """
        <!DOCTYPE html><html lang="en-AU"><head><title>Cyclone tracker fails as storm turns | news.com.au — Australia’s leading news site</title><meta property="og:title" content="Cyclone tracker fails as storm turns"><meta property="og:site_name" content="news"><meta property="og:description" content="The public map went dark for two hours as the cyclone swung south."></head>
        <body><div id="page"><div id="header"><ul class="menu"><li><a href="/national">National</a></li><li><a href="/world">World</a></li></ul></div>
        <article id="story" class="story"><div id="story-header"><h1 id="story-headline" class="story-headline">Cyclone tracker fails as storm turns</h1><p id="story-description" class="description">The public map went dark for two hours as the cyclone swung south.</p>
        <div class="author"><div class="byline">Kelly Marsh</div></div><div id="publish-date" class="byline-timestamp">January 9, 2026 - 7:41PM</div><div class="comment-count"><a href="#c">118 comments</a></div></div>
        <div id="story-body" class="story-primary"><p>The bureau's cyclone map failed for two hours on Friday as the storm turned towards the coast.</p>
        <div class="related-story"><h4>More Coverage</h4><a href="/r1">Street by street: who must leave</a><a href="/r2">Supermarkets sell out of water</a></div>
        <p>People in three shires had been told to follow the map and to leave when their street turned red.</p><p>The bureau said a certificate had expired and that it was sorry.</p></div>
        <div class="read-more-container"><a href="/r3">Read more related topics: Weather</a></div></article>
        <div id="comments" class="comments-module"><h3>Join the conversation</h3><div class="comment"><p>I was on that map when it went and I had no idea whether to get in the car with the kids or not.</p></div><div class="comment"><p>Every year the same story, and every year we are told that it will not happen again next year.</p></div></div></div></body></html>
        """,
        "Cyclone tracker fails as storm turns",
        ["Kelly Marsh"],
        "2026-01-09T08:41:00Z",
        null,
        [
            "The public map went dark for two hours as the cyclone swung south.",
            "The bureau's cyclone map failed for two hours on Friday as the storm turned towards the coast.",
            "People in three shires had been told to follow the map and to leave when their street turned red.",
            "The bureau said a certificate had expired and that it was sorry.",
        ]);
}
