using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>What was read: said in the same words on a full day and on an empty one.</summary>
/// <param name="Feeds">"13 of 14 feeds".</param>
/// <param name="Read">"13 of 14 feeds, 162 entries, 57 pages read".</param>
/// <param name="Line">That, and what is wrong where it fits on the line: "...; Capital Post blocked (answers 403) since 5:31 am."</param>
/// <param name="Troubles">What is wrong, one a feed, where it does not fit on the line.</param>
/// <param name="Blind">No feed was read at all: silence means nothing.</param>
/// <param name="Dim">Fewer than half of the feeds were read.</param>
public sealed record CoverageWords(
    string Feeds,
    string Read,
    string Line,
    IReadOnlyList<string> Troubles,
    bool Blind,
    bool Dim)
{
    private const int MaxTroubles = 40;
    private const int MaxOnTheLine = 2;

    public static CoverageWords Of(DigestCoverage coverage, DateOnly today, DeskZone zone)
    {
        var feeds = $"{Counted.Number(coverage.FeedsRead)} of {Counted.Of(coverage.FeedsFollowed, "feed")}";
        var entries = Counted.Of(coverage.EntriesSeen, "entry", "entries");
        var troubled = coverage.Troubles.Where(trouble => trouble.State != FeedState.Working).ToList();
        List<string> troubles = [.. troubled.Take(MaxTroubles).Select(trouble => Trouble(trouble, today, zone))];
        if (troubled.Count > MaxTroubles)
        {
            troubles.Add($"and {Counted.Of(troubled.Count - MaxTroubles, "feed")} more");
        }

        var read = $"{feeds}, {entries}, {Counted.Of(coverage.PagesRead, "page")} read";
        var fits = troubles.Count <= MaxOnTheLine;
        return new CoverageWords(
            feeds,
            read,
            fits ? $"{string.Join("; ", troubles.Prepend(read))}." : $"{read}; {Counted.Number(troubled.Count)} feeds are not as they should be:",
            fits ? [] : troubles,
            coverage.FeedsRead == 0,
            coverage.FeedsRead * 2 < coverage.FeedsFollowed);
    }

    private static string Trouble(FeedTrouble trouble, DateOnly today, DeskZone zone)
    {
        var state = trouble.State switch
        {
            FeedState.Stale => "quiet for longer than usual",
            FeedState.Blocked => "blocked",
            FeedState.Gone => "gone",
            _ => "broken",
        };
        var detail = Legible.Line(trouble.Detail, 120);
        return $"{Legible.Line(trouble.Feed, 80)} {state}"
            + (detail.Length > 0 ? $" ({detail})" : "")
            + (trouble.Since is { } since ? $" since {zone.TimeSeenFrom(today, since)}" : ", never read so far");
    }
}
