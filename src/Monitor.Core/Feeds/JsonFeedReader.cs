using System.Text;
using System.Text.Json;
using Monitor.Core.Articles;

namespace Monitor.Core.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), up to the place where a broken document breaks.</summary>
internal sealed class JsonFeedReader(FeedBounds bounds, Uri? url, ProblemLog problems)
{
    private const int MaxDepth = 64;

    private readonly Draft feed = new();
    private List<Entry> entries = [];
    private readonly StringBuilder output = new();
    private bool isFeed;

    public Feed? Read(ReadOnlySpan<byte> document)
    {
        var start = Math.Max(0, document.IndexOf((byte)'{'));
        if (ReadFeed(document[start..]) is { } broken)
        {
            // Raw line breaks and tabs in strings are the commonest slip. As spaces they mean the same everywhere else.
            var mended = document[start..].ToArray();
            foreach (ref var b in mended.AsSpan())
            {
                b = b < ' ' ? (byte)' ' : b;
            }

            (isFeed, entries) = (false, []);
            feed.Clear();
            var place = ReadFeed(mended);
            problems.Add(place is null ? "a control character stands in a string" : "the JSON is broken; what stands before is read", start + (place ?? broken));
        }

        feed.SignEntries(entries);
        return isFeed ? new Feed("json-feed-1", feed[Field.Title] ?? feed[Field.Link], feed[Field.Link], entries, []) : null;
    }

    /// <summary>The items come last, wherever they stand: their links are relative to the site.</summary>
    /// <returns>The bytes before the place where the document breaks; null where it does not.</returns>
    private int? ReadFeed(ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });
        var items = default(Utf8JsonReader);
        var broken = (int?)null;
        try
        {
            reader.Read();
            ReadHead(ref reader, ref items);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            broken = (int)reader.BytesConsumed;
        }

        try
        {
            ReadItems(ref items);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            broken = (int)items.BytesConsumed;
        }

        return broken;
    }

    private void ReadHead(ref Utf8JsonReader reader, ref Utf8JsonReader items)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            switch (name)
            {
                case "version":
                    isFeed |= Text(ref reader) is not null;
                    break;
                case "title":
                    feed.Set(Field.Title, 0, HtmlText.Fold(Text(ref reader)));
                    break;
                case "home_page_url":
                    feed.Set(Field.Link, 0, Link(Text(ref reader)));
                    break;
                case "author" or "authors":
                    ReadAuthors(ref reader, feed);
                    break;
                case "items" when reader.TokenType == JsonTokenType.StartArray:
                    isFeed = true;
                    items = reader;
                    reader.Skip();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    /// <param name="reader">At the start of the items, or nowhere where there are none.</param>
    private void ReadItems(ref Utf8JsonReader reader)
    {
        while (reader.TokenType != JsonTokenType.None && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (entries.Count >= bounds.MaxEntries)
            {
                problems.Add($"only the first {bounds.MaxEntries} entries are read");
                return;
            }

            ReadItem(ref reader);
        }
    }

    private void ReadItem(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var item = new Draft();
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Name(ref reader);
                reader.Read();
                ReadMember(ref reader, item, name);
            }
        }
        finally
        {
            entries.Add(item.ToEntry());
        }
    }

    private void ReadMember(ref Utf8JsonReader reader, Draft item, string name)
    {
        var value = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? null : Text(ref reader);
        switch (name)
        {
            case "id":
                item.Set(Field.Id, 0, value?.Trim());
                item.Set(Field.Link, 3, LinkBase.SchemeOf(value) is "http" or "https" ? Link(value) : null);
                break;
            case "url":
                item.Set(Field.Link, 1, Link(value));
                break;
            case "external_url":
                item.Set(Field.Link, 2, Link(value));
                break;
            case "title":
                item.Set(Field.Title, 0, HtmlText.Fold(value));
                break;
            case "content_html":
                item.Set(Field.Content, 0, value is null ? null : HtmlSanitizer.Sanitize(value, new LinkBase(url ?? Site()), output));
                break;
            case "content_text":
                item.Set(Field.Content, 1, value is null ? null : Escape(value));
                break;
            case "summary":
                item.Set(Field.Summary, 0, value is null ? null : Escape(value));
                break;
            case "date_published":
                item.SetDate(Field.Published, 0, value);
                break;
            case "date_modified":
                item.SetDate(Field.Updated, 0, value);
                break;
            case "author" or "authors":
                ReadAuthors(ref reader, item);
                break;
            case "tags" when reader.TokenType == JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    item.AddCategory(HtmlText.Fold(Text(ref reader)));
                }

                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void ReadAuthors(ref Utf8JsonReader reader, Draft draft)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                ReadAuthors(ref reader, draft);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Name(ref reader);
                reader.Read();
                if (name == "name")
                {
                    draft.AddAuthor(0, HtmlText.Fold(Text(ref reader)));
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            draft.AddAuthor(0, HtmlText.Fold(Text(ref reader)));
        }
    }

    private static string Name(ref Utf8JsonReader reader) => reader.ValueSpan.Length > 64 ? "" : reader.GetString() ?? "";

    /// <summary>A string or a number as text; anything else is passed over.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                try
                {
                    return reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    // Half of a sign beyond the first 65,536, where a text was cut: the field is lost and the entry is not.
                    return null;
                }

            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            _ = c switch { '<' => escaped.Append("&lt;"), '>' => escaped.Append("&gt;"), '&' => escaped.Append("&amp;"), '\0' => escaped, _ => escaped.Append(c) };
        }

        return escaped.ToString();
    }

    private string? Link(string? address) => address is null ? null : new LinkBase(url ?? Site()).Link(address);

    private Uri? Site() => Uri.TryCreate(feed[Field.Link], UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : null;
}
