using System.Text;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

/// <summary>Documents broken at random with a fixed seed, so that a failure comes back. The seed of a longer run is any other number.</summary>
public class FeedFuzzTests
{
    private const int Seed = 20261117;
    private const int Rounds = 4000;

    private static readonly string[] Documents =
    [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>F</title><link>https://post.nz/</link><item><title>One &amp; two</title><guid>1</guid><pubDate>Tue, 17 Nov 2026 08:30:00 +1300</pubDate><description>&lt;p&gt;Text &lt;a href=\"x\"&gt;y&lt;/a&gt;&lt;/p&gt;</description><dc:creator>A B</dc:creator></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://post.nz/\"><title type=\"html\">F</title><entry><id>1</id><link href=\"a\"/><author><name>A</name><email>a@b.nz</email></author><updated>2026-11-17T08:30:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Text<br/></p></div></content><summary type=\"application/octet-stream\">PHA+eDwvcD4=</summary></entry></feed>",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"u\"><title>F</title><items><rdf:Seq><rdf:li resource=\"u\"/></rdf:Seq></items></channel><item rdf:about=\"https://post.nz/a\"><title><![CDATA[T <b>x</b>]]></title></item></rdf:RDF>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[{\"id\":\"1\",\"url\":\"https://post.nz/a\",\"content_html\":\"<p>x</p>\",\"tags\":[\"a\"],\"authors\":[{\"name\":\"A\"}]}]}",
        "<!DOCTYPE html><html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body><svg><style><a title=\"</style>\"></svg></body></html>",
    ];

    private static readonly string[] Shards =
        ["<", ">", "&", ";", "\"", "'", "<![CDATA[", "]]>", "<!--", "-->", "<item>", "</item>", "<entry", "</channel>", "<script>", "xmlns=\"", "&#x110000;", "&#0;", "&nbsp;", "\0", "\uFEFF", "<?xml encoding='utf-7'?>", "{", "}", "]", "xml:base=\"//\"", "<x:y>", "é", "\\u"];

    [Fact]
    public void No_broken_document_is_too_broken()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var document = Break(Documents[round % Documents.Length], random);
            var bytes = Encoding.UTF8.GetBytes(document);
            for (var i = random.Next(3); i > 0 && bytes.Length > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                var reading = FeedReader.Read(bytes, new FeedHints("text/xml; charset=" + (round % 7 == 0 ? "shift_jis" : "utf-8"), new Uri("https://post.nz/feed")));
                if (reading is FeedReading.Read { Feed: var feed })
                {
                    feed.Entries.ShouldAllBe(entry => !Runs(entry.Summary) && !Runs(entry.Content));
                }
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                throw new InvalidOperationException($"round {round} of seed {Seed}: {document}", e);
            }
        }
    }

    private static bool Runs(string? html) => html is not null && (html.Contains("<script") || html.Contains("<svg") || html.Contains("<style"));

    private static string Break(string document, Random random)
    {
        var text = new StringBuilder(document);
        for (var i = 1 + random.Next(6); i > 0 && text.Length > 2; i--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(60, text.Length - at));
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Length = at;
                    break;
                case 3:
                    text.Append(document);
                    break;
                default:
                    text.Insert(at, Shards[random.Next(Shards.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
