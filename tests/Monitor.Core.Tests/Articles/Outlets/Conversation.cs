namespace Monitor.Core.Tests.Articles.Outlets;

internal static class Conversation
{
    public static readonly OutletPage Page = new(
        "The Conversation: read-more lines between rules, authors with posts, a disclosure after the text",
        "https://theconversation.com/why-treaties-outlive-the-people-who-signed-them-270001",
        """
        <!DOCTYPE html><html lang="en"><head><title>Why treaties outlive the people who signed them</title><meta property="og:site_name" content="The Conversation"><meta property="og:title" content="Why treaties outlive the people who signed them"><meta property="og:locale" content="en_AU">
        <meta name="pubdate" content="20260611"><meta name="author" content="Miriam Sato, Professor of International Law, University of the South"></head>
        <body><header id="topbar"><nav><a href="/au">Edition</a></nav></header><div id="article" class="page"><article><header class="content-header-block"><h1 class="legacy entry-title instapaper_title"><strong>Why treaties outlive the people who signed them</strong></h1><time datetime="2026-06-11T02:31:44Z" itemprop="datePublished">June 11, 2026 12.31pm AEST</time></header>
        <div class="wrapper"><aside class="left-column"><ul class="content-authors"><li class="vcard"><a rel="author" href="/profiles/1"><span class="fn author-name">Miriam Sato</span></a><p class="role">Professor of International Law, University of the South</p></li></ul><h3>Disclosure statement</h3><p>Miriam Sato does not work for, consult, own shares in or receive funding from any company that would benefit from this article.</p></aside>
        <div class="content-body content entry-content instapaper_body inline-promos" itemprop="articleBody">
        <figure class="align-center"><img src="t.jpg" alt=""><figcaption><span class="caption">The signing room, as it looks today.</span> <span class="attribution"><span class="source">J. Vale</span></span></figcaption></figure>
        <p>A treaty binds a state and not a government, which is why the ones that matter most were signed by people long dead.</p>
        <hr><p><em><strong>Read more: <a href="/old">What a mutual defence clause does and does not say</a></strong></em></p><hr>
        <h2>What a signature does</h2><p>A signature alone obliges little: a state must not defeat the purpose of what it has signed before it ratifies it.</p>
        <p>After that the words do the work, and courts read them as they stand.</p></div></div>
        <section class="topics"><ul><li><a href="/t1">International law</a></li><li><a href="/t2">Treaties</a></li></ul></section></article></div></body></html>
        """,
        "Why treaties outlive the people who signed them",
        ["Miriam Sato"],
        "2026-06-11T02:31:44Z",
        null,
        [
            "A treaty binds a state and not a government, which is why the ones that matter most were signed by people long dead.",
            "What a signature does",
            "A signature alone obliges little: a state must not defeat the purpose of what it has signed before it ratifies it.",
            "After that the words do the work, and courts read them as they stand.",
        ]);
}
