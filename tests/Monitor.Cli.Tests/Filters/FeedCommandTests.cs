using System.Text;
using System.Text.Json;
using Monitor.Cli.Filters;

namespace Monitor.Cli.Tests.Filters;

public sealed class FeedCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("monitor-feed-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_line_is_answered_in_order()
    {
        var feed = Write("feed.xml", "<rss version='2.0'><channel><title>Post</title><link>/</link><item><title>A & B</title><link>a</link><pubDate>Tue, 17 Nov 2026 08:30:00 +1300</pubDate><description>&lt;b onclick=x>T&lt;/b></description></item></channel></rss>");
        var page = Write("page.html", "<!DOCTYPE html><html></html>");
        Filter(
            $$"""{"id":1,"path":{{feed}},"url":"https://post.nz/feed/"}""",
            $$"""{"id":"b","path":{{page}}}""",
            """{"id":"c"}""").ShouldBe(
            [
                """{"id":"1","format":"rss-2.0","title":"Post","link":"https://post.nz/","entries":[{"id":null,"title":"A & B","link":"https://post.nz/feed/a","published":"2026-11-16T19:30:00Z","updated":"2026-11-16T19:30:00Z","author":null,"summary":"<b>T</b>","content":"<b>T</b>"}],"problems":["line 1: an ampersand stands for itself"]}""",
                """{"id":"b","error":"it is a web page"}""",
                """{"id":"c","error":"line 3: the object has no \"path\""}""",
            ]);
    }

    [Fact]
    public void Headers_tell_the_encoding_and_the_place()
    {
        var feed = Write("feed.xml", [.. "<rss version='2.0'><channel><title>"u8, 0xCD, 0xEE, .. "</title><link>news</link></channel></rss>"u8]);
        Filter($$$"""{"id":1,"path":{{{feed}}},"headers":{"content-type":"text/xml; charset=windows-1251","Content-Location":"https://post.nz/x/feed"}}""")
            .ShouldHaveSingleItem().ShouldStartWith("""{"id":"1","format":"rss-2.0","title":"Но","link":"https://post.nz/x/news",""");
    }

    [Fact]
    public void People_read_headlines_with_their_times_and_teasers()
    {
        Write("feed.xml", "<rss version='2.0'><channel><title>Post</title><item><title>Anzus talks</title><author>Mere Tai</author><pubDate>Tue, 17 Nov 2026 08:30:00 GMT</pubDate><description>Officials &lt;b>met&lt;/b>.</description></item></channel></rss>");
        Print("feed.xml", "https://post.nz/feed").ShouldBe((0, "Post  [rss-2.0, 1 entry]\n\nAnzus talks\n  2026-11-17 08:30 UTC · Mere Tai\n  Officials met.\n"));
    }

    [Theory]
    [InlineData("none.xml", null, 2, "does not exist")]
    [InlineData("page.html", "nowhere", 2, "nowhere is no absolute address")]
    [InlineData("page.html", "https://post.nz/", 1, "page.html is no feed: it is a web page\n  it announces https://post.nz/feed")]
    public void What_cannot_be_read_says_why(string file, string? url, int exitCode, string words)
    {
        Write("page.html", "<!DOCTYPE html><html><link rel=alternate type=application/rss+xml href=/feed></html>");
        var (code, printed) = Print(file, url);
        code.ShouldBe(exitCode);
        printed.ShouldContain(words);
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <returns>The path as a JSON string.</returns>
    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return JsonSerializer.Serialize(path);
    }

    private (int Code, string Printed) Print(string file, string? url)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (FeedCommand.Print(new FileInfo(Path.Combine(folder.FullName, file)), url, output, output), output.ToString());
    }

    private static string[] Filter(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        FeedCommand.Filter(input, output).ShouldBe(0);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
