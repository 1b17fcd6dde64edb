using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Feeds;

/// <summary>
/// Reads a feed in any format and any mess: bytes to text (<see cref="TextDecoder"/>), then JSON Feed or one of the XML formats
/// by the document's root. Never throws and never hangs, whatever the bytes; linear in their number; no document type is
/// processed and nothing is fetched.
/// </summary>
public static class FeedReader
{
    public static FeedReading Read(ReadOnlyMemory<byte> document, FeedHints? hints = null)
    {
        var bounds = hints?.Bounds ?? FeedBounds.Default;
        var url = hints?.Url is { IsAbsoluteUri: true } absolute && absolute.Scheme is "http" or "https" ? hints.Url : null;
        var problems = new ProblemLog();
        if (document.Length > bounds.MaxBytes)
        {
            problems.Add($"only the first {bounds.MaxBytes} bytes are read");
            document = document[..bounds.MaxBytes];
        }

        var isJson = LooksLikeJson(document.Span);
        var utf8 = TextDecoder.ToUtf8(document, hints?.ContentType, isJson ? MarkupKind.Json : MarkupKind.Xml, out var choice);
        if (choice.Mended is { } mended)
        {
            problems.Add(mended);
        }

        var text = utf8.Span;
        if (text.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            return new FeedReading.NotAFeed("the document is empty", false, []);
        }

        if (isJson || LooksLikeJson(text))
        {
            return new JsonFeedReader(bounds, url, problems).Read(text) is { } json
                ? new FeedReading.Read(json with { Problems = problems.In(text) })
                : new FeedReading.NotAFeed("it is JSON but no JSON Feed", false, []);
        }

        if (FeedPage.IsHtml(text))
        {
            return new FeedReading.NotAFeed("it is a web page", true, FeedPage.Announced(Encoding.UTF8.GetString(text), url));
        }

        var reader = new XmlFeedReader(bounds, url, problems);
        return reader.Read(text) is { } feed
            ? new FeedReading.Read(feed with { Problems = problems.In(text) })
            : new FeedReading.NotAFeed(reader.Root is { } root ? $"it begins with <{root}>, which no feed does" : "it holds no markup", false, []);
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> text)
    {
        var start = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < text.Length && text[start] <= ' ')
        {
            start++;
        }

        return start < text.Length && text[start] == '{';
    }
}
