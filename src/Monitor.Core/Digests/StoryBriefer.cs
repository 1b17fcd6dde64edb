using Monitor.Core.Language;
using Monitor.Core.Stories;
using Monitor.Core.Stories.Coverage;
using Monitor.Core.Stories.Novelty;

namespace Monitor.Core.Digests;

/// <summary>
/// Briefs the desk on a story: what is new since the last edition, who said what, who carried it. Of an article that was corrected
/// within the window the latest version speaks; figures that it changed are told against those of the version before.
/// </summary>
internal static class StoryBriefer
{
    private const int MostFacts = 6;
    private const int MostQuotes = 2;
    private const int FewestWords = 6;
    private const int LongestQuote = 320;
    private const int MostNamed = 4;

    /// <summary>Outlets that must carry a story before it is worth saying who does not.</summary>
    private const int Several = 4;

    /// <param name="window">The story's articles in the window, each in its latest version; at least one.</param>
    public static StoryBriefing Of(string story, IReadOnlyList<MatchedArticle> window, StoryBackground background)
    {
        var earlier = background.Earlier.Where(a => background.Current(a.Story) == story).ToList();
        var news = StoryComparison.NewSince(window.Concat(earlier).Select(a => Part(a, background)), background.From);
        var all = window.Concat(earlier.OrderByDescending(a => a.SeenAt)).DistinctBy(a => a.Id).ToList();
        var coverage = StoryCoverage.Of([.. all.Select(a => Covered(a, background))], background.Outlets, background.DayOf);
        return new StoryBriefing(
            earlier.Count == 0,
            news.Articles,
            news.Reprints,
            news.Statement?.Sentence,
            Facts(news),
            Quotes(news.Quotes),
            coverage.First.Outlet,
            coverage.First.Published,
            coverage.Accounts,
            coverage.Agencies,
            [.. all.DistinctBy(a => a.Outlet).CountBy(a => a.Country).Select(c => new CountryOutlets(c.Key, c.Value))
                .OrderByDescending(c => c.Outlets).ThenBy(c => c.Country, StringComparer.Ordinal)],
            all.Select(a => a.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= Several ? coverage.NotCarriedBy : [],
            Named(all));
    }

    // Who is in more of the articles comes first: one text's long list must not crowd out the story's own people.
    private static List<string>? Named(List<MatchedArticle> articles)
    {
        var entities = articles.Select(a => a.Gist).OfType<Gist>().SelectMany(gist => gist.Entities).ToList();
        IEnumerable<string> Of(EntityKind kind, int most) => entities
            .Where(entity => entity.Kind == kind)
            .GroupBy(entity => entity.Name, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Count())
            .ThenByDescending(same => same.Sum(entity => entity.Mentions))
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(same => same.First().Name);
        return articles.Exists(a => a.Gist is not null) ? [.. Of(EntityKind.Person, MostNamed), .. Of(EntityKind.Organisation, MostNamed)] : null;
    }

    /// <summary>What is new in a story that was told, and nothing beside it: who carried the story was told with it.</summary>
    /// <param name="articles">The articles that say it, at least one.</param>
    public static StoryBriefing Of(StoryNews news, IReadOnlyList<MatchedArticle> articles)
    {
        var first = articles.MinBy(article => article.Published)!;
        return new StoryBriefing(
            false, news.Articles, news.Reprints, news.Statement?.Sentence, Facts(news), Quotes(news.Quotes), first.Outlet, first.Published,
            articles.Count, [], [], []);
    }

    /// <summary>An article as coverage counts it.</summary>
    public static CoveredArticle Covered(MatchedArticle article, StoryBackground background) => new(
        article.Id, article.Outlet, article.Country, article.Published, [.. article.Matches.Where(m => m.Matched).Select(m => m.Topic)],
        article.CopyOf, background.Agency(article.Id));

    private static List<string> Facts(StoryNews news) => [.. news.FiguresTold.Take(MostFacts / 2).Concat(news.People).Take(MostFacts)];

    private static StoryPart Part(MatchedArticle article, StoryBackground background) => new(
        Text(article),
        article.CopyOf,
        article.SeenAt > background.From && background.Replaced?.GetValueOrDefault(article.Id) is { } replaced ? Text(replaced) : null);

    private static StoryArticle Text(MatchedArticle article) =>
        new(article.Id, article.Headline, article.Document.Text, article.Published, article.Outlet, article.SeenAt);

    // People with an office come before people with a name, and these before "a spokesman".
    private static List<DigestQuote> Quotes(IEnumerable<NewQuote> quotes) =>
    [
        .. quotes
            .Select(q => new DigestQuote(q.Quote.Speaker, q.Quote.Role, Quoted(q.Quote.Sentence), q.Outlet))
            .Where(q => q.Words.Length <= LongestQuote && q.Words.Count(c => c == ' ') + 1 >= FewestWords)
            .OrderBy(q => q.Role is not null ? 0 : char.IsUpper(q.Speaker[0]) && q.Speaker.Contains(' ', StringComparison.Ordinal) ? 1 : 2)
            .DistinctBy(q => q.Speaker)
            .Take(MostQuotes),
    ];

    /// <summary>What stands in double quotation marks; the words between two quotations become dots, unless a sentence ended.</summary>
    private static string Quoted(string sentence)
    {
        var parts = new List<string>();
        for (var at = 0; at < sentence.Length;)
        {
            var open = sentence.AsSpan(at).IndexOfAny('"', '“');
            if (open < 0)
            {
                break;
            }

            var start = at + open + 1;
            var close = sentence.AsSpan(start).IndexOfAny('"', '”');
            var end = close < 0 ? sentence.Length : start + close;
            parts.Add(sentence[start..end].Trim().TrimEnd(','));
            at = end + 1;
        }

        return string.Join(" … ", parts.Where(p => p.Length > 0));
    }
}
