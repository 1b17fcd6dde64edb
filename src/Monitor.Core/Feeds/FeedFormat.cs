using System.Text;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>A feed's format by its root element.</summary>
internal static class FeedFormat
{
    public const string Sitemap = "news-sitemap";

    public static bool IsAtom(string format) => format.StartsWith("atom", StringComparison.Ordinal);

    public static string Of(ref XmlScanner scanner, string root)
    {
        var version = "";
        bool oldest = false, latest = false;
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var value = scanner.AttributeValue(i);
            version = scanner.AttributeName(i).SequenceEqual("version"u8) ? Encoding.UTF8.GetString(value).Trim() : version;
            oldest |= value.IndexOf("rdf/simple/0.9"u8) >= 0;
            latest |= value.IndexOf("purl.org/net/rss1.1"u8) >= 0;
        }

        return root switch
        {
            "feed" or "entry" => OfAtom(ref scanner),
            "rdf" => oldest ? "rss-0.90" : "rss-1.0",
            "urlset" => Sitemap,
            "channel" when latest => "rss-1.0",
            _ => version switch
            {
                "0.90" or "0.9" => "rss-0.90",
                "0.91" => "rss-0.91",
                "0.92" or "0.93" or "0.94" => "rss-0.92",
                "1.0" or "1.1" => "rss-1.0",
                _ => "rss-2.0",
            },
        };
    }

    private static string OfAtom(ref XmlScanner scanner)
    {
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var old = scanner.AttributeValue(i).IndexOf("purl.org/atom"u8) >= 0
                || (scanner.AttributeName(i).SequenceEqual("version"u8) && scanner.AttributeValue(i).StartsWith("0."u8));
            if (old)
            {
                return "atom-0.3";
            }
        }

        return "atom-1.0";
    }
}
