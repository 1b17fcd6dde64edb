using System.Text;
using System.Text.Json;
using Monitor.Cli.Filters;
using Monitor.Core.Articles;

namespace Monitor.Cli.Tests.Filters;

public sealed class ArticleCommandTests : IDisposable
{
    private const string Page = """
        <html lang="en-NZ"><head><title>Ferry turns back | The Wharf</title><meta property="og:site_name" content="The Wharf">
        <meta property="article:published_time" content="2026-11-19T08:00:00+13:00"><link rel="canonical" href="https://wharf.example/a?utm_source=x"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Ferry turns back</h1><p class="byline">By Jo Marsh</p>
        <p>The ferry left the wharf at noon with ninety people on board, the harbourmaster said on Tuesday.</p>
        <p>It turned back an hour later when the wind rose, and nobody was hurt in the swell at the heads.</p></article></body></html>
        """;

    private const string Text =
        "The ferry left the wharf at noon with ninety people on board, the harbourmaster said on Tuesday.\n\n"
        + "It turned back an hour later when the wind rose, and nobody was hurt in the swell at the heads.";

    private readonly string folder = Directory.CreateTempSubdirectory("monitor-pages-").FullName;

    public ArticleCommandTests() => File.WriteAllText(Path.Combine(folder, "a.html"), Page);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_page_is_answered_with_the_fields_in_their_order()
    {
        var answer = Filter(Line("a", "a.html", "https://wharf.example/a")).ShouldHaveSingleItem();

        using var article = JsonDocument.Parse(answer);
        article.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(
            ["id", "title", "byline", "published", "modified", "canonicalUrl", "language", "siteName", "text", "kind", "partial"]);
        answer.ShouldBe(JsonSerializer.Serialize(
            new
            {
                id = "a",
                title = "Ferry turns back",
                byline = (string[])["Jo Marsh"],
                published = "2026-11-18T19:00:00Z",
                modified = (string?)null,
                canonicalUrl = "https://wharf.example/a",
                language = "en-NZ",
                siteName = "The Wharf",
                text = Text,
                kind = "article",
                partial = false,
            }));
    }

    [Fact]
    public void A_line_that_cannot_be_handled_is_answered_in_its_place_and_the_next_one_too()
    {
        File.WriteAllBytes(Path.Combine(folder, "empty.html"), []);
        var answers = Filter(
            "{",
            """{"path":"a.html"}""",
            """{"id":"no path"}""",
            Line("no file", "none.html"),
            "[]",
            "",
            Line("a folder", "."),
            Line("no address", "a.html", "not an address"),
            Line("empty", "empty.html"));

        answers.Select(answer => JsonDocument.Parse(answer).RootElement).Select(answer =>
                (answer.GetProperty("id").GetString(), answer.TryGetProperty("error", out var error) ? error.GetString()!.Split(':')[0] : answer.GetProperty("text").GetString()))
            .ShouldBe(
            [
                (null, "line 1"), (null, "line 2"), ("no path", "line 3"), ("no file", "line 4"), (null, "line 5"), ("a folder", "line 7"),
                ("no address", Text), ("empty", ""),
            ]);
    }

    [Fact]
    public void People_read_what_is_known_and_nothing_of_what_is_not()
    {
        Printed(ArticleReader.Read(Encoding.UTF8.GetBytes(Page), new PageHints(Url: new Uri("https://wharf.example/a")))).ShouldBe(
            $"""
            Ferry turns back
            by         Jo Marsh
            published  2026-11-18 19:00 UTC
            address    https://wharf.example/a
            outlet     The Wharf
            language   en-NZ
            kind       article

            {Text}

            """.ReplaceLineEndings("\n"));
        Printed(ArticleReader.Read(ReadOnlyMemory<byte>.Empty)).ShouldBe("(no title)\nkind       article\n\n(no article text on this page)\n");
    }

    [Theory]
    [InlineData(ArticleKind.LiveBlog, true, "live-blog, only part of the text")]
    [InlineData(ArticleKind.PaywalledTeaser, true, "paywalled-teaser, only part of the text")]
    [InlineData(ArticleKind.IndexPage, false, "index-page")]
    [InlineData(ArticleKind.Gallery, false, "gallery")]
    [InlineData(ArticleKind.Video, false, "video")]
    public void People_are_told_the_kind_and_whether_it_is_all(ArticleKind kind, bool partial, string words) =>
        Printed(new Article("T", [], null, null, null, null, null, "Text.", kind, partial)).ShouldContain($"kind       {words}\n");

    [Fact]
    public async Task A_file_that_is_not_there_is_told_in_one_line()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync(["article", Path.Combine(folder, "none.html")]);

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.Trim().ShouldBe("monitor article: name an HTML file that exists, or give --jsonl");
    }

    private string Line(string id, string file, string? url = null) =>
        JsonSerializer.Serialize(new { id, path = Path.Combine(folder, file), url });

    private static string Printed(Article article)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ArticleCommand.Print(output, article);
        return output.ToString();
    }

    private static string[] Filter(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        ArticleCommand.Filter(input, output).ShouldBe(0);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
