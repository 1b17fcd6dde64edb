using System.Globalization;
using System.Net;
using System.Text;

namespace Monitor.Benchmarks.Material;

/// <summary>Well-formed feeds as outlets write them: RSS 2.0 with and without full text, Atom, and RDF.</summary>
internal static class FeedDocuments
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 19, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Feeds whose descriptions hold no markup, so that nothing has to be sanitised.</summary>
    public static IReadOnlyList<byte[]> Plain(int seed = 1) =>
        [.. Enumerable.Range(0, 12).Select(i => (i % 3) switch
        {
            0 => Rss(new Prose(seed + i), 60, rich: false),
            1 => Atom(new Prose(seed + i), 40, rich: false),
            _ => Rdf(new Prose(seed + i), 30),
        })];

    /// <summary>Feeds with teasers and full texts in HTML.</summary>
    public static IReadOnlyList<byte[]> Rich(int count = 12, int seed = 100) =>
        [.. Enumerable.Range(0, count).Select(i => (i % 4) switch
        {
            0 or 1 => Rss(new Prose(seed + i), 40, rich: true),
            2 => Atom(new Prose(seed + i), 30, rich: true),
            _ => Rdf(new Prose(seed + i), 25),
        })];

    public static byte[] Rss(Prose prose, int entries, bool rich)
    {
        var feed = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
            <channel>
            <title>Morning news</title><link>https://news.example/</link><description>All the news of the day</description>
            <language>en-nz</language><lastBuildDate>Thu, 19 Nov 2026 06:00:00 +0000</lastBuildDate>
            <atom:link href="https://news.example/feed.xml" rel="self" type="application/rss+xml"/>

            """);
        for (var i = 0; i < entries; i++)
        {
            var link = $"https://news.example/{prose.Slug()}/{900000 + i}";
            var published = Morning.AddMinutes(-17 * i).ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
            feed.Append(CultureInfo.InvariantCulture, $"""
                <item>
                <title>{prose.Title()}</title>
                <link>{link}</link>
                <guid isPermaLink="true">{link}</guid>
                <pubDate>{published}</pubDate>
                <dc:creator>{prose.Name()} {prose.Name()}</dc:creator>
                <category>{prose.Name()}</category><category>{prose.Name()}</category>
                <media:content url="https://news.example/pictures/{i}.jpg" medium="image" width="1200" height="800"><media:title>{prose.Title()}</media:title></media:content>
                <description>{(rich ? WebUtility.HtmlEncode($"<p>{prose.Sentence()}</p>") : prose.Paragraph())}</description>

                """);
            if (rich)
            {
                feed.Append("<content:encoded><![CDATA[").Append(Fragments.Article(prose)).Append("]]></content:encoded>\n");
            }

            feed.Append("</item>\n");
        }

        return Encoding.UTF8.GetBytes(feed.Append("</channel>\n</rss>\n").ToString());
    }

    public static byte[] Atom(Prose prose, int entries, bool rich)
    {
        var feed = new StringBuilder("""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-AU">
              <title type="text">The ledger</title>
              <link rel="alternate" type="text/html" href="https://ledger.example/"/>
              <link rel="self" type="application/atom+xml" href="https://ledger.example/atom.xml"/>
              <updated>2026-11-19T06:00:00Z</updated>
              <id>https://ledger.example/atom.xml</id>

            """);
        for (var i = 0; i < entries; i++)
        {
            var published = Morning.AddMinutes(-31 * i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            feed.Append(CultureInfo.InvariantCulture, $"""
                  <entry>
                    <title type="html">{prose.Title()}</title>
                    <link rel="alternate" type="text/html" href="https://ledger.example/{prose.Slug()}"/>
                    <id>tag:ledger.example,2026:{700000 + i}</id>
                    <published>{published}</published>
                    <updated>{published}</updated>
                    <author><name>{prose.Name()} {prose.Name()}</name></author>
                    <category term="{prose.Name()}"/>
                    <summary type="html">{(rich ? WebUtility.HtmlEncode($"<p>{prose.Sentence()}</p>") : prose.Paragraph())}</summary>

                """);
            if (rich)
            {
                feed.Append("    <content type=\"html\">").Append(WebUtility.HtmlEncode(Fragments.Article(prose))).Append("</content>\n");
            }

            feed.Append("  </entry>\n");
        }

        return Encoding.UTF8.GetBytes(feed.Append("</feed>\n").ToString());
    }

    public static byte[] Rdf(Prose prose, int entries)
    {
        var feed = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://releases.example/"><title>Releases</title><link>https://releases.example/</link><description>What ministers say</description></channel>

            """);
        for (var i = 0; i < entries; i++)
        {
            var link = $"https://releases.example/release/{prose.Slug()}";
            feed.Append(CultureInfo.InvariantCulture, $"""
                <item rdf:about="{link}">
                <title>{prose.Title()}</title>
                <link>{link}</link>
                <description>{prose.Paragraph()}</description>
                <dc:creator>{prose.Name()} {prose.Name()}</dc:creator>
                <dc:date>{Morning.AddHours(-i).ToString("yyyy-MM-dd'T'HH:mm:ss'+13:00'", CultureInfo.InvariantCulture)}</dc:date>
                </item>

                """);
        }

        return Encoding.UTF8.GetBytes(feed.Append("</rdf:RDF>\n").ToString());
    }
}
