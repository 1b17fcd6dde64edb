using Monitor.Core.Articles;

namespace Monitor.Core.Revisions;

/// <summary>Whether two headlines of one article say the same.</summary>
public static class HeadlineChange
{
    // What outlets set before a headline and take away again.
    private static readonly string[] Labels =
        ["breaking news", "breaking", "live updates", "live", "as it happened", "watch", "watch live", "updated", "update", "exclusive", "video", "listen", "developing", "recap"];

    /// <summary>
    /// They differ in more than case, punctuation and labels such as "Live:". A headline that is missing says nothing; one that
    /// is cut off is the same as the whole.
    /// </summary>
    public static bool IsOne(string? before, string? after)
    {
        var (old, now) = (Wording.Of(WithoutLabel(before)), Wording.Of(WithoutLabel(after)));
        return old.Length > 0 && now.Length > 0 && old != now && !IsCut(before, now) && !IsCut(after, old);
    }

    private static bool IsCut(string? headline, string whole) =>
        headline!.AsSpan().TrimEnd() is [.., '…'] or [.., '.', '.', '.'] && whole.StartsWith(Wording.Of(WithoutLabel(headline)), StringComparison.Ordinal);

    private static string? WithoutLabel(string? headline)
    {
        var colon = headline?.IndexOfAny([':', '|']) ?? -1;
        return colon > 0 && Array.Exists(Labels, label => headline.AsSpan(0, colon).Trim().Equals(label, StringComparison.OrdinalIgnoreCase))
            ? headline![(colon + 1)..]
            : headline;
    }
}
