namespace Monitor.Core.Tests.Articles.Outlets;

internal static class Guardian
{
    public static readonly OutletPage Page = new(
        "Guardian: islands among the paragraphs, the standfirst in its own grid area",
        "https://www.theguardian.com/australia-news/2026/feb/03/islanders-win-right-to-return",
        """
        <!DOCTYPE html><html lang="en"><head><title>Islanders win right to return to reef settlement | Australia news | The Guardian</title><meta property="og:site_name" content="the Guardian"><meta property="og:title" content="Islanders win right to return to reef settlement">
        <meta property="og:description" content="Court finds that the evacuation forty years ago was never lawful"><meta property="article:published_time" content="2026-02-03T03:15:21.000Z"><meta property="article:modified_time" content="2026-02-03T05:00:02.000Z"><meta property="article:author" content="https://www.theguardian.com/profile/ruth-hale"><meta name="author" content="Ruth Hale"></head>
        <body><header><gu-island name="Nav"><nav><ul><li><a href="/">News</a></li><li><a href="/opinion">Opinion</a></li></ul></nav></gu-island></header>
        <main data-layout="StandardLayout"><div class="dcr-1a"><article>
        <div data-gu-name="title" class="dcr-2b"><a href="/au">Australia news</a></div>
        <div data-gu-name="headline" class="dcr-3c"><h1 class="dcr-4d">Islanders win right to return to reef settlement</h1></div>
        <div data-gu-name="standfirst" class="dcr-5e"><div class="dcr-6f"><p>Court finds that the evacuation forty years ago was never lawful</p></div></div>
        <aside data-gu-name="meta" class="dcr-7g"><div><a rel="author" href="/profile/ruth-hale">Ruth Hale</a></div><details><summary>Tue 3 Feb 2026 14.15 AEDT</summary></details><gu-island name="ShareButton"><button>Share</button></gu-island></aside>
        <div data-gu-name="body" class="dcr-8h"><div id="maincontent" class="dcr-9i"><div class="article-body-commercial-selector article-body-viewer-selector dcr-10j">
        <p class="dcr-11k">The families of islanders who were moved to the mainland in 1986 may return, a full bench has found.</p>
        <figure data-spacefinder-role="richLink" class="dcr-12l"><gu-island name="RichLinkComponent"><div><div>Reef settlement: the forty-year wait</div><a href="/rich">Read more</a></div></gu-island></figure>
        <p class="dcr-11k">The judges said that consent given by radio to an officer of the fisheries department was no consent at all.</p>
        <figure class="dcr-13m"><gu-island name="EmailSignUpWrapper"><aside><p>Sign up for the breaking news email and read what matters as it happens, wherever you are in the country.</p></aside></gu-island></figure>
        <ul><li class="dcr-14n"><p><strong><a href="/newsletter">Get our breaking news email, free app or daily news podcast</a></strong></p></li></ul>
        <p class="dcr-11k">A spokesperson for the state said it would read the judgment before deciding whether to appeal.</p>
        </div></div></div>
        <div data-gu-name="submeta"><div>Explore more on these topics</div><ul><li><a href="/a">Australia news</a></li><li><a href="/b">Law</a></li></ul></div></article></div></main></body></html>
        """,
        "Islanders win right to return to reef settlement",
        ["Ruth Hale"],
        "2026-02-03T03:15:21Z",
        "2026-02-03T05:00:02Z",
        [
            "Court finds that the evacuation forty years ago was never lawful",
            "The families of islanders who were moved to the mainland in 1986 may return, a full bench has found.",
            "The judges said that consent given by radio to an officer of the fisheries department was no consent at all.",
            "A spokesperson for the state said it would read the judgment before deciding whether to appeal.",
        ]);
}
