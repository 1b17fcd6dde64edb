using System.Text;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public class FeedReaderTests
{
    [Fact]
    public void Reads_RSS_2()
    {
        var feed = Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>The Harbour Post</title><link>https://post.nz/</link><description>News</description>
            <item><title>Anzus talks resume</title><link>https://post.nz/anzus</link><guid isPermaLink="false">p-1</guid>
            <pubDate>Tue, 17 Nov 2026 08:30:00 +1300</pubDate><dc:creator>Mere Tai</dc:creator><category>Politics</category><category>Defence</category>
            <description>&lt;p&gt;Officials &lt;b&gt;met&lt;/b&gt; again.&lt;/p&gt;</description><content:encoded><![CDATA[<p>Officials met again in Wellington.</p>]]></content:encoded></item>
            </channel></rss>
            """);
        (feed.Format, feed.Title, feed.Link).ShouldBe(("rss-2.0", "The Harbour Post", "https://post.nz/"));
        feed.Problems.ShouldBeEmpty();
        var entry = feed.Entries.ShouldHaveSingleItem();
        entry.Categories.ShouldBe(["Politics", "Defence"]);
        (entry with { Categories = [] }).ShouldBeEquivalentTo(new Entry(
            "p-1", "Anzus talks resume", "https://post.nz/anzus", Utc("2026-11-16T19:30:00Z"), null, "Mere Tai",
            "<p>Officials <b>met</b> again.</p>", "<p>Officials met again in Wellington.</p>", []));
    }

    [Fact]
    public void Reads_Atom_1()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.nz/">
            <title type="html">The &lt;i&gt;Harbour&lt;/i&gt; Post</title><link rel="self" href="feed.atom"/><link href="/"/>
            <author><name>The Desk</name><email>desk@post.nz</email></author>
            <entry xml:base="news/"><id>tag:post.nz,2026:1</id><title>Ministers &amp; treaties</title>
            <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="anzus"/>
            <published>2026-11-17T08:30:00+13:00</published><updated>2026-11-17T09:00:00+13:00</updated>
            <summary>Fewer than 5 &lt; 6</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="b">b</a>.</p></div></content></entry>
            </feed>
            """);
        (feed.Format, feed.Title, feed.Link).ShouldBe(("atom-1.0", "The Harbour Post", "https://post.nz/"));
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry with { Categories = [] }).ShouldBeEquivalentTo(new Entry(
            "tag:post.nz,2026:1", "Ministers & treaties", "https://post.nz/news/anzus", Utc("2026-11-16T19:30:00Z"), Utc("2026-11-16T20:00:00Z"), "The Desk",
            "Fewer than 5 &lt; 6", "<div><p>See <a href=\"https://post.nz/news/b\">b</a>.</p></div>", []));
    }

    [Theory]
    [InlineData("<rss version='0.91'><channel><item><title>T</title></item></channel></rss>", "rss-0.91")]
    [InlineData("<rss version='0.92'><channel><item><title>T</title></item></channel></rss>", "rss-0.92")]
    [InlineData("<rss><channel><item><title>T</title></item></channel></rss>", "rss-2.0")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/><item><title>T</title></item></rdf:RDF>", "rss-0.90")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/><item><title>T</title></item></rdf:RDF>", "rss-1.0")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>T</title></entry></feed>", "atom-0.3")]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'><title>T</title></entry>", "atom-1.0")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://post.nz/a</loc><n:news><n:title>T</n:title></n:news></url></urlset>", "news-sitemap")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"title\": \"T\"}]}", "json-feed-1")]
    public void Tells_the_format(string document, string format)
    {
        var feed = Read(document);
        feed.Format.ShouldBe(format);
        feed.Entries.ShouldHaveSingleItem().Title.ShouldBe("T");
    }

    [Fact]
    public void Reads_a_news_sitemap()
    {
        var feed = Read("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc>https://post.nz/a</loc><lastmod>2026-11-17</lastmod><image:image><image:loc>https://post.nz/a.jpg</image:loc></image:image>
            <news:news><news:publication><news:name>The Harbour Post</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-11-16T19:30:00Z</news:publication_date><news:title>Anzus talks</news:title><news:keywords>Anzus, treaties</news:keywords></news:news></url>
            <url><loc>https://post.nz/b</loc></url>
            </urlset>
            """);
        feed.Title.ShouldBe("The Harbour Post");
        feed.Entries.Count.ShouldBe(2);
        (feed.Entries[0].Link, feed.Entries[0].Title, feed.Entries[0].Published).ShouldBe(("https://post.nz/a", "Anzus talks", Utc("2026-11-16T19:30:00Z")));
        feed.Entries[0].Categories.ShouldBe(["Anzus", "treaties"]);
        feed.Entries[1].Link.ShouldBe("https://post.nz/b");
    }

    [Fact]
    public void Reads_JSON_Feed()
    {
        var feed = Read("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post", "home_page_url": "https://post.nz/", "authors": [{"name": "The Desk"}],
             "items": [{"id": 7, "url": "/a", "title": "A", "content_html": "<p onclick='x'>Text</p>", "date_published": "2026-11-17T08:30:00+13:00", "tags": ["x", "y"]},
                       {"id": "https://post.nz/b", "content_text": "5 < 6", "summary": "Sums", "author": {"name": "Mere Tai"}}]}
            """);
        (feed.Title, feed.Link).ShouldBe(("The Harbour Post", "https://post.nz/"));
        var (a, b) = (feed.Entries[0], feed.Entries[1]);
        (a.Id, a.Link, a.Content, a.Author).ShouldBe(("7", "https://post.nz/a", "<p>Text</p>", "The Desk"));
        (b.Link, b.Content, b.Summary, b.Author, b.Title).ShouldBe(("https://post.nz/b", "5 &lt; 6", "Sums", "Mere Tai", "Sums"));
    }

    [Theory]
    [InlineData("\"url\": \"/a\"", "\"home_page_url\": \"https://post.nz/\", \"author\": {\"name\": \"Mere Tai\"}", Label = "the head after the items")]
    [InlineData("\"url\": \"https://post.nz/a\", \"content_text\": \"a\nb\tc\"", "\"author\": {\"name\": \"Mere Tai\"}", Label = "raw line breaks in a string")]
    [InlineData("\"url\": \"https://post.nz/a\", \"title\": \"cut \\ud83d\"", "\"author\": \"Mere Tai\"", Label = "half a sign")]
    [InlineData("\"url\": \"https://post.nz/a\"", "\"authors\": [{\"name\": \"Mere Tai\"}, {\"url\": \"https://post.nz/\"}],", Label = "a trailing comma")]
    public void Reads_JSON_Feed_as_it_is_met(string item, string head)
    {
        var feed = Read($"{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{{{item}}}, {{\"id\": 2}}], {head}}}");
        feed.Entries.Select(entry => (entry.Link, entry.Author)).ShouldBe([("https://post.nz/a", "Mere Tai"), (null, "Mere Tai")]);
    }

    [Theory]
    [InlineData("xmlns:dublin='http://purl.org/dc/elements/1.1/'", "<dublin:creator>Mere Tai</dublin:creator>", Label = "another prefix")]
    [InlineData("xmlns:DC='HTTP://PURL.ORG/DC/ELEMENTS/1.1/'", "<DC:Creator>Mere Tai</DC:Creator>", Label = "another case")]
    [InlineData("xmlns:dc='https://purl.org/dc/elements/1.1'", "<dc:creator>Mere Tai</dc:creator>", Label = "https and no last slash")]
    [InlineData("", "<dc:creator>Mere Tai</dc:creator>", Label = "undeclared")]
    [InlineData("", "<author>mere@post.nz (Mere Tai)</author>", Label = "an address and a name")]
    [InlineData("", "<author>Mere Tai &lt;mere@post.nz&gt;</author>", Label = "a name and an address")]
    [InlineData("xmlns:a='http://www.w3.org/2005/Atom'", "<a:author><a:name>Mere Tai</a:name><a:uri>https://post.nz/mere</a:uri></a:author>", Label = "Atom in RSS")]
    public void Knows_an_author_however_named(string declaration, string author) =>
        Read($"<rss version='2.0' {declaration}><channel><item><title>T</title>{author}</item></channel></rss>").Entries[0].Author.ShouldBe("Mere Tai");

    [Theory]
    [InlineData("<description>D</description><media:description xmlns:media='http://search.yahoo.com/mrss/'>M</media:description>", "D", null)]
    [InlineData("<media:group xmlns:media='http://search.yahoo.com/mrss/'><media:description>M</media:description></media:group>", "M", null)]
    [InlineData("<x:description xmlns:x='https://post.nz/x'>X</x:description><description>D</description>", "D", null)]
    [InlineData("<content:encoded>C</content:encoded><description>D</description>", "D", "C")]
    [InlineData("<summary>S</summary><description>D</description>", "D", null)]
    [InlineData("<description><![CDATA[<p>wrapped <![CDATA[twice]]></p>]]></description>", "<p>wrapped twice</p>", null)]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'><p>C</p></body>", null, "<p>C</p>")]
    [InlineData("<description></description><itunes:summary>I</itunes:summary>", "I", null)]
    public void Keeps_summary_and_content_apart(string fields, string? summary, string? content)
    {
        var entry = Read($"<rss version='2.0'><channel><item>{fields}</item></channel></rss>").Entries[0];
        (entry.Summary, entry.Content).ShouldBe((summary, content));
    }

    [Theory]
    [InlineData("<link>https://post.nz/a</link>", "https://post.nz/a", Label = "text")]
    [InlineData("<link>\n /a </link>", "https://post.nz/a", Label = "relative, in spaces")]
    [InlineData("<guid>https://post.nz/a</guid>", "https://post.nz/a", Label = "an id that is a link")]
    [InlineData("<guid isPermaLink='false'>https://post.nz/a</guid>", null, Label = "an id that is none")]
    [InlineData("<atom:link href='https://post.nz/a'/>", "https://post.nz/a", Label = "Atom's")]
    [InlineData("<atom:link rel='self' href='https://post.nz/feed'/>", null, Label = "Atom's to itself")]
    [InlineData("<atom:content src='/a' type='text/html'/>", "https://post.nz/a", Label = "the place of a content that stands elsewhere")]
    [InlineData("<link>https://feeds.nz/1</link><feedburner:origLink>https://post.nz/a</feedburner:origLink>", "https://post.nz/a", Label = "the one behind a counter")]
    [InlineData("<link>https://post.nz/?a=1&b=2&copy=3</link>", "https://post.nz/?a=1&b=2&copy=3", Label = "loose ampersands")]
    public void Finds_the_link(string fields, string? link) =>
        Read($"<rss version='2.0'><channel><item><title>T</title>{fields}</item></channel></rss>", new Uri("https://post.nz/feed/")).Entries[0].Link.ShouldBe(link);

    [Fact]
    public void An_entry_without_a_title_takes_the_first_words_of_its_text()
    {
        var feed = Read($"<rss><channel><item><description>{string.Concat(Enumerable.Repeat("word ", 60))}</description></item><item><link>https://post.nz/a</link></item></channel></rss>");
        feed.Entries[0].Title!.Length.ShouldBe(101);
        feed.Entries[0].Title.ShouldEndWith("…");
        feed.Entries[1].Title.ShouldBe("https://post.nz/a");
    }

    [Theory]
    [InlineData("<title>A &amp; B</title>", "A & B")]
    [InlineData("<title>A &amp;amp; B</title>", "A & B")]
    [InlineData("<title><![CDATA[A &#8211; <b>B</b>]]></title>", "A – B")]
    [InlineData("<title>A <b>bold</b> claim</title>", "A bold claim")]
    [InlineData("<title>The &lt;thing&gt; itself</title>", "The <thing> itself")]
    [InlineData("<title>caf&eacute; &nbsp;bar &hellip;</title>", "café bar …")]
    public void A_title_is_plain_text(string title, string expected) =>
        Read($"<rss><channel><item>{title}</item></channel></rss>").Entries[0].Title.ShouldBe(expected);

    [Theory]
    [InlineData("", "the document is empty")]
    [InlineData("garbage", "it holds no markup")]
    [InlineData("<opml version='2.0'/>", "it begins with <opml>, which no feed does")]
    [InlineData("{\"error\": 404}", "it is JSON but no JSON Feed")]
    public void What_is_no_feed_says_why(string document, string reason) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(document)).ShouldBeOfType<FeedReading.NotAFeed>().Reason.ShouldBe(reason);

    [Fact]
    public void A_web_page_tells_the_feeds_that_it_announces()
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes("""
            <!DOCTYPE html><html><head><script>"<link rel='alternate' type='application/rss+xml' href='/not'>"</script>
            <LINK REL="alternate" TYPE="application/rss+xml" HREF="/feed?a=1&amp;b=2"><link rel=stylesheet href=x.css>
            <link rel="alternate" type="application/atom+xml" href="https://post.nz/atom"></head></html>
            """), new FeedHints(Url: new Uri("https://post.nz/news")));
        var page = reading.ShouldBeOfType<FeedReading.NotAFeed>();
        page.IsHtml.ShouldBeTrue();
        page.Feeds.ShouldBe(["https://post.nz/feed?a=1&b=2", "https://post.nz/atom"]);
    }

    [Fact]
    public void Bounds_are_kept_and_told()
    {
        var items = string.Concat(Enumerable.Range(0, 30).Select(i => $"<item><title>{i}</title></item>"));
        var document = Encoding.UTF8.GetBytes($"<rss><channel>{items}</channel></rss>");
        var few = FeedReader.Read(document, new FeedHints(Bounds: new FeedBounds(MaxEntries: 10))).ShouldBeOfType<FeedReading.Read>().Feed;
        few.Entries.Count.ShouldBe(10);
        few.Problems.ShouldContain(problem => problem.Message == "only the first 10 entries are read");
        var part = FeedReader.Read(document, new FeedHints(Bounds: new FeedBounds(MaxBytes: 400))).ShouldBeOfType<FeedReading.Read>().Feed;
        part.Entries.Count.ShouldBeInRange(5, 20);
        part.Problems.ShouldContain(problem => problem.Message == "only the first 400 bytes are read");
    }

    /// <summary>Text is UTF-16 once it is read, so two bytes for one are kept, and about one more passes through.</summary>
    [Theory]
    [InlineData(0, Label = "teasers")]
    [InlineData(20, Label = "full texts")]
    public void Reading_costs_less_than_four_times_the_document(int paragraphs)
    {
        var text = string.Concat(Enumerable.Repeat("<p>Ministers met <a href=\"https://post.nz/a?b=1&amp;c=2\">officials</a> in Wellington to talk about the treaty.</p>", paragraphs));
        var items = string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"<item><title>Headline {i}</title><link>https://post.nz/{i}</link><guid>https://post.nz/{i}</guid><pubDate>Tue, 17 Nov 2026 08:30:00 +1300</pubDate><dc:creator>Mere Tai</dc:creator>"
            + $"<category>Politics</category><description>A teaser of the article that says a little of what stands in it.</description><content:encoded><![CDATA[{text}]]></content:encoded></item>"));
        var document = Encoding.UTF8.GetBytes($"<rss><channel><title>F</title>{items}</channel></rss>");
        FeedReader.Read(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        FeedReader.Read(document);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(document.Length * 4L);
    }

    [Fact]
    public void What_entries_have_in_common_is_held_once()
    {
        var feed = Read(string.Concat("<rss><channel>", string.Concat(Enumerable.Repeat("<item><guid>https://post.nz/a</guid><link>https://post.nz/a</link><author>Mere Tai</author><category>Politics</category></item>", 2)), "</channel></rss>"));
        feed.Entries[0].Id.ShouldBeSameAs(feed.Entries[0].Link);
        feed.Entries[0].Author.ShouldBeSameAs(feed.Entries[1].Author);
        feed.Entries[0].Categories[0].ShouldBeSameAs(feed.Entries[1].Categories[0]);
    }

    internal static Feed Read(string document, Uri? url = null) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(document), new FeedHints(Url: url)).ShouldBeOfType<FeedReading.Read>().Feed;

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
