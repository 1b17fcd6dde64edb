namespace Monitor.Core.Stories.Novelty;

/// <summary>A figure that a newer version of an article gives where its older version gave another.</summary>
/// <param name="Before">As it was given first, with the word that it counts: "340 households".</param>
/// <param name="After">As it is given now.</param>
/// <param name="Article">The article's id.</param>
public sealed record CorrectedFigure(string Before, string After, string Article, string Outlet)
{
    /// <summary>How alike the words around two figures must be for one to stand in the other's place.</summary>
    private const double SamePlace = 0.5;

    /// <summary>"410 households (corrected from 340)".</summary>
    public string Told => $"{After} (corrected from {(Unit(Before) == Unit(After) ? Before.Split(' ')[0] : Before)})";

    /// <summary>The figures of the older version that are gone from the newer, with what stands in their place.</summary>
    internal static IEnumerable<CorrectedFigure> Between(StoryArticle older, StoryArticle newer)
    {
        var (before, after) = (Figures.In($"{older.Title}. {older.Text}").ToList(), Figures.In($"{newer.Title}. {newer.Text}").ToList());
        var gone = before.Where(b => !after.Exists(a => a.Key == b.Key)).ToList();
        foreach (var came in after.Where(a => !before.Exists(b => b.Key == a.Key)).GroupBy(a => a.Key))
        {
            var places = came.SelectMany(a => gone.Select(b => (Before: b, After: a, Likeness: a.Likeness(b)))).ToList();
            if (places.Count > 0 && places.MaxBy(p => p.Likeness) is { Likeness: >= SamePlace } place)
            {
                yield return new CorrectedFigure(place.Before.Text, place.After.Text, newer.Id, newer.Outlet);
            }
        }
    }

    private static string Unit(string figure) => figure[(figure.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
