using System.Text.Json;
using AngleSharp.Html.Parser;
using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles;

public class HtmlSanitizerTests
{
    private static readonly Uri Page = new("https://outlet.nz/news/today/");

    [Theory]
    [InlineData("<p>One <b>two</b></p>", "<p>One <b>two</b></p>", Label = "text and structure stay")]
    [InlineData("<P CLASS=x onclick=run()>One</P>", "<p>One</p>", Label = "names are folded, behaviour and style go")]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d", Label = "signs that are text are escaped")]
    [InlineData("caf&eacute; &amp; bar", "caf&eacute; &amp; bar", Label = "references stay")]
    [InlineData("<p>One<p>Two", "<p>One</p><p>Two</p>", Label = "paragraphs end where the next begins")]
    [InlineData("<b><i>x</b></i>", "<b><i>x</i></b>", Label = "crossed tags are nested")]
    [InlineData("</div></td>text", "text", Label = "end tags that close nothing go")]
    [InlineData("<td>cell</td><li>item</li>", "cellitem", Label = "cells and items stand in their table and list alone")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", Label = "items end where the next begins")]
    [InlineData("<script>run()</script>after", "after", Label = "code goes with its content")]
    [InlineData("before<script>run()", "before", Label = "code without an end goes to the end")]
    [InlineData("before<iframe src=x>after", "beforeafter", Label = "a frame without an end goes alone")]
    [InlineData("<svg><desc>a drawing</desc></svg>", "a drawing", Label = "foreign content leaves its words")]
    [InlineData("<title>Words</title>", "Words", Label = "a title leaves its words")]
    [InlineData("<!-- c -->a<!-- --!> <b>x</b> -->b", "ab", Label = "comments go")]
    [InlineData("end <!DOCTYPE", "end &lt;!DOCTYPE", Label = "markup that was cut off is text")]
    [InlineData("<a href=\"https://outlet.nz/a>link</a>", "<a href=\"https://outlet.nz/a\">link</a>", Label = "a quote that nothing closes")]
    [InlineData("<a title=\"t\" href=\"https://outlet.nz/a>link</a>", "<a title=\"t\" href=\"https://outlet.nz/a\">link</a>", Label = "a quote that nothing closes, after one that is closed")]
    [InlineData("<img alt='no address'>", "", Label = "a picture without an address is nothing")]
    [InlineData("<table><tr><td colspan=2 bgcolor=red>x</td></tr></table>", "<table><tr><td colspan=\"2\">x</td></tr></table>", Label = "a table keeps its spans")]
    public void Writes(string html, string expected) => HtmlSanitizer.Sanitize(html, Page).ShouldBe(expected);

    [Theory]
    [InlineData("story", "https://outlet.nz/news/today/story", Label = "relative to the page")]
    [InlineData("//cdn.outlet.nz/x", "https://cdn.outlet.nz/x", Label = "relative to the scheme")]
    [InlineData("https://outlet.nz/a?b=1&amp;c=2", "https://outlet.nz/a?b=1&amp;c=2", Label = "absolute")]
    [InlineData(" http://outlet.nz/a\n", "http://outlet.nz/a", Label = "in spaces")]
    [InlineData("mailto:desk@outlet.nz", "mailto:desk@outlet.nz", Label = "mail")]
    public void Makes_links_absolute(string href, string expected) =>
        HtmlSanitizer.Sanitize($"<a href=\"{href}\">x</a>", Page).ShouldBe($"<a href=\"{expected}\">x</a>");

    [Theory]
    [InlineData("javascript:run()")]
    [InlineData("JaVaScRiPt:run()")]
    [InlineData("java\nscript:run()")]
    [InlineData("java&#10;script&colon;run()")]
    [InlineData("&#1;javascript:run()")]
    [InlineData("&#x6A;avascript:run()")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:run")]
    [InlineData("blob:https://outlet.nz/1")]
    public void Drops_addresses_that_run(string href) =>
        HtmlSanitizer.Sanitize($"<a href=\"{href}\">x</a><img src=\"{href}\">", Page).ShouldBe("<a>x</a>");

    [Fact]
    public void A_relative_link_without_a_page_to_be_relative_to_is_dropped() =>
        HtmlSanitizer.Sanitize("<a href=story>x</a>", null).ShouldBe("<a>x</a>");

    [Theory]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", Label = "math and style")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", Label = "svg and style")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", Label = "noscript")]
    [InlineData("<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>", Label = "textarea")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", Label = "form and math")]
    [InlineData("<a title=\"`onmouseover=alert(1)\">x</a>", Label = "backtick")]
    [InlineData("<img src=\"https://outlet.nz/a.png\" alt=\"x\"onerror=\"alert(1)\">", Label = "no space before an attribute")]
    [InlineData("<img/src=\"https://outlet.nz/a.png\"/onerror=alert(1)>", Label = "slashes for spaces")]
    [InlineData("<<script>script>alert(1)<</script>/script>", Label = "doubled brackets")]
    public void A_known_mutation_stays_harmless(string html) => ShouldBeHarmless(html);

    [Fact]
    public void Hostile_strings_of_the_shared_suites_stay_harmless()
    {
        var fragments = File.ReadLines(SharedSuites.Find("security/sanitise.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("input").GetString()!)
            .Concat(File.ReadLines(SharedSuites.Find("security/xss_strings.txt"))).ToList();
        fragments.Count.ShouldBeGreaterThan(900);
        foreach (var fragment in fragments)
        {
            ShouldBeHarmless(fragment);
        }
    }

    [Fact]
    public void Nesting_beyond_all_reason_is_flat_and_quick()
    {
        var html = HtmlSanitizer.Sanitize(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "x", null);
        html.Length.ShouldBeLessThan(2000);
        html.ShouldContain("x");
    }

    [Fact]
    public void A_long_base_cannot_make_the_output_grow_without_bound()
    {
        var html = string.Concat(Enumerable.Repeat("<a href=x>", 10_000));
        HtmlSanitizer.Sanitize(html, new Uri("https://outlet.nz/" + new string('a', 2000) + "/")).Length.ShouldBeLessThan(html.Length * 6);
    }

    /// <summary>What a browser makes of the output holds nothing but what is allowed, and reading it again changes nothing.</summary>
    private static void ShouldBeHarmless(string html)
    {
        var clean = HtmlSanitizer.Sanitize(html, Page);
        HtmlSanitizer.Sanitize(clean, Page).ShouldBe(clean, html);
        var document = new HtmlParser().ParseDocument($"<div>{clean}</div>");
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Allowed.ShouldContain(element.LocalName, html);
            element.NamespaceUri.ShouldBe("http://www.w3.org/1999/xhtml", html);
            foreach (var attribute in element.Attributes)
            {
                AllowedAttributes.ShouldContain(attribute.Name, html);
                if (attribute.Name is "href" or "src")
                {
                    attribute.Value.ToLowerInvariant().ShouldMatch("^(https?:|mailto:)", html);
                }
            }
        }
    }

    private static readonly string[] AllowedAttributes =
        ["href", "src", "alt", "title", "lang", "dir", "datetime", "width", "height", "colspan", "rowspan", "start"];

    private static readonly string[] Allowed =
        ("a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code colgroup data dd del details dfn div dl dt em figcaption figure font "
        + "footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup "
        + "table tbody td tfoot th thead time tr tt u ul var wbr").Split(' ');
}
