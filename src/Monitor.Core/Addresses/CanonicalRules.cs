using System.Collections.Frozen;

namespace Monitor.Core.Addresses;

/// <summary>
/// What a canonical URL leaves out, as data. Each group names its source. What no group names stays: an unknown parameter may
/// be the article's only name.
/// </summary>
internal static class CanonicalRules
{
    /// <summary>Query parameters that never choose what is shown. A star ends a prefix; case does not matter.</summary>
    private static readonly string[][] Tracking =
    [
        // Google Analytics campaigns: support.google.com/analytics/answer/10917952; click identifiers: support.google.com/google-ads/answer/9744275
        ["utm_*", "ga_*", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid", "srsltid", "_ga", "_gl", "gaa_at", "gaa_n", "gaa_ts", "gaa_sig", "usqp", "campaign_source", "campaign_medium", "campaign_name", "campaign_term", "campaign_content", "itm_source", "itm_medium", "itm_campaign"],
        // Matomo and Piwik: matomo.org/faq/reports/common-campaign-tracking-use-cases-and-examples
        ["mtm_*", "matomo_*", "pk_*", "piwik_*"],
        // Facebook and Instagram: developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc
        ["fbclid", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "fb_comment_id", "igshid", "igsh", "mibextid"],
        // Other networks' click identifiers: AdGuard's TrackParamFilter, Firefox's query-stripping list
        ["twclid", "msclkid", "yclid", "ysclid", "ttclid", "li_fat_id", "rdt_cid", "epik", "sccid", "scid", "irclickid", "irgwc", "cvid", "oicd", "_openstat", "wickedid", "rb_clickid", "tblci", "obOrigUrl", "dicbo", "__twitter_impression", "tw_i", "tw_p", "__tn__", "trk_contact", "trk_msg", "s_kwcid", "ef_id", "adobe_mc", "spm", "hmb_*", "otm_*", "action_object_map", "action_type_map", "action_ref_map", "tracking_source"],
        // Mailing services: Mailchimp, HubSpot, Marketo, Vero, Olytics, Drip, Klaviyo, Salesforce, Adobe, Omeda, Beehiiv, ActiveCampaign, Dotdigital
        ["mc_cid", "mc_eid", "mc_tc", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsCtaTracking", "hsa_*", "mkt_tok", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "__s", "_kx", "sfmc_*", "et_rid", "sc_cid", "s_cid", "cmpid", "ck_subscriber_id", "_bhlid", "vgo_ee", "dm_i", "_branch_match_id", "_branch_referrer", "emci", "emdi", "ceid", "ml_subscriber", "ml_subscriber_hash", "wtrid"],
        // Newsrooms' own: Guardian, Adobe Analytics and Webtrends, BBC, New York Times, AT Internet, Yahoo, CNBC, the Economist, Echobox, Readwise
        ["CMP", "WT.mc_id", "WT.tsrc", "ns_mchannel", "ns_campaign", "ns_source", "ns_linkname", "ns_fee", "at_*", "ocid", "smid", "smtyp", "xtor", "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src", "soc_trk", "ncid", "icid", "intcmp", "ito", "sr_share", "ftag", "taid", "hootPostID", "amp_js_v", "amp_gsa", "ampshare", "aoh", "wt_mc", "wt_zmc", "traffic_source", "__source", "fsrc", "Echobox", "js-chunk-not-found-refresh", "__readwiseLocation", "shareToken", "socialshare"],
        // Session identifiers in the address: the defaults of PHP, ASP, Java, ColdFusion
        ["PHPSESSID", "ASPSESSIONID*", "jsessionid", "CFID", "CFTOKEN"],
    ];

    /// <summary>Parameters that track only when they carry one of the words of <see cref="Referrers"/> (?ref=rss); otherwise they may choose an article.</summary>
    private static readonly FrozenSet<string> ReferrerNames =
        Set("ref", "referrer", "referer", "ref_src", "src", "source", "from", "via", "medium", "origin", "cid", "share", "rss", "rssfeed");

    private static readonly FrozenSet<string> Referrers = Set(
        "rss", "rssfeed", "rss-feed", "rss_feed", "feed", "feeds", "twitter", "tw", "twtr", "twsrc^tfw", "facebook", "fb", "linkedin", "whatsapp", "telegram",
        "instagram", "reddit", "bluesky", "threads", "mastodon", "newsletter", "email", "e-mail", "mail", "push", "app", "social", "share", "sharing",
        "google", "googlenews", "google-news", "news.google", "news.google.com", "bing", "msn", "yahoo", "flipboard", "feedly", "smartnews", "applenews", "apple-news", "readmore", "homepage", "true");

    /// <summary>Parameters that choose how a page is shown (AMP, print, mobile), with the values that do; an empty value counts.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Views = new Dictionary<string, FrozenSet<string>>
    {
        // amp.dev/documentation/guides-and-tutorials/optimize-and-measure/discovery; WordPress's AMP plugin (?amp, ?noamp); Arc Publishing (?outputType=amp)
        ["amp"] = Set("", "1", "true", "yes"),
        ["isAmp"] = Set("", "1", "true"),
        ["noamp"] = Set("", "1", "mobile", "available"),
        ["outputType"] = Set("amp", "print", "mobile"),
        ["output"] = Set("amp", "print"),
        ["format"] = Set("amp", "print", "mobile"),
        ["view"] = Set("amp", "print", "mobile"),
        ["mode"] = Set("amp", "print", "mobile"),
        // Print views: MediaWiki (?printable=yes), Joomla (?tmpl=component&print=1), WordPress plugins
        ["print"] = Set("", "1", "true", "yes", "y", "print"),
        ["printable"] = Set("", "1", "true", "yes"),
        ["printer"] = Set("", "1", "true", "yes"),
        ["print_view"] = Set("", "1", "true", "yes"),
        ["printview"] = Set("", "1", "true", "yes"),
        ["printer_friendly"] = Set("", "1", "true", "yes"),
        ["action"] = Set("print"),
        ["tmpl"] = Set("component", "print"),
        // Mobile switches: Jetpack and WPtouch
        ["mobile"] = Set("", "1", "true", "yes"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parameters that track on one site and mean something on others; the host with everything below it.</summary>
    private static readonly (string Host, FrozenSet<string> Names)[] OnOneSite =
    [
        ("youtube.com", Set("si", "feature", "pp", "ab_channel")),
        ("youtu.be", Set("si", "feature")),
        ("twitter.com", Set("s", "t")),
        ("x.com", Set("s", "t")),
        ("wsj.com", Set("mod", "st", "reflink")),
        ("bloomberg.com", Set("sref", "srnd", "leadSource")),
        ("nytimes.com", Set("partner", "emc", "searchResultPosition")),
        ("medium.com", Set("source", "sk")),
        ("substack.com", Set("r", "s", "triedRedirect")),
        ("linkedin.com", Set("trk", "trackingId", "refId", "lipi")),
        ("wikipedia.org", Set("wprov")),
        ("blogspot.com", Set("m")),
        ("ft.com", Set("ftcamp", "segmentId", "shareType", "desktop")),
        ("washingtonpost.com", Set("tid", "itid", "wpisrc", "wpmm", "hpid")),
        ("bbc.com", Set("intlink_from_url", "link_location")),
        ("bbc.co.uk", Set("intlink_from_url", "link_location")),
        ("abc.net.au", Set("future", "pfmredir")),
        ("smh.com.au", Set("collection", "btis", "promote_channel", "list_name")),
        ("theage.com.au", Set("collection", "btis", "promote_channel", "list_name")),
        ("brisbanetimes.com.au", Set("collection", "btis", "promote_channel", "list_name")),
        ("watoday.com.au", Set("collection", "btis", "promote_channel", "list_name")),
        ("afr.com", Set("collection", "btis", "promote_channel", "list_name")),
        ("stuff.co.nz", Set("rm")),
        ("news.com.au", Set("nk", "sourceCode")),
        ("theaustralian.com.au", Set("nk", "sourceCode")),
        ("heraldsun.com.au", Set("nk", "sourceCode")),
        ("dailytelegraph.com.au", Set("nk", "sourceCode")),
        ("couriermail.com.au", Set("nk", "sourceCode")),
        ("adelaidenow.com.au", Set("nk", "sourceCode")),
        ("spotify.com", Set("si")),
        ("reuters.com", Set("rpc", "feedType", "feedName")),
    ];

    /// <summary>File names that a server adds where a directory is asked for: Apache's DirectoryIndex and IIS's default documents.</summary>
    public static FrozenSet<string> IndexNames { get; } = Set(
        "index.html", "index.htm", "index.shtml", "index.xhtml", "index.php", "index.php5", "index.asp", "index.aspx", "index.jsp", "index.cfm",
        "default.html", "default.htm", "default.asp", "default.aspx");

    /// <summary>First labels of hosts that serve the same pages for telephones and for AMP; the outlet's host is www, or what follows where that is a subdomain already.</summary>
    public static FrozenSet<string> MobileLabels { get; } = Set("m", "mobile", "amp", "wap", "touch");

    /// <summary>Hosts for telephones that no general rule finds.</summary>
    public static FrozenDictionary<string, string> MobileHosts { get; } = new Dictionary<string, string>
    {
        ["i.stuff.co.nz"] = "www.stuff.co.nz",
        ["mbasic.facebook.com"] = "www.facebook.com",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TrackingNames =
        Tracking.SelectMany(group => group).Where(name => !name.EndsWith('*')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TrackingPrefixes =
        [.. Tracking.SelectMany(group => group).Where(name => name.EndsWith('*')).Select(name => name[..^1])];

    /// <param name="name">Decoded.</param>
    /// <param name="value">Decoded; empty where the parameter has none.</param>
    /// <param name="host">In lower case.</param>
    public static bool Drops(string name, string value, string host) =>
        TrackingNames.Contains(name)
        || Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || IsSocialFlow(name)
        || (ReferrerNames.Contains(name) && (Referrers.Contains(value) || value.Split('-', '_', '.').Contains("rss", StringComparer.OrdinalIgnoreCase)))
        || (Views.TryGetValue(name, out var values) && values.Contains(value))
        || Array.Exists(OnOneSite, site => IsWithin(host, site.Host) && site.Names.Contains(name));

    /// <summary>The host is <paramref name="site"/> or below it; a site such as google.* stands for every country's.</summary>
    public static bool IsWithin(ReadOnlySpan<char> host, ReadOnlySpan<char> site) => site.EndsWith(".*") ? IsWithinAnyCountrys(host, site[..^1]) : IsWithinOne(host, site);

    private static bool IsWithinAnyCountrys(ReadOnlySpan<char> host, ReadOnlySpan<char> name)
    {
        var start = host.IndexOf(name);
        var country = start == 0 || (start > 0 && host[start - 1] == '.') ? host[(start + name.Length)..] : [];
        return country is "com" || country.Length == 2
            || (country.Length > 3 && country[^3] == '.' && country[..^3] is "co" or "com");
    }

    private static bool IsWithinOne(ReadOnlySpan<char> host, ReadOnlySpan<char> site) =>
        host.EndsWith(site, StringComparison.OrdinalIgnoreCase) && (host.Length == site.Length || host[^(site.Length + 1)] == '.');

    // SocialFlow numbers its posts: ?sf123456=1
    private static bool IsSocialFlow(ReadOnlySpan<char> name) =>
        name.Length > 5 && name.StartsWith("sf") && !name[2..].ContainsAnyExceptInRange('0', '9');

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
