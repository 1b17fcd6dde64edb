namespace Monitor.Core.Digests;

/// <summary>What a week brought, by outlet and topic, and what nearly was told: so that somebody sees what the rules leave out.</summary>
/// <param name="First">The week's Monday in the desk's zone; its last day is the Sunday after.</param>
/// <param name="Zone">TZDB id of the desk's zone.</param>
/// <param name="Topics">In the desk's order.</param>
/// <param name="Outlets">Those that wrote about any topic, by country, the most articles first.</param>
/// <param name="Silent">Followed outlets that wrote about none, in the order in which they are followed.</param>
/// <param name="Coverage">What was read in the week.</param>
/// <param name="Language">Tag of the language of its dates (<see cref="DateLanguage"/>).</param>
public sealed record WeeklyReview(
    DateOnly First,
    string Zone,
    IReadOnlyList<ReviewedTopic> Topics,
    IReadOnlyList<OutletCounts> Outlets,
    IReadOnlyList<string> Silent,
    DigestCoverage Coverage,
    string Language = "en-NZ")
{
    /// <summary>Counts each article once, in its latest version, and a country's outlets together.</summary>
    /// <param name="topics">Ids, in the desk's order.</param>
    /// <param name="articles">Every version seen in the week, in any order.</param>
    public static IReadOnlyList<OutletCounts> Count(IReadOnlyList<string> topics, IEnumerable<MatchedArticle> articles) =>
    [
        .. articles
            .GroupBy(article => article.Id, StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(version => version.SeenAt)!)
            .GroupBy(article => (article.Outlet, article.Country))
            .Select(outlet => new OutletCounts(
                outlet.Key.Outlet,
                outlet.Key.Country,
                [.. topics.Select(topic => outlet.Count(article => article.Matches.Any(match => match.Matched && match.Topic == topic)))],
                outlet.Count(article => article.Matches.Any(match => match.Matched && topics.Contains(match.Topic))),
                outlet.Count(article => article.CopyOf is not null)))
            .Where(outlet => outlet.Total > 0)
            .OrderBy(outlet => outlet.Country switch { "NZ" => 0, "AU" => 1, _ => 2 })
            .ThenByDescending(outlet => outlet.Total)
            .ThenBy(outlet => outlet.Outlet, StringComparer.Ordinal),
    ];
}

/// <param name="Misses">Some of the articles that fell short; which ones depends on nothing but the articles.</param>
/// <param name="Untold">How many more there were.</param>
public sealed record ReviewedTopic(string Id, string Name, IReadOnlyList<ReviewedMiss> Misses, int Untold);

/// <summary>An article that a topic would have matched with one signal more.</summary>
/// <param name="Title">As the outlet wrote it: hostile text.</param>
/// <param name="Found">Ids of the signals that fired, the weightiest first.</param>
/// <param name="HeldBack">Ids of the signals whose words are there but did not count.</param>
/// <param name="Short">What the score lacks.</param>
public sealed record ReviewedMiss(
    string Title, string Url, string Outlet, DateTimeOffset SeenAt, IReadOnlyList<string> Found, IReadOnlyList<string> HeldBack, double Short);

/// <param name="Country">NZ or AU; empty where unknown.</param>
/// <param name="Articles">By topic, in the review's order; an article about two topics counts for both.</param>
/// <param name="Total">Different articles about any of the topics.</param>
/// <param name="Reprints">How many of its articles copy another's text.</param>
public sealed record OutletCounts(string Outlet, string Country, IReadOnlyList<int> Articles, int Total, int Reprints);
