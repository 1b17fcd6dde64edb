using System.Collections.Frozen;

namespace Monitor.Core.Articles;

/// <summary>
/// Elements that outlets put on a page beside the article, known by tag, role and the words of their names. The words are
/// those that themes, content systems and widgets have in common (WordPress, Drupal, Arc, Brightspot, Escenic, Piano,
/// Disqus, Outbrain and the like), never an outlet's own.
/// </summary>
internal static class Boilerplate
{
    private static readonly FrozenSet<string> Tags = FrozenSet.ToFrozenSet(["nav", "footer", "aside", "form", "dialog", "menu", "figcaption", "fieldset"]);

    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
        ["navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alert", "alertdialog", "menu", "menubar", "toolbar", "tablist"]);

    // A name with one of these words.
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        // advertising
        "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertising", "adslot", "adbox", "sponsor", "sponsored", "outbrain", "taboola",
        "werbung", "anzeige", "publicidad", "publicite", "reklam", "reklama", "promo", "promotion", "promobox", "affiliate",
        // sharing and following
        "share", "sharing", "shares", "sharebar", "sharedaddy", "sharethis", "addthis", "addtoany", "social", "socials", "socialmedia", "follow", "followus",
        "compartir", "teilen", "partage", "facebook", "whatsapp",
        // other articles
        "related", "relateds", "relatedposts", "recommended", "recommendation", "recommendations", "recommend", "recirc", "recirculation", "readmore", "trending",
        "popular", "mostread", "mostpopular", "similar", "yarpp", "relacionadas", "relacionados", "teaser", "teasers", "upnext", "more-stories", "crp", "onward",
        "empfehlungen", "suggested", "suggestions", "seealso",
        // newsletters and registration
        "newsletter", "newsletters", "signup", "subscribe", "subscription", "subscriptions", "optin", "mailchimp", "login", "signin", "register", "regwall", "paywall",
        // readers' voices
        "comment", "comments", "commentlist", "disqus", "kommentare", "kommentar", "respond", "reply", "replies", "comentarios", "commentaires", "reactions", "rating", "ratings",
        "vote", "poll", "survey", "feedback", "livefyre", "spotim",
        // the site
        "nav", "navbar", "navi", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "pagination", "pager", "paging", "toolbar", "sidebar", "footer", "masthead", "skip",
        "topbar", "widget", "widgets", "search", "copyright", "disclaimer", "toc",
        // consent
        "cookie", "cookies", "consent", "gdpr", "cmp", "onetrust", "cookiebar",
        // about the article and its maker
        "byline", "bylines", "authorbox", "bio", "biography", "tags", "taglist", "tagcloud", "taxonomy", "dateline", "timestamp", "postmeta", "metadata", "keywords",
        // pictures and players
        "caption", "captions", "figcaption", "credit", "credits", "lightbox", "carousel", "slider", "slideshow", "thumbnail", "thumbnails", "player", "jwplayer",
        // not meant to be read here
        "print", "noprint", "tooltip", "modal", "popup", "popover", "overlay", "hidden", "offscreen", "pullquote", "transcript", "audio", "printonly",
    ]);

    // A name with these two words side by side.
    private static readonly FrozenSet<(string, string)> Pairs = FrozenSet.ToFrozenSet(
    [
        ("read", "more"), ("read", "next"), ("read", "also"), ("most", "read"), ("most", "viewed"), ("more", "from"), ("more", "stories"), ("more", "news"), ("also", "read"), ("see", "also"),
        ("next", "article"), ("next", "post"), ("prev", "next"), ("post", "nav"), ("up", "next"), ("sign", "up"), ("log", "in"), ("opt", "in"), ("call", "to"),
        ("about", "author"), ("author", "bio"), ("author", "box"), ("author", "info"), ("author", "card"), ("author", "profile"), ("author", "description"), ("author", "about"), ("author", "name"),
        ("entry", "meta"), ("post", "meta"), ("article", "meta"), ("story", "meta"), ("post", "tags"), ("entry", "footer"), ("post", "footer"), ("article", "footer"),
        ("sr", "only"), ("visually", "hidden"), ("screen", "reader"), ("pull", "quote"), ("back", "to"), ("jump", "to"), ("mw", "jump"),
        ("entry", "utility"), ("post", "info"), ("article", "info"), ("published", "date"), ("pub", "date"), ("post", "date"), ("article", "date"), ("entry", "date"), ("edit", "section"),
        ("latest", "news"), ("top", "stories"), ("top", "news"), ("link", "list"), ("links", "list"), ("post", "navigation"), ("recent", "posts"), ("recent", "news"),
    ]);

    // A word that begins so; for names run together ("sharebuttons", "relatedarticles").
    private static readonly string[] Beginnings =
        ["newsletter", "sharebutton", "sharetool", "shareicon", "socialshare", "sociallink", "socialicon", "relatedart", "relatedlink", "relatedstor", "relatednews", "relatedpost", "relatedcontent", "commentsection", "advertis", "breadcrumb", "paywall", "cookieconsent", "cookiebanner", "cookienotice", "recommended", "authorbio", "mostpopular", "mostread", "outbrain", "taboola", "disqus"];

    // A name that begins with one of these speaks of a state or of something inside, not of the element.
    private static readonly FrozenSet<string> States = FrozenSet.ToFrozenSet(["has", "no", "with", "without", "is", "not", "js", "show", "wp", "page", "postid", "category", "tag", "hentry", "single", "type", "status", "format", "post-"]);

    /// <summary>The element looks like something beside the article, whatever it holds.</summary>
    public static bool Suspects(PageNode node)
    {
        if (node.Tag is "html" or "body" or "main" or "article" or "head")
        {
            return false;
        }

        if (Tags.Contains(node.Tag) || (node.Element.GetAttribute("role") is { Length: > 0 } role && Roles.Contains(role)))
        {
            return true;
        }

        if (IsHidden(node))
        {
            return true;
        }

        foreach (var name in node.Names.Names)
        {
            if (States.Contains(name[0]))
            {
                continue;
            }

            for (var i = 0; i < name.Length; i++)
            {
                if (Words.Contains(name[i]) || (i + 1 < name.Length && Pairs.Contains((name[i], name[i + 1]))) || BeginsLikeOne(name[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool BeginsLikeOne(string word)
    {
        foreach (var beginning in Beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(PageNode node) =>
        node.Element.HasAttribute("hidden")
        || (node.Element.GetAttribute("style") is { Length: > 0 } style
            && style.Replace(" ", "", StringComparison.Ordinal) is var bare
            && (bare.Contains("display:none", StringComparison.OrdinalIgnoreCase) || bare.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));
}
