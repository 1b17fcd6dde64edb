using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>How an element looks that stands beside the article.</summary>
internal enum Suspicion
{
    None,

    /// <summary>Like something that is short by nature (a share bar, a caption): long prose inside clears it.</summary>
    Short,

    /// <summary>Like something that may be long (comments, teasers of other articles): only most of the page's prose clears it.</summary>
    Any,
}

/// <summary>
/// Elements that outlets put on a page beside the article, known by tag, role and the words of their names. The words are
/// those that themes, content systems and widgets have in common (WordPress, Drupal, Arc, Brightspot, Escenic, Piano,
/// Disqus, Outbrain and the like), never an outlet's own.
/// </summary>
internal static class Boilerplate
{
    private static readonly FrozenSet<string> Tags = FrozenSet.ToFrozenSet(["nav", "footer", "aside", "dialog", "menu", "noscript"]);

    private static readonly FrozenSet<string> ShortTags = FrozenSet.ToFrozenSet(["form", "fieldset", "figcaption", "figure", "amp-ad",
        "amp-social-share", "address"]);

    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
        ["navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alert", "alertdialog", "menu", "menubar", "toolbar", "tablist"]);

    private static readonly FrozenSet<string> LongWords = FrozenSet.ToFrozenSet(
    [
        // other articles
        "related", "relateds", "relatedposts", "recommended", "recommendation", "recommendations", "recommend", "recirc", "recirculation",
        "readmore", "trending",
        "popular", "mostread", "mostpopular", "similar", "yarpp", "relacionadas", "relacionados", "teasers", "upnext", "crp", "onward", "outbrain", "taboola",
        "empfehlungen", "suggested", "suggestions", "seealso", "nextstory",
        // newsletters and registration
        "newsletter", "newsletters", "signup", "subscribe", "subscription", "subscriptions", "optin", "mailchimp", "regwall",
        // readers' voices
        "comments", "commentlist", "disqus", "kommentare", "respond", "replies", "comentarios", "commentaires", "reactions", "poll", "survey",
        "livefyre", "spotim",
        // the site
        "nav", "navbar", "navi", "navigation", "menu", "submenu", "pagination", "pager", "sidebar", "footer", "masthead", "topbar",
        // consent
        "cookie", "cookies", "consent", "gdpr", "cmp", "onetrust", "cookiebar",
        // about the maker
        "authorbox", "bio", "biography",
        // another form of the same, or not meant to be read here
        "noprint", "modal", "popup", "popover", "offscreen", "lightbox",
    ]);

    private static readonly FrozenSet<string> ShortWords = FrozenSet.ToFrozenSet(
    [
        // advertising
        "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertising", "adslot", "adbox", "sponsor", "sponsored",
        "werbung", "anzeige", "publicidad", "publicite", "reklam", "reklama", "promo", "promotion", "promobox", "affiliate",
        // sharing and following
        "share", "sharing", "shares", "sharebar", "sharedaddy", "sharethis", "addthis", "addtoany", "social", "socials", "socialmedia", "follow", "followus",
        "compartir", "teilen", "partage", "facebook", "whatsapp",
        // readers' voices
        "comment", "kommentar", "reply", "rating", "ratings", "vote", "feedback",
        // the site
        "breadcrumb", "breadcrumbs", "paging", "toolbar", "skip", "search", "copyright", "disclaimer", "toc", "teaser",
        // about the article and its maker
        "byline", "bylines", "tags", "taglist", "tagcloud", "taxonomy", "dateline", "timestamp", "postmeta", "metadata", "keywords",
        // pictures and players
        "caption", "captions", "figcaption", "credit", "credits", "carousel", "slider", "slideshow", "thumbnail", "thumbnails", "player", "jwplayer", "audio",
        "print", "printonly", "tooltip", "overlay", "pullquote",
        // registration
        "login", "signin", "register",
    ]);

    // Two words side by side in one name.
    private static readonly FrozenSet<(string, string)> LongPairs = FrozenSet.ToFrozenSet(
    [
        ("read", "more"), ("read", "next"), ("read", "also"), ("most", "read"), ("most", "viewed"), ("more", "from"), ("more", "stories"),
        ("more", "news"), ("more", "on"), ("also", "read"), ("see", "also"),
        ("next", "article"), ("next", "post"), ("prev", "next"), ("post", "nav"), ("up", "next"), ("sign", "up"), ("log", "in"), ("opt", "in"), ("call", "to"),
        ("about", "author"), ("author", "bio"), ("author", "box"), ("author", "info"), ("author", "card"), ("author", "profile"),
        ("author", "description"), ("author", "about"),
        ("entry", "footer"), ("post", "footer"), ("article", "footer"), ("pull", "quote"), ("mw", "jump"), ("edit", "section"),
        ("latest", "news"), ("top", "stories"), ("top", "news"), ("link", "list"), ("links", "list"), ("post", "navigation"), ("recent", "posts"),
        ("recent", "news"), ("news", "letter"), ("interesting", "articles"), ("more", "articles"), ("other", "articles"), ("other", "news"),
        ("other", "stories"), ("next", "story"), ("also", "like"),
        ("paywall", "message"), ("paywall", "prompt"), ("paywall", "overlay"), ("paywall", "banner"), ("paywall", "barrier"), ("paywall", "offer"),
    ]);

    private static readonly FrozenSet<(string, string)> ShortPairs = FrozenSet.ToFrozenSet(
    [
        ("author", "name"), ("entry", "meta"), ("post", "meta"), ("article", "meta"), ("story", "meta"), ("post", "tags"), ("back", "to"), ("jump", "to"),
        ("entry", "utility"), ("post", "info"), ("article", "info"), ("published", "date"), ("pub", "date"), ("post", "date"), ("article", "date"),
        ("entry", "date"),
    ]);

    // A word that begins so; for names run together ("sharebuttons", "relatedarticles").
    private static readonly string[] Beginnings =
    [
        "newsletter", "sharebutton", "sharetool", "shareicon", "socialshare", "sociallink", "socialicon", "relatedart", "relatedlink", "relatedstor",
        "relatednews",
        "relatedpost", "relatedcontent", "commentsection", "advertis", "breadcrumb", "cookieconsent", "cookiebanner", "cookienotice", "authorbio",
        "mostpopular", "mostread",
    ];

    // A name that begins with one of these speaks of a state, or of something inside, not of the element.
    private static readonly FrozenSet<string> States = FrozenSet.ToFrozenSet(
        ["has", "no", "with", "without", "is", "not", "js", "show", "wp", "page", "postid", "category", "tag", "hentry", "single", "type", "status", "format"]);

    // A name with one of these says how the page is arranged around something: "fixed-sidebar-layout", "modal-enabled".
    private static readonly FrozenSet<string> Arrangements = FrozenSet.ToFrozenSet(["layout", "enabled", "disabled", "columns"]);

    /// <summary>Text for screen readers or for nobody: no sighted reader finds it on the page.</summary>
    public static bool IsUnseen(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        if (element.GetAttribute("style") is { Length: > 0 } style && style.Contains(':', StringComparison.Ordinal))
        {
            var bare = style.Replace(" ", "", StringComparison.Ordinal);
            if (bare.Contains("display:none", StringComparison.OrdinalIgnoreCase) || bare.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                || bare.Contains("clip:rect(0", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return element.ClassName is { Length: > 0 } names
            && (names.Contains("sr-only", StringComparison.OrdinalIgnoreCase)
            || names.Contains("visually-hidden", StringComparison.OrdinalIgnoreCase)
            || names.Contains("visuallyhidden", StringComparison.OrdinalIgnoreCase)
            || names.Contains("screen-reader", StringComparison.OrdinalIgnoreCase));
    }

    public static Suspicion Of(PageNode node, bool byNames = true)
    {
        if (node.Tag is "html" or "body" or "main" or "article" or "head")
        {
            return Suspicion.None;
        }

        if (Tags.Contains(node.Tag) || (node.Element.GetAttribute("role") is { Length: > 0 } role && Roles.Contains(role)) || IsUnseen(node.Element))
        {
            return Suspicion.Any;
        }

        var suspicion = ShortTags.Contains(node.Tag) ? Suspicion.Short : Suspicion.None;
        if (!byNames)
        {
            return suspicion;
        }

        foreach (var name in node.Names.Names)
        {
            if (name is ["not", "prose"] or ["no", "print"] or ["hidden"] or ["visually", "hidden"] or ["is", "hidden"])
            {
                return Suspicion.Any;
            }

            // "PagePromo" is Brightspot's box for another page.
            if ((States.Contains(name[0]) && name is not ["page", "promo", ..]) || name.Any(Arrangements.Contains) || ContentNames.NamesBody(name))
            {
                continue;
            }

            // Only as the name's first word: page builders call every paragraph of theirs some "x-widget".
            if (name[0] is "widget" or "widgets")
            {
                suspicion = Suspicion.Short;
            }

            for (var i = 0; i < name.Length; i++)
            {
                var next = i + 1 < name.Length ? name[i + 1] : "";
                if (LongWords.Contains(name[i]) || LongPairs.Contains((name[i], next)) || BeginsLikeOne(name[i]))
                {
                    return Suspicion.Any;
                }

                if (ShortWords.Contains(name[i]) || ShortPairs.Contains((name[i], next)))
                {
                    suspicion = Suspicion.Short;
                }
            }
        }

        return suspicion;
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
}
