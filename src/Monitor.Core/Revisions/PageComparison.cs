using Monitor.Core.Articles;

namespace Monitor.Core.Revisions;

/// <summary>What a page says now, against what it said when it was read before.</summary>
/// <param name="Headline">The new headline; null where it says the same as before.</param>
/// <param name="Differences">What changed in the text.</param>
public sealed record PageComparison(string? Headline, TextDifference Differences)
{
    /// <summary>The headline or the text is not as it was.</summary>
    public bool Any() => Headline is not null || Differences.Any();

    /// <summary>Both pages are read by the same reader: what the reader learns is no change of the page.</summary>
    public static PageComparison Between(Article before, Article now)
    {
        // A teaser of what was read in full, or the whole of what was a teaser: neither says that the article changed.
        var isPart = before.Partial || now.Partial || before.Kind == ArticleKind.LiveBlog || now.Kind == ArticleKind.LiveBlog;
        var isTeaser = now.Text.Length == 0 || (now.Partial && now.Text.Length < before.Text.Length / 2);
        return new PageComparison(
            HeadlineChange.IsOne(before.Title, now.Title) ? now.Title : null,
            isTeaser ? TextDifference.None : TextComparison.Between(before.Text, now.Text, isPart));
    }
}
