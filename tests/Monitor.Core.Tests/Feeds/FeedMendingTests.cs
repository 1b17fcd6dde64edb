using System.Text;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public class FeedMendingTests
{
    [Theory]
    [InlineData("<rss><channel><title>F</title><item><title>One</title></item><item><title>Two</title><descr", Label = "cut off in a tag")]
    [InlineData("<rss><channel><title>F</title><item><title>One</title></item><item><title>Two", Label = "cut off in a title")]
    [InlineData("<rss><channel><title>F</title><item><title>One</title></item><item><title><![CDATA[Two", Label = "cut off in a CDATA section")]
    [InlineData("<rss><channel><title>F</title><item><title>One</title><item><title>Two</title></channel></rss>", Label = "items that are not closed")]
    [InlineData("<rss><channel><title>F</title><item><title>One<link>https://post.nz/1</link></item><item><title>Two</title></item></channel></rss>", Label = "a title that is not closed")]
    [InlineData("<rss><channel><title>F</title><item><title>One</titel></item><item><title>Two</title></item></channel></rss>", Label = "an end tag misspelt")]
    [InlineData("<rss><channel><title>F</title><item><title>One</title></item></channel></rss><rss><channel><item><title>Two</title></item></channel></rss>", Label = "two documents")]
    [InlineData("<rss><channel><title>F</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>\n<rss><channel><title>F</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>", Label = "the same document twice")]
    [InlineData("<rss><channel><title>F</title><image><item><title>One</title></item><item><title>Two</title></item></channel></rss>", Label = "a picture that is not closed")]
    [InlineData("<channel><title>F</title><item><title>One</title></item><item><title>Two</title></item></channel>", Label = "no root")]
    [InlineData("<br /><b>Warning</b>: oops\n<?xml version='1.0'?><rss><channel><title>F</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>", Label = "a server's complaint before the document")]
    [InlineData("<rss><channel><title>F</title><item><title>One</title><description>a < b & c</description></item><item><title>Two</title></item></channel></rss>", Label = "loose signs")]
    [InlineData("<rss><channel><title>F</title><item><title>One</title><description><p>x<br>y<img src=a.png></description></item><item><title>Two</title></item></channel></rss>", Label = "HTML that is not escaped")]
    [InlineData("<rss version=2.0 a='><channel><title>F</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>", Label = "attributes without quotes, and a quote without an end")]
    [InlineData("<rss><channel><title>F</title><item><title a=\"x>One</title><link b=\"y\">u</link></item><item><title>Two</title></item></channel></rss>", Label = "a quote that closes in the next tag")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"<item>&b;\"> <!ENTITY b SYSTEM 'file:///etc/passwd'>]><rss><channel><title>F</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>", Label = "a document type")]
    [InlineData("<rss><channel><title>F</title><!-- - -- <item> --><item><title>One</title></item><item><title>Two</title></item><!-- never closed</channel></rss>", Label = "comments")]
    [InlineData("\0<rss>\0<channel><title>F</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>", Label = "zero bytes")]
    public void Recovers_the_entries(string document)
    {
        var feed = FeedReaderTests.Read(document);
        feed.Title.ShouldBe("F");
        feed.Entries.Select(entry => entry.Title).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void Says_what_was_mended_and_on_which_line()
    {
        var feed = FeedReaderTests.Read("<rss>\n<channel>\n<item><title>Fish & chips</title>\n<pubDate>soon</pubDate></item>\n<item><title>Two</title>");
        feed.Problems.ShouldBe([
            new FeedProblem("an ampersand stands for itself", 3),
            new FeedProblem("\"soon\" is no date", 4),
            new FeedProblem("the document ends before it is closed", 5),
        ]);
    }

    [Fact]
    public void A_hundred_problems_are_told_and_the_rest_counted()
    {
        var feed = FeedReaderTests.Read($"<rss><channel><item><title>{string.Concat(Enumerable.Repeat("a<b/>& ", 500))}</title></item></channel></rss>");
        feed.Problems.Count.ShouldBe(101);
        feed.Problems[^1].Message.ShouldBe("400 more such things were mended");
    }

    [Fact]
    public void An_entry_that_nests_without_end_does_not_swallow_the_next()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 1000));
        var feed = FeedReaderTests.Read($"<rss><channel><item><title>One</title><description>{deep}text</description></item><item><title>Two</title><description>{deep}</item></channel></rss>");
        feed.Entries.Select(entry => entry.Title).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void No_entity_of_a_document_type_is_expanded()
    {
        var feed = FeedReaderTests.Read("<!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><title>&b; &eacute;</title></item></channel></rss>");
        feed.Entries[0].Title.ShouldBe("&b; é");
    }

    [Fact]
    public void An_entry_within_an_entry_is_no_entry_of_the_feed()
    {
        var feed = FeedReaderTests.Read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title><source><entry><title>Inner</title></entry></source></entry><entry><title>Two</title></entry></feed>");
        feed.Entries.Select(entry => entry.Title).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void A_broken_JSON_feed_keeps_what_stands_before_the_break()
    {
        var feed = FeedReaderTests.Read("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\", \"title\": \"One\"},\n{\"id\": \"2\", \"title\": \"Two\", \"url\": ");
        feed.Entries.Select(entry => entry.Title).ShouldBe(["One", "Two"]);
        feed.Problems.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("text/xml; charset=utf-8", "windows-1252", Label = "the header lies")]
    [InlineData(null, "windows-1252", Label = "nothing is declared")]
    public void Bytes_that_are_not_what_they_claim_are_read_and_told(string? contentType, string encoding)
    {
        byte[] document = [.. "<rss><channel><title>Caf"u8, 0xE9, .. "</title></channel></rss>"u8];
        var feed = FeedReader.Read(document, new FeedHints(contentType)).ShouldBeOfType<FeedReading.Read>().Feed;
        feed.Title.ShouldBe("Café", encoding);
        feed.Problems.ShouldHaveSingleItem();
    }

    /// <summary>What would take a reader that looks back or ahead without end a minute takes this one no time to notice.</summary>
    [Theory]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='x\" ")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<?")]
    [InlineData("<!DOCTYPE [\"")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("<")]
    [InlineData("</x>")]
    [InlineData("<item>")]
    [InlineData("<x:y xmlns:x='u'>")]
    [InlineData("<item><source>")]
    [InlineData("<item><description>&lt;script>")]
    [InlineData("<item><description>&lt;!--")]
    [InlineData("<item><description>&lt;a title='")]
    [InlineData("<item><author><name>")]
    public void A_megabyte_of_one_thing_is_read_to_its_end(string thing)
    {
        var text = new StringBuilder("<rss><channel>", 1 << 20);
        while (text.Length < 1 << 20)
        {
            text.Append(thing);
        }

        FeedReader.Read(Encoding.UTF8.GetBytes(text.ToString())).ShouldNotBeNull();
    }
}
