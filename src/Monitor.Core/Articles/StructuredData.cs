using System.Text.Json;
using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>
/// A page's JSON-LD, whatever its shape: one object, an array, an @graph, an article inside a WebPage's mainEntity, people
/// named by @id. Articles that the page only lists (itemListElement, hasPart, "related") are not its own.
/// </summary>
internal sealed class StructuredData
{
    private const int MostObjects = 5000;
    private const int MostScripts = 100;
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
    private readonly List<(JsonElement Item, string Type)> articles = [];
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private int objects;

    /// <summary>Every @type of the page's own objects.</summary>
    public IReadOnlySet<string> Types => types;

    /// <summary>The page's article; null where the page has none in JSON-LD.</summary>
    public StructuredArticle? Article { get; private set; }

    public static StructuredData Of(IEnumerable<IElement> scripts)
    {
        var data = new StructuredData();
        var documents = new List<JsonDocument>();
        foreach (var script in scripts.Where(s => s.GetAttribute("type") is { } type
            && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)).Take(MostScripts))
        {
            if (LenientJson.Parse(script.TextContent) is { } document)
            {
                documents.Add(document);
                data.Collect(document.RootElement);
            }
        }

        data.Article = data.articles
            .Select(a => StructuredArticle.From(a.Item, a.Type, id => data.byId.TryGetValue(id, out var item) ? item : null))
            .MaxBy(a => (a.Body is null ? 0 : 4) + (a.Headline is null ? 0 : 2) + (a.Published is null ? 0 : 2) + (a.Type.EndsWith("Article",
                StringComparison.Ordinal) || a.Type == "LiveBlogPosting" ? 1 : 0));
        documents.ForEach(d => d.Dispose());
        data.byId.Clear();
        data.articles.Clear();
        return data;
    }

    private void Collect(JsonElement element)
    {
        if (++objects > MostObjects)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && element.EnumerateObject().Skip(1).Any())
            {
                byId.TryAdd(id.GetString()!, element);
            }

            foreach (var type in TypesOf(element))
            {
                types.Add(type);
                if (StructuredArticle.IsArticle(type))
                {
                    articles.Add((element, type));
                    break;
                }
            }

            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object
                    && property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "author" or "publisher" or "itemReviewed" or "review")
                {
                    Collect(property.Value);
                }
            }
        }
    }

    private static IEnumerable<string> TypesOf(JsonElement item) =>
        !item.TryGetProperty("@type", out var type) ? []
        : type.ValueKind == JsonValueKind.String ? [Bare(type.GetString()!)]
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => Bare(t.GetString()!))
        : [];

    private static string Bare(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];
}
