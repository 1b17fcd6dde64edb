using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>
/// What an element's class, id and kindred attributes say about it, cut into lower-case words: "ArticleBody--main" and
/// "article_body main" read the same.
/// </summary>
internal sealed class NodeNames
{
    private const int LongestRead = 400;
    private static readonly string[] Read = ["class", "id", "role", "itemprop", "data-component", "data-testid", "data-module", "data-type", "aria-label"];

    private NodeNames(IReadOnlyList<string[]> names) => Names = names;

    /// <summary>Each name of the element, as its words.</summary>
    public IReadOnlyList<string[]> Names { get; }

    public static NodeNames Of(IElement element)
    {
        List<string[]>? names = null;
        foreach (var attribute in Read)
        {
            if (element.GetAttribute(attribute) is not { Length: > 0 } value)
            {
                continue;
            }

            var span = value.AsSpan(0, Math.Min(value.Length, LongestRead));
            foreach (var range in span.SplitAny(" \t\r\n"))
            {
                if (Words(span[range]) is { Length: > 0 } words)
                {
                    (names ??= []).Add(words);
                }
            }
        }

        return new NodeNames(names ?? (IReadOnlyList<string[]>)[]);
    }

    private static string[] Words(ReadOnlySpan<char> name)
    {
        List<string>? words = null;
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var boundary = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (boundary || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            {
                if (i > start)
                {
                    (words ??= []).Add(name[start..i].ToString().ToLowerInvariant());
                }

                start = boundary ? i + 1 : i;
            }
        }

        return words?.ToArray() ?? [];
    }
}
