using System.Buffers.Text;
using System.Text;

namespace Monitor.Core.Addresses;

/// <summary>
/// Aggregators, mail filters and caches that put an article's address inside their own. Unwrapped from the text alone: no
/// request is made, and a wrapper whose target is not spelled in it (Google News since 2024) stays as it is.
/// </summary>
internal static class Wrapper
{
    /// <summary>Redirect pages: the host (with everything below it), the start of the path, and the parameter that holds the target.</summary>
    private static readonly (string Host, string Path, string Parameter)[] Redirects =
    [
        // Google Alerts and search results, Images, AMP links in mail, Translate
        ("google.*", "/url", "url"), ("google.*", "/url", "q"), ("google.*", "/imgres", "imgrefurl"), ("translate.google.com", "/translate", "u"),
        // The walls that ask for consent before they lead on
        ("consent.google.*", "/", "continue"), ("consent.youtube.com", "/", "continue"),
        // Bing News, DuckDuckGo, Yahoo
        ("bing.com", "/news/apiclick.aspx", "url"), ("duckduckgo.com", "/l/", "uddg"),
        // Social networks' exits
        ("facebook.com", "/l.php", "u"), ("facebook.com", "/flx/warn", "u"), ("l.instagram.com", "/", "u"), ("l.messenger.com", "/l.php", "u"),
        ("l.threads.net", "/", "u"), ("l.threads.com", "/", "u"), ("out.reddit.com", "/", "url"), ("youtube.com", "/redirect", "q"),
        ("t.umblr.com", "/redirect", "z"), ("linkedin.com", "/redir/redirect", "url"), ("linkedin.com", "/safety/go", "url"), ("away.vk.com", "/away.php", "to"),
        ("vk.com", "/away.php", "to"), ("slack-redir.net", "/link", "url"), ("getpocket.com", "/redirect", "url"), ("steamcommunity.com", "/linkfilter", "url"),
        // Mail filters: Microsoft Safe Links, Proofpoint v1, Barracuda (Mimecast does not spell its target)
        ("safelinks.protection.outlook.com", "/", "url"), ("urldefense.proofpoint.com", "/v1/url", "u"), ("linkprotect.cudasvc.com", "/url", "a"),
        // Feed services
        ("feedburner.com", "/~/url", "url"), ("inoreader.com", "/redirect", "url"), ("newsblur.com", "/redirect", "url"), ("flipboard.com", "/redirect", "url"),
    ];

    /// <summary>The target's address as text, still to be parsed; null where this is no wrapper that can be undone.</summary>
    public static string? Unwrap(Uri url)
    {
        foreach (var (host, path, parameter) in Redirects)
        {
            if (CanonicalRules.IsWithin(url.Host, host)
                && url.AbsolutePath.StartsWith(path, StringComparison.OrdinalIgnoreCase)
                && Absolute(QueryString.ValueOf(url, parameter)) is { } target)
            {
                return target;
            }
        }

        return AmpCache(url) ?? GoogleNews(url) ?? BingClick(url) ?? YahooSearch(url) ?? Proofpoint(url);
    }

    // developers.google.com/amp/cache/overview: HOST.cdn.ampproject.org/{c|v|a...}/[s/]HOST/PATH; google.com/amp/[s/]HOST/PATH; bing.com/amp/[s/]HOST/PATH
    private static string? AmpCache(Uri url)
    {
        var path = url.AbsolutePath;
        var isCache = CanonicalRules.IsWithin(url.Host, "cdn.ampproject.org") || CanonicalRules.IsWithin(url.Host, "bing-amp.com");
        var isViewer = (CanonicalRules.IsWithin(url.Host, "google.*") || CanonicalRules.IsWithin(url.Host, "bing.com")) && path.StartsWith("/amp/", StringComparison.Ordinal);
        var start = isViewer ? "/amp/".Length : isCache && path.Length > 3 && path[2] == '/' ? 3 : -1;
        if (start < 0)
        {
            return null;
        }

        var secure = path.AsSpan(start).StartsWith("s/");
        var rest = path[(start + (secure ? 2 : 0))..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 ? rest : rest[..slash]).Contains('.', StringComparison.Ordinal)
            ? $"{(secure ? "https" : "http")}://{rest}{url.Query}"
            : null;
    }

