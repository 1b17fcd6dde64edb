using System.Text;
using Monitor.Core.Articles;
using Monitor.Core.Text;

namespace Monitor.Core.Feeds;

/// <summary>A web page that stands where a feed should, and the feeds that it announces (RSS autodiscovery).</summary>
public static class FeedPage
{
    private const int MaxFeeds = 50;

    /// <summary>The document begins as a page, and no feed begins in its first kilobytes.</summary>
    internal static bool IsHtml(ReadOnlySpan<byte> text)
    {
        var head = text[..Math.Min(text.Length, 4096)];
        for (var at = head.IndexOf((byte)'<'); at >= 0; at = head.IndexOf((byte)'<'))
        {
            head = head[(at + 1)..];
            if (Begins(head, "!doctype html"u8) || Begins(head, "html"u8) || Begins(head, "head"u8) || Begins(head, "body"u8))
            {
                return head.IndexOf("<rss"u8) < 0 && head.IndexOf("<rdf:RDF"u8) < 0 && head.IndexOf("<feed"u8) < 0;
            }

            if (head.Length > 0 && char.IsAsciiLetter((char)head[0]))
            {
                return false;
            }
        }

        return false;
    }

    /// <returns>Absolute addresses in the page's order, each once.</returns>
    public static IReadOnlyList<string> Announced(string html, Uri? url)
    {
        ArgumentNullException.ThrowIfNull(html);
        var feeds = new List<string>();
        var scanner = new HtmlScanner(html);
        for (var token = scanner.Next(); token != HtmlToken.End && feeds.Count < MaxFeeds; token = scanner.Next())
        {
            if (token != HtmlToken.StartTag)
            {
                continue;
            }

            if (scanner.Name.Equals("script", StringComparison.OrdinalIgnoreCase))
            {
                scanner.SkipRawText("script");
            }
            else if (scanner.Name.Equals("base", StringComparison.OrdinalIgnoreCase) && Attribute(scanner, "href") is { } given && new LinkBase(url).Image(given) is { } address)
            {
                url = Uri.TryCreate(address, UriKind.Absolute, out var found) ? found : url;
            }
            else if (scanner.Name.Equals("link", StringComparison.OrdinalIgnoreCase) && IsFeed(scanner) && new LinkBase(url).Image(Attribute(scanner, "href") ?? "") is { } feed && !feeds.Contains(feed))
            {
                feeds.Add(feed);
            }
        }

        return feeds;
    }

    private static bool IsFeed(HtmlScanner scanner)
    {
        var rel = Attribute(scanner, "rel") ?? "";
        var type = (Attribute(scanner, "type") ?? "").Trim();
        return rel.Contains("alternate", StringComparison.OrdinalIgnoreCase)
            && (type.StartsWith("application/rss", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/atom", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/rdf", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/feed+json", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/rss", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The scanner is a copy: reading its attributes does not move the page's.</summary>
    private static string? Attribute(HtmlScanner scanner, string wanted)
    {
        while (scanner.NextAttribute(out var name, out var value))
        {
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return HtmlEntities.Decode(value);
            }
        }

        return null;
    }

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length > word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word) && !char.IsAsciiLetterOrDigit((char)text[word.Length]);
}
