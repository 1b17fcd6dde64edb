using System.Globalization;
using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>A week put into words.</summary>
/// <param name="Days">"Monday 9 to Sunday 15 November 2026" .</param>
/// <param name="Summary">How much there was, and how much fell short.</param>
/// <param name="Topics">Heads of the table's columns, in the desk's order; at most five, the last may stand for several.</param>
/// <param name="Countries">Bodies of the table.</param>
/// <param name="Silent">Outlets without an article, in one sentence; empty where there is none.</param>
/// <param name="Misses">Topics of which something fell short.</param>
public sealed record ReviewWords(
    string Subject,
    string Preheader,
    string Days,
    string Summary,
    IReadOnlyList<string> Topics,
    IReadOnlyList<CountryWords> Countries,
    string Silent,
    IReadOnlyList<MissedTopicWords> Misses,
    CoverageWords Coverage,
    IReadOnlyList<string> Footer,
    string Tag,
    string? DayTag)
{
    private const int MaxColumns = 5;
    private const int MaxOutlets = 60;
    private const int MaxSilent = 12;

    public static ReviewWords Of(WeeklyReview review)
    {
        var language = DateLanguage.Find(review.Language) ?? DateLanguage.NewZealandEnglish;
        var zone = (DeskZone.Find(review.Zone) ?? DeskZone.Find("UTC")!).In(language);
        var last = review.First.AddDays(6);
        var coverage = CoverageWords.Of(review.Coverage, last, zone);
        var (told, missed) = (review.Outlets.Sum(outlet => outlet.Total), review.Topics.Sum(topic => topic.Misses.Count + topic.Untold));
        return new ReviewWords(
            SubjectOf(review, missed, language),
            Legible.Cut($"{coverage.Read}.", 200),
            language.Span(review.First, last),
            SummaryOf(review, told, missed),
            Columns([.. review.Topics.Select(topic => Named(topic.Name, "a topic"))], names => names.Count == 1 ? names[0] : "Other topics"),
            [.. review.Outlets.Take(MaxOutlets).GroupBy(outlet => outlet.Country).Select(Country)],
            SilentOf(review),
            [.. review.Topics.Where(topic => topic.Misses.Count > 0).Select(topic => new MissedTopicWords(
                Named(topic.Name, "a topic"),
                topic.Untold > 0 ? $"{topic.Misses.Count} of {Counted.Number(topic.Misses.Count + topic.Untold)}" : Counted.Of(topic.Misses.Count, "article"),
                [.. topic.Misses.Select(miss => MissWords.Of(miss, last, zone))]))],
            coverage,
            [
                "Where one of them belongs after all: monitor topics label ADDRESS --topic TOPIC --label 1 --why REASON.",
                $"Weekly review for the desk. Articles are counted in the week in which they were found, and times are {zone.Id}.",
            ],
            language.DocumentTag,
            language.Tag == language.DocumentTag ? null : language.Tag);
    }

    private static string SubjectOf(WeeklyReview review, int missed, DateLanguage language)
    {
        var counts = review.Topics.Select((topic, i) => (Name: Named(topic.Name, "a topic"), Articles: review.Outlets.Sum(outlet => outlet.Articles[i])))
            .Where(topic => topic.Articles > 0).Select(topic => $"{Counted.Number(topic.Articles)} on {topic.Name}").ToList();
        var news = counts.Count == 0 ? "nothing on the desk’s topics" : Counted.List(counts);
        return DigestSubject.Fit("The week: ", news, missed > 0 ? $"; {Counted.Of(missed, "near miss", "near misses")}" : "", $" · from {language.Medium(review.First)}");
    }

    private static string SummaryOf(WeeklyReview review, int told, int missed)
    {
        if (told == 0)
        {
            return $"No article on the desk’s topics. {Counted.Of(missed, "article")} fell short of one by one signal.";
        }

        var countries = review.Outlets.GroupBy(outlet => outlet.Country).Where(country => country.Key.Length > 0)
            .Select(country => $"{Counted.Number(country.Sum(outlet => outlet.Total))} from {CountryName(country.Key)}").ToList();
        var reprints = review.Outlets.Sum(outlet => outlet.Reprints);
        return $"{Counted.Of(told, "article")} in {Counted.Of(review.Outlets.Count, "outlet")}"
            + (countries.Count > 0 ? $": {Counted.List(countries)}" : "")
            + (reprints > 0 ? $"; {Counted.Of(reprints, "reprint")} among them" : "")
            + (missed > 0 ? $". {Counted.Of(missed, "article")} fell short by one signal." : ". Nothing fell short by one signal.");
    }

    private static string SilentOf(WeeklyReview review)
    {
        if (review.Silent.Count == 0)
        {
            return "";
        }

        List<string> names = [.. review.Silent.Take(MaxSilent).Select(outlet => Legible.Line(outlet, 60))];
        if (review.Silent.Count > MaxSilent)
        {
            names.Add(Counted.Of(review.Silent.Count - MaxSilent, "other"));
        }

        return $"Nothing on these topics from {Counted.List(names)}.";
    }

    private static CountryWords Country(IGrouping<string, OutletCounts> country) => new(
        CountryName(country.Key),
        Columns(Enumerable.Range(0, country.First().Articles.Count).Select(topic => country.Sum(outlet => outlet.Articles[topic])).ToList(), Enumerable.Sum),
        [.. country.Select(outlet => new OutletCountWords(Named(outlet.Outlet, "an outlet"), Columns(outlet.Articles, Enumerable.Sum)))]);

    private static string CountryName(string country) => country switch
    {
        "NZ" => "New Zealand",
        "AU" => "Australia",
        _ => Named(country, "Elsewhere"),
    };

    private static string Named(string raw, string otherwise) => Legible.Line(raw, 40) is { Length: > 0 } name ? name : otherwise;

    /// <summary>What does not fit into the columns becomes one column, the last.</summary>
    private static List<T> Columns<T>(IReadOnlyList<T> values, Func<IReadOnlyList<T>, T> rest) => values.Count <= MaxColumns
        ? [.. values]
        : [.. values.Take(MaxColumns - 1), rest([.. values.Skip(MaxColumns - 1)])];
}

