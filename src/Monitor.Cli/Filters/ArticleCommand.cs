using System.CommandLine;
using System.Text.Json;
using Monitor.Cli.Feeds;
using Monitor.Core.Articles;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Filters;

/// <summary>`monitor article`: an HTML page in, the article out.</summary>
internal static class ArticleCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = "An HTML page, or the http(s) address of one." };
        var url = new Option<string?>("--url") { Description = "Where the page was fetched from." };
        var jsonLines = new Option<bool>("--jsonl") { Description = "Filter: {id, path, url?} a line in, the article out." };
        var command = new Command("article", "Read the article of an HTML page, and nothing but the article.") { file, url, jsonLines };
        command.SetAction(async (result, token) =>
        {
            if (result.GetValue(jsonLines))
            {
                using var input = Console.OpenStandardInput();
                using var output = Console.OpenStandardOutput();
                return Filter(input, output);
            }

            if (Web.Address(result.GetValue(file)) is { } address)
            {
                using var web = Web.Open();
                if (await Web.ReadAsync(web, address, FetchKind.Page, Console.Error, token) is not { } fetched)
                {
                    return 1;
                }

                Print(Console.Out, ArticleReader.Read(fetched.Body, new PageHints(fetched.ContentType, fetched.FinalUrl)));
                return 0;
            }

            if (result.GetValue(file) is not { } page || !File.Exists(page))
            {
                Console.Error.WriteLine("monitor article: name an HTML file that exists, or give --jsonl");
                return 2;
            }

            Print(Console.Out, ArticleReader.Read(File.ReadAllBytes(page), new PageHints(Url: Address(result.GetValue(url)))));
            return 0;
        });
        return command;
    }

    public static int Filter(Stream input, Stream output) => JsonLines.Run(input, output, Answer);

    private static void Answer(JsonElement request, Utf8JsonWriter writer)
    {
        var path = JsonLines.Text(request, "path") ?? throw new JsonException("the object has no \"path\"");
        var article = ArticleReader.Read(File.ReadAllBytes(path), new PageHints(Url: Address(JsonLines.Text(request, "url"))));
        writer.WriteString("title", article.Title);
        writer.WriteStartArray("byline");
        foreach (var name in article.Byline)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        JsonLines.WriteTime(writer, "published", article.Published);
        JsonLines.WriteTime(writer, "modified", article.Modified);
        writer.WriteString("canonicalUrl", article.CanonicalUrl);
        writer.WriteString("language", article.Language);
        writer.WriteString("siteName", article.SiteName);
        writer.WriteString("text", article.Text);
        writer.WriteString("kind", Word(article.Kind));
        writer.WriteBoolean("partial", article.Partial);
    }

    public static void Print(TextWriter output, Article article)
    {
        output.WriteLine(article.Title ?? "(no title)");
        Line("by", string.Join(", ", article.Byline));
        Line("published", Time(article.Published));
        Line("modified", Time(article.Modified));
        Line("address", article.CanonicalUrl);
        Line("outlet", article.SiteName);
        Line("language", article.Language);
        Line("kind", Word(article.Kind) + (article.Partial ? ", only part of the text" : ""));
        output.WriteLine();
        output.WriteLine(article.Text.Length > 0 ? article.Text : "(no article text on this page)");

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                output.WriteLine($"{name,-10} {value}");
            }
        }
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    private static string Word(ArticleKind kind) => kind switch
    {
        ArticleKind.LiveBlog => "live-blog",
        ArticleKind.Video => "video",
        ArticleKind.Gallery => "gallery",
        ArticleKind.IndexPage => "index-page",
        ArticleKind.PaywalledTeaser => "paywalled-teaser",
        _ => "article",
    };
}
