using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>A page's meta and link elements (HTML, Open Graph, Dublin Core, Twitter, Parsely, Sailthru and microdata), by name.</summary>
internal sealed class PageMetadata
{
    private const int LongestValue = 5000;
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public static PageMetadata Of(IEnumerable<IElement> elements)
    {
        var metadata = new PageMetadata();
        foreach (var element in elements)
        {
            if (element.LocalName == "link")
            {
                metadata.Add("link:" + element.GetAttribute("rel"), element.GetAttribute("href"));
                continue;
            }

            var content = element.GetAttribute("content");
            metadata.Add(element.GetAttribute("property"), content);
            metadata.Add(element.GetAttribute("name"), content);
            metadata.Add(element.GetAttribute("itemprop") is { } prop ? "itemprop:" + prop : null, content);
            metadata.Add(element.GetAttribute("http-equiv"), content);
        }

        return metadata;
    }

    /// <summary>The first value under the first of the names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var found))
            {
                return found[0];
            }
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var found) ? found : [];

    private void Add(string? name, string? value)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        if (!values.TryGetValue(name.Trim(), out var list))
        {
            values[name.Trim()] = list = [];
        }

        if (list.Count < 50)
        {
            list.Add(value.Length > LongestValue ? value[..LongestValue] : value.Trim());
        }
    }
}
