using System.Text.Json;
using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>
/// An article whose text the page holds only as a script's data (__NEXT_DATA__, an Apollo or Redux state): the article
/// body by its name, or the object that holds the most prose of any.
/// </summary>
internal static class ScriptText
{
    private const int Shortest = 500;
    private const int MostValues = 200_000;
    private static readonly string[] BodyNames = ["articleBody", "bodyHtml", "body", "content", "html", "text", "value", "data"];

    /// <summary>Text or HTML, paragraphs divided by an empty line; null where no script holds an article.</summary>
    public static string? Of(IEnumerable<IElement> scripts)
    {
        string? best = null;
        foreach (var script in scripts)
        {
            if (script.HasAttribute("src") || script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true)
            {
                continue;
            }

            var code = script.TextContent;
            if (code.Length < Shortest)
            {
                continue;
            }

            using var data = LenientJson.Parse(Quoted(code) ?? code);
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

        return best;
    }

    // The argument of JSON.parse("..."), unescaped.
    private static string? Quoted(string code)
    {
        const string Call = "JSON.parse(\"";
        if (code.IndexOf(Call, StringComparison.Ordinal) is not (>= 0 and var call))
        {
            return null;
        }

        var start = call + Call.Length - 1;
        for (var i = start + 1; i < code.Length; i++)
        {
            if (code[i] == '\\')
            {
                i++;
            }
            else if (code[i] == '"')
            {
                using var literal = LenientJson.Parse($"[{code[start..(i + 1)]}]");
                return literal?.RootElement[0].GetString();
            }
        }

        return null;
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

    private static bool IsProse(string text) =>
        text.Length >= 40 && text.AsSpan().Count(' ') >= 5 && !text.AsSpan(0, 10).StartsWith("http", StringComparison.Ordinal)
            && !text.Contains("function(", StringComparison.Ordinal) && text.IndexOfAny(['.', '?', '!', '。']) >= 0;
}
