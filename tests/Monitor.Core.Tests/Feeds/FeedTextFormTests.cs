using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Feeds;

/// <summary>The ways in which one text stands in a document. A title is plain; a summary and a content are HTML.</summary>
public class FeedTextFormTests
{
    private const string Xhtml = "xmlns='http://www.w3.org/1999/xhtml'";

    [Theory]
    [InlineData("", "Text", "Text", "Text")]
    [InlineData("", "5 &lt; 6 &amp; 7", "5 < 6 & 7", "5 &lt; 6 &amp; 7")]
    [InlineData("", "Te<!-- no -->xt", "Text", "Text")]
    [InlineData("", "Te<?no?>xt", "Text", "Text")]
    [InlineData("", " \n Text\t", "Text", "Text")]
    [InlineData("type='text'", "a &lt;b&gt; c", "a <b> c", "a &lt;b&gt; c")]
    [InlineData("type='text/plain'", "a &lt;b&gt; c", "a <b> c", "a &lt;b&gt; c")]
    [InlineData("type='html'", "&lt;b>Text&lt;/b>", "Text", "<b>Text</b>")]
    [InlineData("type='HTML'", "&lt;b>Text&lt;/b>", "Text", "<b>Text</b>")]
    [InlineData("type='html'", "<![CDATA[<b>Te]]><![CDATA[xt</b>]]>", "Text", "<b>Text</b>")]
    [InlineData("type='html'", "<b>Text</b>", "Text", "<b>Text</b>")]
    [InlineData("type='html'", "caf&amp;eacute;", "café", "caf&eacute;")]
    [InlineData("type='text/html'", "&lt;b>Text&lt;/b>", "Text", "<b>Text</b>")]
    [InlineData("type='xhtml'", "<div " + Xhtml + ">Te<b>x</b>t</div>", "Text", "<div>Te<b>x</b>t</div>")]
    [InlineData("type='xhtml'", "<h:div xmlns:h='http://www.w3.org/1999/xhtml'>Te<h:b>x</h:b>t</h:div>", "Text", "<div>Te<b>x</b>t</div>")]
    [InlineData("type='application/xhtml+xml'", "<div " + Xhtml + ">Text</div>", "Text", "<div>Text</div>")]
    [InlineData("type='application/octet-stream'", "PGI+VGV4dDwvYj4=", "Text", "<b>Text</b>")]
    [InlineData("mode='escaped'", "&lt;b>Text&lt;/b>", "Text", "<b>Text</b>")]
    [InlineData("mode='escaped' type='text/html'", "<![CDATA[<b>Text</b>]]>", "Text", "<b>Text</b>")]
    [InlineData("mode='xml'", "<div " + Xhtml + ">Text</div>", "Text", "<div>Text</div>")]
    [InlineData("mode='base64'", "\n VGV4dA== \n", "Text", "Text")]
    [InlineData("mode='base64' type='text/html'", "PGI+VGV4dDwvYj4=", "Text", "<b>Text</b>")]
    public void In_Atom(string attributes, string text, string plain, string html)
    {
        foreach (var address in new[] { "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#" })
        {
            var entry = FeedReaderTests.Read($"<feed xmlns='{address}'><entry><title {attributes}>{text}</title><summary {attributes}>{text}</summary><content {attributes}>{text}</content></entry></feed>").Entries[0];
            (entry.Title, entry.Summary, entry.Content).ShouldBe((plain, html, html), address);
        }
    }

    [Fact]
    public void Of_several_forms_of_one_content_the_first_is_read() =>
        FeedReaderTests.Read("<feed version='0.3'><entry><content type='multipart/alternative'><content type='text/html' mode='escaped'>&lt;b>Text&lt;/b></content><content>Text</content></content></entry></feed>")
            .Entries[0].Content.ShouldBe("<b>Text</b>");

    [Theory]
    [InlineData("Text", "Text", "Text")]
    [InlineData("&lt;b>Text&lt;/b>", "Text", "<b>Text</b>")]
    [InlineData("<![CDATA[<b>Text</b>]]>", "Text", "<b>Text</b>")]
    [InlineData("<b>Text</b>", "Text", "<b>Text</b>")]
    [InlineData("a<![CDATA[b]]>c", "abc", "abc")]
    [InlineData("A & B", "A & B", "A &amp; B")]
    [InlineData("A &amp; B", "A & B", "A &amp; B")]
    [InlineData("A &amp;amp; B", "A & B", "A &amp; B")]
    [InlineData("a < b", "a < b", "a &lt; b")]
    [InlineData("caf&eacute;", "café", "café")]
    [InlineData("&bogus; x", "&bogus; x", "&amp;bogus; x")]
    [InlineData("it&#146;s", "it’s", "it’s")]
    [InlineData("it&amp;#8217;s", "it’s", "it&#8217;s")]
    [InlineData("<![CDATA[]]>Text", "Text", "Text")]
    public void In_RSS(string text, string plain, string html)
    {
        var entry = FeedReaderTests.Read($"<rss><channel><item><title>{text}</title><description>{text}</description><content:encoded>{text}</content:encoded><author>{text}</author></item></channel></rss>").Entries[0];
        (entry.Title, entry.Summary, entry.Content, entry.Author).ShouldBe((plain, html, html, plain));
    }

    public static TheoryData<string> Elements() =>
        [.. ("a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data "
            + "datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup "
            + "hr html i img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noscript object ol optgroup option output p param "
            + "picture pre progress q rp rt ruby s samp section select slot small source span strike strong sub summary sup svg table tbody td template textarea tfoot th "
            + "thead time title tr track tt u ul var video wbr math").Split(' ')];

    [Theory]
    [MemberData(nameof(Elements))]
    public void The_words_of_every_element_stay(string element)
    {
        foreach (var html in new[] { $"<{element}>safe</{element}> text", $"safe<{element} onclick=\"x()\" style=\"x\" href=\"javascript:x\" src=\"data:x\"> text" })
        {
            var entry = FeedReaderTests.Read($"<rss><channel><item><title><![CDATA[{html}]]></title><description><![CDATA[{html}]]></description></item></channel></rss>").Entries[0];
            entry.Title.ShouldBe("safe text");
            var summary = entry.Summary.ShouldNotBeNull();
            HtmlText.Line(summary).ShouldBe("safe text");
            summary.ShouldNotContain("onclick");
            summary.ShouldNotContain("style");
            summary.ShouldNotContain("javascript");
        }
    }
}
