using System.CommandLine;
using System.Text.Json;
using Monitor.Cli.Feeds;
using Monitor.Core.Articles;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Filters;

/// <summary>`monitor feed`: a feed document as Monitor reads it.</summary>
internal static class FeedCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "A feed document, or the http(s) address of one.", Arity = ArgumentArity.ZeroOrOne };
        var url = new Option<string?>("--url") { Description = "Where the document was fetched from: what its relative links are relative to." };
        var lines = new Option<bool>("--jsonl") { Description = "Answer one JSON object a line, in order: in id, path, headers?, url?; out id, format, title, link, entries, problems." };
        var command = new Command("feed", "Read a feed in any format and show what it says.") { file, url, lines };
        command.SetAction(async (parsed, token) => parsed.GetValue(lines) ? Filter(Console.OpenStandardInput(), Console.OpenStandardOutput())
            : Web.Address(parsed.GetValue(file)) is { } address ? await PrintAsync(address, Console.Out, Console.Error, token)
            : Print(parsed.GetValue(file) is { } path ? new FileInfo(path) : null, parsed.GetValue(url), Console.Out, Console.Error));
        return command;
    }

    public static int Filter(Stream input, Stream output) => JsonLines.Run(input, output, Answer);

    /// <returns>0 for a feed, 1 for what is none, 2 where nothing could be read.</returns>
    public static int Print(FileInfo? file, string? url, TextWriter output, TextWriter errors)
    {
        if (file is null)
        {
            errors.WriteLine("monitor feed: name a file, or use --jsonl");
            return 2;
        }

        if (!file.Exists)
        {
            errors.WriteLine($"monitor feed: {file} does not exist");
            return 2;
        }

        if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            errors.WriteLine($"monitor feed: {url} is no absolute address");
            return 2;
        }

        return Print(FeedReader.Read(Bytes(file.FullName), Hints(default, url)), file.ToString(), output, errors);
    }

    private static async Task<int> PrintAsync(Uri address, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        using var web = Web.Open();
        return await Web.ReadAsync(web, address, FetchKind.Feed, errors, cancellationToken) is { } fetched
            ? Print(FeedReader.Read(fetched.Body, new FeedHints(fetched.ContentType, fetched.FinalUrl)), address.ToString(), output, errors)
            : 1;
    }

    private static int Print(FeedReading reading, string name, TextWriter output, TextWriter errors)
    {
        switch (reading)
        {
            case FeedReading.Read read:
                Print(read.Feed, output);
                return 0;
            case FeedReading.NotAFeed none:
                errors.WriteLine($"monitor feed: {name} is no feed: {none.Reason}");
                foreach (var announced in none.Feeds)
                {
                    errors.WriteLine($"  it announces {announced}");
                }

                return 1;
            default:
                return 1;
        }
    }

    private static void Answer(JsonElement request, Utf8JsonWriter answer)
    {
        var path = JsonLines.Text(request, "path") ?? throw new JsonException("the object has no \"path\"");
        var headers = request.TryGetProperty("headers", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        switch (FeedReader.Read(Bytes(path), Hints(headers, JsonLines.Text(request, "url"))))
        {
            case FeedReading.Read read:
                Write(read.Feed, answer);
                break;
            case FeedReading.NotAFeed none:
                answer.WriteString("error", none.Reason);
                break;
            default:
                break;
        }
    }

    /// <summary>One byte more than the reader takes, so that it says where it stopped.</summary>
    private static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(file.Length, FeedBounds.Default.MaxBytes + 1)];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static FeedHints Hints(JsonElement headers, string? url)
    {
        _ = Uri.TryCreate(url, UriKind.Absolute, out var where);
        if (Header(headers, "Content-Location") is { } location)
        {
            where = where is null ? (Uri.TryCreate(location, UriKind.Absolute, out var absolute) ? absolute : null)
                : Uri.TryCreate(where, location, out var relative) ? relative : where;
        }

        return new FeedHints(Header(headers, "Content-Type"), where);
    }

    private static string? Header(JsonElement headers, string name)
    {
        if (headers.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var header in headers.EnumerateObject())
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && header.Value.ValueKind == JsonValueKind.String)
            {
                return header.Value.GetString();
            }
        }

        return null;
    }

    /// <summary>
    /// Other tools read one field each, so where a feed gives only one of two that say nearly the same (published and updated,
    /// summary and content) the one stands for both here. <see cref="Entry"/> keeps them apart.
    /// </summary>
    private static void Write(Feed feed, Utf8JsonWriter answer)
    {
        answer.WriteString("format", feed.Format);
        answer.WriteString("title", feed.Title);
        answer.WriteString("link", feed.Link);
        answer.WriteStartArray("entries");
        foreach (var entry in feed.Entries)
        {
            answer.WriteStartObject();
            answer.WriteString("id", entry.Id);
            answer.WriteString("title", entry.Title);
            answer.WriteString("link", entry.Link);
            JsonLines.WriteTime(answer, "published", entry.Published ?? entry.Updated);
            JsonLines.WriteTime(answer, "updated", entry.Updated ?? entry.Published);
            answer.WriteString("author", entry.Author);
            answer.WriteString("summary", entry.Summary ?? entry.Content);
            answer.WriteString("content", entry.Content ?? entry.Summary);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
        answer.WriteStartArray("problems");
        foreach (var problem in feed.Problems)
        {
            answer.WriteStringValue(Words(problem));
        }

        answer.WriteEndArray();
    }

    private static void Print(Feed feed, TextWriter output)
    {
        output.WriteLine($"{feed.Title ?? "(no title)"}  [{feed.Format}, {feed.Entries.Count} {(feed.Entries.Count == 1 ? "entry" : "entries")}]");
        if (feed.Link is not null)
        {
            output.WriteLine(feed.Link);
        }

        foreach (var entry in feed.Entries)
        {
            output.WriteLine();
            output.WriteLine(entry.Title ?? "(no title)");
            var time = entry.Published ?? entry.Updated;
            var byline = string.Join(" · ", new[] { time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture), entry.Author, entry.Link }.Where(part => !string.IsNullOrEmpty(part)));
            if (byline.Length > 0)
            {
                output.WriteLine($"  {byline}");
            }

            var teaser = HtmlText.Plain(entry.Summary ?? entry.Content ?? "").ReplaceLineEndings(" ");
            if (teaser.Length > 0)
            {
                output.WriteLine($"  {(teaser.Length > 240 ? string.Concat(teaser.AsSpan(0, 240), "…") : teaser)}");
            }
        }

        foreach (var problem in feed.Problems)
        {
            output.WriteLine();
            output.WriteLine($"mended: {Words(problem)}");
        }
    }

    private static string Words(FeedProblem problem) => problem.Line > 0 ? $"line {problem.Line}: {problem.Message}" : problem.Message;
}
