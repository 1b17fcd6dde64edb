namespace Monitor.Core.Addresses;

/// <summary>
/// A path without what only chooses a view: index names, session identifiers, AMP and print endings. AMP and print are words
/// too (AMP Limited, a print shop), so a segment of that name goes only where the segment beside it names an article.
/// </summary>
internal static class CanonicalPath
{
    private static readonly string[] ViewSegments = ["amp", "print", "printview", "print-view", "printable"];

    /// <param name="path">Absolute and percent-encoded.</param>
    /// <param name="hasQuery">index.php?id=7 is not the directory: an index name goes only where nothing was asked of it.</param>
    public static string Of(string path, bool hasQuery)
    {
        var session = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        if (session > 0 && path[session - 1] != '.')
        {
            path = path[..session];
        }

        var last = path.LastIndexOf('/') + 1;
        if (!hasQuery && CanonicalRules.IndexNames.Contains(path[last..]))
        {
            path = path[..last];
        }

        // A view of a view (/print/amp): what was taken off may uncover another. Every round shortens the path.
        for (var before = ""; before.Length != path.Length;)
        {
            before = path;
            path = WithoutAmpExtension(WithoutLeadingAmp(WithoutEnding(path)));
        }

        return path;
    }

    // /2026/story-of-the-day/amp/ -> /2026/story-of-the-day/, /news/507238/print -> /news/507238
    private static string WithoutEnding(string path)
    {
        var trimmed = path.TrimEnd('/');
        var slash = trimmed.LastIndexOf('/');
        return slash > 0 && IsView(trimmed.AsSpan(slash + 1)) && NamesAnArticle(LastSegment(trimmed.AsSpan(0, slash)))
            ? path[..slash] + path[trimmed.Length..]
            : path;
    }

    // /amp/news/story-of-the-day -> /news/story-of-the-day
    private static string WithoutLeadingAmp(string path) =>
        path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) && NamesAnArticle(LastSegment(path.AsSpan(4).TrimEnd('/'))) ? path[4..] : path;

    // story.amp -> story, story.amp.html -> story.html
    private static string WithoutAmpExtension(string path)
    {
        var amp = path.LastIndexOf(".amp", StringComparison.OrdinalIgnoreCase);
        var ends = amp + 4 == path.Length || (amp + 5 < path.Length && path[amp + 4] == '.' && char.IsAsciiLetter(path[amp + 5]));
        return amp > 0 && ends && char.IsAsciiLetterOrDigit(path[amp - 1]) && amp > path.LastIndexOf('/') ? path.Remove(amp, 4) : path;
    }

    private static bool IsView(ReadOnlySpan<char> segment)
    {
        foreach (var view in ViewSegments)
        {
            if (segment.Equals(view, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesAnArticle(ReadOnlySpan<char> segment) =>
        segment.ContainsAnyInRange('0', '9') || segment.Count('-') >= 2 || segment.Contains('.');

    private static ReadOnlySpan<char> LastSegment(ReadOnlySpan<char> path) => path[(path.LastIndexOf('/') + 1)..];
}
