using System.Text;
using System.Text.Json;
using Monitor.Adapters.Http;
using Monitor.Cli.Filters;
using Monitor.Core.Articles;
using Monitor.Core.Topics;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Authoring;

/// <summary>Documents as the tools are given them.</summary>
internal static class Documents
{
    public static TopicDocument FromJson(JsonElement request) => new(
        JsonLines.Text(request, "title") ?? "",
        JsonLines.Text(request, "summary") ?? "",
        JsonLines.Text(request, "text") ?? "");

    /// <summary>JSON lines, one after another; a line that is none is an <see cref="InvalidDataException"/> that names it.</summary>
    public static IEnumerable<(string Id, TopicDocument Document)> ReadLines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()))
        {
            number++;
            if (line.Length > 0)
            {
                yield return Read(path, number, line);
            }
        }
    }

    private static (string Id, TopicDocument Document) Read(string path, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (JsonLines.Text(json.RootElement, "id") ?? $"line {number}", FromJson(json.RootElement));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
        }
    }

    /// <summary>
    /// A page is reduced to its article, other text is taken as it is. Null after the reason was written to
    /// <paramref name="errors"/>.
    /// </summary>
    /// <param name="source">A file, or an http or https address, which is fetched once.</param>
    public static async Task<TopicDocument?> OpenAsync(string source, TextWriter errors, CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            using var fetcher = new HttpFetcher(new HttpOptions(), TimeProvider.System);
            var outcome = await fetcher.FetchAsync(new FetchRequest(url, FetchKind.Page), cancellationToken);
            if (outcome is FetchOutcome.Fetched page)
            {
                return FromPage(page.Body.ToArray(), new PageHints(page.ContentType, page.FinalUrl));
            }

            await errors.WriteLineAsync($"{source} could not be read: {Reason(outcome)}");
            return null;
        }

        if (!File.Exists(source))
        {
            await errors.WriteLineAsync($"there is no file {source}");
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(source, cancellationToken);
        var text = Encoding.UTF8.GetString(bytes);
        return text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t').StartsWith('<') ? FromPage(bytes, new PageHints()) : FromText(text);
    }

    private static string Reason(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Blocked blocked => blocked.Reason,
        FetchOutcome.Broken broken => broken.Reason,
        FetchOutcome.Refused refused => refused.Reason,
        FetchOutcome.Gone => "it is gone",
        _ => "the outlet asks to be left alone for a while",
    };

    private static TopicDocument FromPage(byte[] page, PageHints hints)
    {
        var article = ArticleReader.Read(page, hints);
        return new TopicDocument(article.Title ?? "", "", article.Text);
    }

    /// <summary>The first line is the title where an empty line follows it; otherwise all is text.</summary>
    public static TopicDocument FromText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', 3);
        return lines.Length == 3 && lines[1].Length == 0 ? new TopicDocument(lines[0], "", lines[2]) : new TopicDocument("", "", text);
    }
}
