namespace Monitor.Core.Stories.Coverage;

/// <summary>An article as coverage counts it.</summary>
/// <param name="Outlet">The outlet's name, from feeds.opml.</param>
/// <param name="Country">NZ or AU; empty where unknown.</param>
/// <param name="Topics">Ids of the topics that it matched.</param>
/// <param name="DuplicateOf">The article of which it is a copy; null where it is nobody's copy.</param>
/// <param name="Agency">The agency that it credits; null where it credits none.</param>
public sealed record CoveredArticle(
    string Id,
    string Outlet,
    string Country,
    DateTimeOffset Published,
    IReadOnlyList<string> Topics,
    string? DuplicateOf,
    string? Agency);

/// <summary>Who carried a story, when, and who did not.</summary>
/// <param name="First">The article that was published first; of several at one instant the first by id.</param>
/// <param name="Accounts">Different texts: a wire story counts once, however many outlets reprint it.</param>
/// <param name="Agencies">Agencies credited, by name.</param>
/// <param name="Countries">Articles by country, the most first.</param>
/// <param name="Cells">Articles by outlet, day and topic, in that order.</param>
/// <param name="NotCarriedBy">Followed outlets without an article, in the order given.</param>
public sealed record StoryCoverage(
    CoveredArticle First,
    int Accounts,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<CountryCount> Countries,
    IReadOnlyList<CoverageCell> Cells,
    IReadOnlyList<string> NotCarriedBy)
{
    /// <param name="articles">The story's articles, at least one.</param>
    /// <param name="followed">Names of the outlets that are followed.</param>
    /// <param name="dayOf">The desk's date of an instant.</param>
    public static StoryCoverage Of(IReadOnlyCollection<CoveredArticle> articles, IEnumerable<string> followed, Func<DateTimeOffset, DateOnly> dayOf)
    {
        ArgumentOutOfRangeException.ThrowIfZero(articles.Count);
        var first = articles.OrderBy(a => a.Published).ThenBy(a => a.Id, StringComparer.Ordinal).First();
        var carried = articles.Select(a => a.Outlet).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new StoryCoverage(
            first,
            articles.Select(a => a.DuplicateOf ?? a.Id).Distinct().Count(),
            [.. articles.Select(a => a.Agency).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. articles.GroupBy(a => a.Country).Select(g => new CountryCount(g.Key, g.Count())).OrderByDescending(c => c.Articles).ThenBy(c => c.Country, StringComparer.Ordinal)],
            [.. articles
                .SelectMany(a => a.Topics.DefaultIfEmpty(""), (a, topic) => (Article: a, Day: dayOf(a.Published), Topic: topic))
                .GroupBy(c => (c.Article.Outlet, c.Article.Country, c.Day, c.Topic))
                .Select(g => new CoverageCell(g.Key.Outlet, g.Key.Country, g.Key.Day, g.Key.Topic, g.Count(), g.Count(c => c.Article.DuplicateOf is not null), g.Count(c => ReferenceEquals(c.Article, first)),
                    CoverageCell.List(g.Select(c => c.Article.Agency).OfType<string>())))
                .OrderBy(c => c.Outlet, StringComparer.Ordinal).ThenBy(c => c.Day).ThenBy(c => c.Topic, StringComparer.Ordinal)],
            [.. followed.Where(o => !carried.Contains(o)).Distinct()]);
    }
}

public sealed record CountryCount(string Country, int Articles);

/// <param name="Reprints">How many of the articles are copies.</param>
/// <param name="First">How many of them were the first of their story.</param>
/// <param name="Agencies">Agencies that they credit, by name, with "; " between; empty for none.</param>
public sealed record CoverageCell(string Outlet, string Country, DateOnly Day, string Topic, int Articles, int Reprints, int First = 0, string Agencies = "")
{
    internal static string List(IEnumerable<string> agencies) => string.Join("; ", agencies.Distinct().Order(StringComparer.Ordinal));

    /// <summary>The cells of several stories as one table, by outlet, day and topic.</summary>
    public static IReadOnlyList<CoverageCell> Sum(IEnumerable<CoverageCell> cells) =>
    [
        .. cells
            .GroupBy(c => (c.Outlet, c.Country, c.Day, c.Topic))
            .Select(g => new CoverageCell(g.Key.Outlet, g.Key.Country, g.Key.Day, g.Key.Topic, g.Sum(c => c.Articles), g.Sum(c => c.Reprints), g.Sum(c => c.First),
                List(g.SelectMany(c => c.Agencies.Split("; ", StringSplitOptions.RemoveEmptyEntries)))))
            .OrderBy(c => c.Outlet, StringComparer.Ordinal).ThenBy(c => c.Day).ThenBy(c => c.Topic, StringComparer.Ordinal),
    ];
}
