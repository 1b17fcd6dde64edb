namespace Monitor.Core.Articles;

/// <summary>
/// A title as outlets put it together: "A post", "Archive" and "Four Years Remaining" of "Four Years Remaining » Archive » A post".
/// </summary>
/// <param name="Wordings">The parts between the separators.</param>
/// <param name="LongestAbove">Letters of the longest heading above the text that is the main part; 0 where none is.</param>
internal sealed record ClaimParts(IReadOnlyList<string> Wordings, int LongestAbove)
{
    public const int Most = 8;

    private const int ShortestMain = 20;

    /// <summary>Null for a claim that is all one.</summary>
    /// <param name="above">Wordings of the headings above the text.</param>
    public static ClaimParts? Of(IReadOnlyList<string>? parts, IReadOnlyList<string> above)
    {
        List<string> wordings = [.. (parts ?? []).Select(Wording.Of).Where(wording => wording.Length > 0)];
        var unmeasured = new ClaimParts(wordings, 0);
        return wordings.Count < 2 ? null : unmeasured with { LongestAbove = above.Where(unmeasured.HasAsMain).Select(wording => wording.Length).DefaultIfEmpty().Max() };
    }

    /// <summary>The heading is one part, and none is longer.</summary>
    public bool HasAsMain(string heading) =>
        heading.Length >= ShortestMain && Wordings.Contains(heading) && Wordings.All(part => part.Length <= heading.Length);

    /// <summary>The heading is one part, and another heading above the text is a longer one.</summary>
    public bool HasBesideALonger(string heading) => heading.Length < LongestAbove && Wordings.Contains(heading);
}
