using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo", Label = "paragraphs")]
    [InlineData("One<br>Two", "One\nTwo", Label = "a line break")]
    [InlineData("  One \n two\t three ", "One two three", Label = "white space is folded")]
    [InlineData("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two", Label = "a list")]
    [InlineData("<h1>Title</h1>Text", "Title\n\nText", Label = "a heading")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc", Label = "a table's rows")]
    [InlineData("AT&amp;T &mdash; caf&eacute;", "AT&T — café", Label = "references")]
    [InlineData("a<script>run()</script>b<style>p{}</style>c", "abc", Label = "code is no text")]
    [InlineData("<b>bo</b>ld", "bold", Label = "no space where there is none")]
    [InlineData("5 < 6", "5 < 6", Label = "a sign that is text")]
    [InlineData("", "", Label = "nothing")]
    public void Is_what_a_person_would_type(string html, string expected) => HtmlText.Plain(html).ShouldBe(expected);

    [Fact]
    public void Links_may_keep_their_addresses() =>
        HtmlText.Plain("See <a href=\"https://outlet.nz/a?b=1&amp;c=2\">the report</a>, or <a href=\"javascript:run()\">not</a>.", links: true)
            .ShouldBe("See the report <https://outlet.nz/a?b=1&c=2>, or not.");

    [Fact]
    public void A_link_that_is_its_own_text_is_written_once() =>
        HtmlText.Plain("<a href=\"https://outlet.nz/a\">https://outlet.nz/a</a>", links: true).ShouldBe("https://outlet.nz/a");

    [Theory]
    [InlineData("The <i>Anzus</i> treaty", "The Anzus treaty", Label = "tags of HTML go")]
    [InlineData("How to use the <example> element", "How to use the <example> element", Label = "what is no tag of HTML stays")]
    [InlineData("Fish & chips &amp; more <3", "Fish & chips & more <3", Label = "loose signs")]
    [InlineData("Is x <a good idea", "Is x <a good idea", Label = "a tag that is none")]
    [InlineData("One<br/>two", "One two", Label = "a break is a space")]
    [InlineData(" One\n  two ", "One two", Label = "folded")]
    public void A_headline_is_one_line(string html, string expected) => HtmlText.Line(html).ShouldBe(expected);
}
