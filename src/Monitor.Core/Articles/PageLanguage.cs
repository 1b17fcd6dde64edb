using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>The page's language as a BCP 47 tag, region in capitals.</summary>
internal static class PageLanguage
{
    private const int LongestTag = 20;

    // The html element's own tag first: it is what the text is written in; og:locale is often a default.
    public static string? Of(IElement? root, PageMetadata metadata, StructuredArticle? structured) =>
        Tag(root?.GetAttribute("lang")) ?? Tag(root?.GetAttribute("xml:lang")) ?? Tag(structured?.Language)
        ?? Tag(metadata.First("content-language", "og:locale", "language", "dc.language", "itemprop:inLanguage"));

    private static string? Tag(string? language)
    {
        var tag = language?.Trim().Replace('_', '-').Split(',', ';')[0].Trim();
        if (tag is not { Length: >= 2 and <= LongestTag } || !tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            || tag.Split('-')[0].Length is not (2 or 3))
        {
            return null;
        }

        var parts = tag.Split('-');
        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++)
        {
            parts[i] = parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i];
        }

        return string.Join('-', parts);
    }
}
