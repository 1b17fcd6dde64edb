using System.Collections.Frozen;
using System.Net;
using System.Text.Json;

namespace Monitor.Core.Articles;

/// <summary>What a page's JSON-LD says of its article (https://schema.org/Article), values as written.</summary>
internal sealed record StructuredArticle
{
    private static readonly FrozenSet<string> Types = FrozenSet.ToFrozenSet(
    [
        "Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle", "ReviewNewsArticle",
        "AskPublicNewsArticle", "AdvertiserContentArticle", "SatiricalArticle", "ScholarlyArticle", "TechArticle", "Report", "SocialMediaPosting",
        "Review", "Recipe", "HowTo",
    ]);

    public required string Type { get; init; }

    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? Body { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public string? Publisher { get; init; }

    /// <summary>isAccessibleForFree; null where the page does not say.</summary>
    public bool? Free { get; init; }

    /// <summary>Bodies of a live blog's updates, as the page orders them.</summary>
    public IReadOnlyList<string> Updates { get; init; } = [];

    public static bool IsArticle(string type) => Types.Contains(type);

    public static StructuredArticle From(JsonElement item, string type, Func<string, JsonElement?> byId) => new()
    {
        Type = type,
        Headline = Text(item, "headline") ?? Text(item, "name"),
        Description = Text(item, "description") ?? Text(item, "abstract") ?? Text(item, "alternativeHeadline"),
        Body = Text(item, "articleBody") ?? Text(item, "reviewBody") ?? Text(item, "text"),
        Authors = [.. Names(item, "author", byId).Concat(Names(item, "creator", byId)).Distinct(StringComparer.OrdinalIgnoreCase)],
        Published = Text(item, "datePublished") ?? Text(item, "dateCreated") ?? Text(item, "uploadDate"),
        Modified = Text(item, "dateModified"),
        Url = Text(item, "url") ?? Text(item, "mainEntityOfPage") ?? Text(item, "@id"),
        Language = Text(item, "inLanguage"),
        Publisher = Names(item, "publisher", byId).FirstOrDefault() ?? Names(item, "isPartOf", byId).FirstOrDefault(),
        Free = Flag(item, "isAccessibleForFree"),
        Updates = [.. Items(item, "liveBlogUpdate").Select(u => Text(u, "articleBody")).OfType<string>()],
    };

    /// <summary>The property as text, entities decoded; of an object its @id, name or @value; of an array the first.</summary>
    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = WebUtility.HtmlDecode(value.GetString()!).Trim();
                return text.Length == 0 ? null : text;
            case JsonValueKind.Array:
                return value.GetArrayLength() > 0 ? Text(value[0]) : null;
            case JsonValueKind.Object:
                return Text(value, "@value") ?? Text(value, "name") ?? Text(value, "@id") ?? Text(value, "url");
            default:
                return null;
        }
    }

    private static bool? Flag(JsonElement item, string name) => !item.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!.Trim().ToLowerInvariant() switch { "true" => true, "false" => false, _ => null },
        _ => null,
    };

    private static IEnumerable<JsonElement> Items(JsonElement item, string name) =>
        !item.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object)
        : value.ValueKind == JsonValueKind.Object ? [value] : [];

    private static IEnumerable<string> Names(JsonElement item, string name, Func<string, JsonElement?> byId)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            yield break;
        }

        IEnumerable<JsonElement> values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        foreach (var one in values)
        {
            var person = one;
            if (one.ValueKind == JsonValueKind.Object && !one.TryGetProperty("name", out _) && one.TryGetProperty("@id", out var id)
                && id.ValueKind == JsonValueKind.String && byId(id.GetString()!) is { } known)
            {
                person = known;
            }

            if (person.ValueKind == JsonValueKind.String && Text(person) is { } text)
            {
                yield return text;
            }
            else if (person.ValueKind == JsonValueKind.Object && person.TryGetProperty("name", out var names))
            {
                foreach (var each in names.ValueKind == JsonValueKind.Array ? names.EnumerateArray() : (IEnumerable<JsonElement>)[names])
                {
                    if (Text(each) is { } n)
                    {
                        yield return n;
                    }
                }
            }
        }
    }
}
