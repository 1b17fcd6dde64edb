using System.Text.Json;
using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>
/// An article whose text the page holds only as data (__NEXT_DATA__, an Apollo or Redux state, an attribute): the article
/// body by its name, or the object that holds the most prose of any; where the data are no JSON, the prose of their literals.
/// </summary>
internal static class ScriptText
{
    private const int Shortest = 500;
    private const int MostValues = 200_000;

    // Prose that quotes may have a colon after the quote; data have many.
    private const int MostNames = 3;
    private static readonly string[] BodyNames = ["articleBody", "bodyHtml", "body", "content", "html", "text", "value", "data"];

    /// <summary>Text or HTML, paragraphs divided by an empty line; null where no script and no attribute holds an article.</summary>
    public static string? Of(PageTree tree)
    {
        List<string> states = [.. tree.Scripts.Where(MayHoldData).Select(script => script.TextContent), .. Attributes(tree)];
        states.RemoveAll(state => state.Length < Shortest);
        string? best = null;
        foreach (var state in states)
        {
            using var data = LenientJson.Parse(Quoted(state) ?? state);
            if (data is null)
            {
                continue;
            }

            var values = 0;
            var (text, _) = MostProse(data.RootElement, ref values);
            if (text.Length >= Shortest && text.Length > (best?.Length ?? 0))
            {
                best = text;
            }
        }

        return best ?? (ScriptLiterals.Prose(states) is { Length: >= Shortest } prose ? prose : null);
    }

    private static bool MayHoldData(IElement script) =>
        !script.HasAttribute("src") && script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true;

    // What Inertia, Vue and Astro hand to the browser: data-page, data-props, props.
    private static IEnumerable<string> Attributes(PageTree tree)
    {
        foreach (var node in tree.Nodes)
        {
            foreach (var attribute in node.Element.Attributes)
            {
                if (attribute.Value is { Length: >= Shortest } value && value[0] is ('{' or '['))
                {
                    yield return value;
                }
            }
        }
    }

    // The argument of JSON.parse, unescaped.
    private static string? Quoted(string code)
    {
        const string Call = "JSON.parse(";
        var argument = code.IndexOf(Call, StringComparison.Ordinal) + Call.Length;
        return argument >= Call.Length && argument < code.Length && code[argument] is ('"' or '\'') ? ScriptLiterals.Literal(code, argument)?.Text : null;
    }

    // The largest single text, or the paragraphs of one list joined.
    private static (string Best, string Here) MostProse(JsonElement value, ref int values)
    {
        if (++values > MostValues)
        {
            return ("", "");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!;
                return IsProse(text) ? (text, text) : ("", "");
            case JsonValueKind.Array:
                var best = "";
                var paragraphs = new List<string>();
                foreach (var item in value.EnumerateArray())
                {
                    var (inside, here) = MostProse(item, ref values);
                    best = inside.Length > best.Length ? inside : best;
                    if (here.Length > 0)
                    {
                        paragraphs.Add(here);
                    }
                }

                var joined = string.Join("\n\n", paragraphs);
                return (joined.Length > best.Length ? joined : best, joined);
            case JsonValueKind.Object:
                var largest = "";
                var own = "";
                foreach (var property in value.EnumerateObject())
                {
                    var (inside, here) = MostProse(property.Value, ref values);
                    largest = inside.Length > largest.Length ? inside : largest;
                    if (here.Length > own.Length
                        && (BodyNames.Contains(property.Name)
                        || property.Name is "children" or "paragraphs" or "blocks" or "content_elements" or "elements" or "model"))
                    {
                        own = here;
                    }
                }

                return (largest, own);
            default:
                return ("", "");
        }
    }

    public static bool IsProse(string text) =>
        text.Length >= 40 && text.AsSpan().Count(' ') >= 5 && !text.AsSpan(0, 10).StartsWith("http", StringComparison.Ordinal)
            && !text.Contains("function(", StringComparison.Ordinal) && text.AsSpan().Count("\":") < MostNames && text.IndexOfAny(['.', '?', '!', '。']) >= 0;
}