    // Until 2024 the identifier was a protocol buffer with the address in field 4: github.com/DIYgod/RSSHub/issues/17412
    private static string? GoogleNews(Uri url)
    {
        if (!CanonicalRules.IsWithin(url.Host, "news.google.com"))
        {
            return null;
        }

        var path = url.AbsolutePath.AsSpan();
        var marker = path.IndexOf("/articles/");
        if (marker < 0)
        {
            return null;
        }

        var id = path[(marker + "/articles/".Length)..].TrimEnd('/');
        Span<byte> bytes = id.Length <= 4096 ? new byte[id.Length] : [];
        if (bytes.IsEmpty || !Base64Url.TryDecodeFromChars(id, bytes, out var length))
        {
            return null;
        }

        bytes = bytes[..length];
        var field = bytes.IndexOf((byte)0x22);
        if (field < 0 || field + 2 >= bytes.Length)
        {
            return null;
        }

        int size = bytes[field + 1], text = field + 2;
        if (size >= 0x80)
        {
            size = (size & 0x7f) | (bytes[text] << 7);
            text++;
        }

        return text + size <= bytes.Length && Ascii.IsValid(bytes.Slice(text, size)) ? Absolute(Encoding.ASCII.GetString(bytes.Slice(text, size))) : null;
    }

    // bing.com/ck/a?...&u=a1{base64url}
    private static string? BingClick(Uri url)
    {
        if (!CanonicalRules.IsWithin(url.Host, "bing.com") || !url.AbsolutePath.StartsWith("/ck/a", StringComparison.Ordinal)
            || QueryString.ValueOf(url, "u") is not ['a', '1', .. var encoded])
        {
            return null;
        }

        var bytes = new byte[encoded.Length];
        return Base64Url.TryDecodeFromChars(encoded, bytes, out var length) ? Absolute(Encoding.UTF8.GetString(bytes, 0, length)) : null;
    }

    // r.search.yahoo.com/.../RU={address}/RK=...
    private static string? YahooSearch(Uri url)
    {
        if (!CanonicalRules.IsWithin(url.Host, "search.yahoo.com"))
        {
            return null;
        }

        var path = url.AbsolutePath;
        var start = path.IndexOf("/RU=", StringComparison.Ordinal);
        var end = start < 0 ? -1 : path.IndexOf('/', start + 4);
        return end < 0 ? null : Absolute(Uri.UnescapeDataString(path[(start + 4)..end]));
    }

    // help.proofpoint.com "URL Defense": v2 writes % as - and / as _; v3 writes the address between two underscores, with * for what it took out
    private static string? Proofpoint(Uri url)
    {
        if (CanonicalRules.IsWithin(url.Host, "urldefense.proofpoint.com") && url.AbsolutePath.StartsWith("/v2/url", StringComparison.Ordinal)
            && QueryString.ValueOf(url, "u") is { } v2)
        {
            return Absolute(Uri.UnescapeDataString(v2.Replace('-', '%').Replace('_', '/')));
        }

        if (!CanonicalRules.IsWithin(url.Host, "urldefense.com") && !CanonicalRules.IsWithin(url.Host, "urldefense.us"))
        {
            return null;
        }

        var text = url.PathAndQuery;
        var start = text.IndexOf("/v3/__", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf("__;", start, StringComparison.Ordinal);
        if (end < start + 6)
        {
            return null;
        }

        var v3 = text[(start + 6)..end];
        return v3.Contains('*', StringComparison.Ordinal) ? null : Absolute(v3);
    }

    private static string? Absolute(string? text) =>
        text is not null && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ? text : null;
}
