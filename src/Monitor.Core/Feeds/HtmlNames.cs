using System.Collections.Frozen;

namespace Monitor.Core.Feeds;

/// <summary>Elements of HTML that stand unescaped in the fields of careless feeds, and are none of a feed's own.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> Inline =
        ("a abbr b big blockquote br center cite code dd div dl dt em embed font form h1 h2 h3 h4 h5 h6 hr i iframe img input li object ol p pre q s script small "
        + "span strike strong style sub sup table tbody td th thead tr tt u ul video")
        .Split(' ').ToFrozenSet();

    public static bool IsInline(string local) => Inline.Contains(local);
}
