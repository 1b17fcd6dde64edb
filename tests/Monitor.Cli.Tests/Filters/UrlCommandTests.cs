using System.Text;
using Monitor.Cli.Filters;

namespace Monitor.Cli.Tests.Filters;

public class UrlCommandTests
{
    [Fact]
    public void Every_line_is_answered_with_the_canonical_form_and_the_verdict() => Filter(
        """{"id":"a","url":"https://m.outlet.co.nz/a/1?utm_source=rss"}""",
        """{"id":2,"url":"http://169.254.169.254/latest/"}""",
        """{"id":"c","url":"javascript:alert(1)"}""",
        """{"id":"d"}""").ShouldBe(
        [
            """{"id":"a","canonical":"https://www.outlet.co.nz/a/1","allowed":true,"reason":null}""",
            """{"id":"2","canonical":"http://169.254.169.254/latest/","allowed":false,"reason":"169.254.169.254 is a link-local address"}""",
            """{"id":"c","canonical":null,"allowed":false,"reason":"the scheme is not http or https"}""",
            """{"id":"d","error":"line 4: the object has no \"url\""}""",
        ]);

    [Theory]
    [InlineData("https://outlet.example/a?id=7#top", 0, "canonical  https://outlet.example/a?id=7\narticle    fa342e4de6c4cabd\nallowed    yes\n")]
    [InlineData("http://10.0.0.1/", 1, "canonical  http://10.0.0.1/\narticle    c1148ff194c97498\nallowed    no: 10.0.0.1 is a private address\n")]
    [InlineData("outlet", 1, "canonical  none: this is no http or https address\nallowed    no: the scheme is not http or https\n")]
    public void People_read_it_line_by_line(string url, int exitCode, string printed)
    {
        using var output = new StringWriter { NewLine = "\n" };
        UrlCommand.Print(url, output).ShouldBe(exitCode);
        output.ToString().ShouldBe(printed);
    }

    private static string[] Filter(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        UrlCommand.Filter(input, output).ShouldBe(0);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