/// <param name="Articles">Sums by topic.</param>
public sealed record CountryWords(string Name, IReadOnlyList<int> Articles, IReadOnlyList<OutletCountWords> Outlets)
{
    /// <summary>"New Zealand: 13 on 501 deportations and 5 on Anzus".</summary>
    public string Of(IReadOnlyList<string> topics) => $"{Name}: {OutletCountWords.Counts(Articles, topics)}";
}

/// <param name="Articles">By topic.</param>
public sealed record OutletCountWords(string Name, IReadOnlyList<int> Articles)
{
    /// <summary>"Harbour Herald: 9 on 501 deportations and 2 on Anzus".</summary>
    public string Of(IReadOnlyList<string> topics) => $"{Name}: {Counts(Articles, topics)}";

    internal static string Counts(IReadOnlyList<int> articles, IReadOnlyList<string> topics) =>
        Counted.List([.. articles.Zip(topics).Where(count => count.First > 0).Select(count => $"{Counted.Number(count.First)} on {count.Second}")]);
}

/// <param name="Count">"10 of 34", or "3 articles".</param>
public sealed record MissedTopicWords(string Name, string Count, IReadOnlyList<MissWords> Misses);

/// <param name="Link">Null where the address may not become a link.</param>
/// <param name="Where">"The Isthmus, Wed 18 Nov, 6:42 am".</param>
/// <param name="Why">"Found section 501; 0.5 short of a match."</param>
public sealed record MissWords(string Title, string? Link, string Where, string Why)
{
    public static MissWords Of(ReviewedMiss miss, DateOnly today, DeskZone zone) => new(
        Legible.Line(miss.Title, 160) is { Length: > 0 } title ? title : "(no headline)",
        WebAddress.Link(miss.Url),
        $"{Legible.Line(miss.Outlet, 60)}, {zone.TimeSeenFrom(today, miss.SeenAt)}",
        string.Create(CultureInfo.InvariantCulture, $"{Reason(miss)}; {miss.Short:0.##} short of a match."));

    private static string Reason(ReviewedMiss miss) => (miss.Found.Count, miss.HeldBack.Count) switch
    {
        (_, 0) => $"Found {Signals(miss.Found)}",
        (0, _) => $"Held back {Signals(miss.HeldBack)}",
        _ => $"Found {Signals(miss.Found)}; held back {Signals(miss.HeldBack)}",
    };

    private static string Signals(IReadOnlyList<string> ids) =>
        Counted.List([.. ids.Take(4).Select(id => Legible.Line(id.Replace('-', ' ').Replace('_', ' '), 60))]);
}
