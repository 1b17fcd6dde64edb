using Monitor.Core.Digests;
using Monitor.Core.Stories;
using Monitor.Core.Stories.Novelty;

namespace Monitor.Core.Alerts;

/// <summary>
/// Whether articles say something really new in a story that was told. Any of these does:
/// <list type="number">
/// <item>somebody is quoted who was not quoted with these words before;</item>
/// <item>a figure that counts something is given for the first time (a bare small number is an age or a date);</item>
/// <item>somebody is named for the first time with an office;</item>
/// <item>the headline and the first paragraph are mostly made of words that no article told so far has.</item>
/// </list>
/// The same news in another outlet's words is not new.
/// </summary>
internal static class NewFacts
{
    private const double MostlyNew = 0.7;
    private const int FewestNewWords = 5;
    private static readonly DateTimeOffset Then = DateTimeOffset.UnixEpoch;

    /// <summary>What is new; null where nothing is.</summary>
    public static StoryNews? Of(IEnumerable<ToldArticle> told, IReadOnlyList<MatchedArticle> articles)
    {
        var known = told.ToList();
        var news = StoryComparison.NewSince(
            known.Select(article => Part(article.Id, article.Headline, article.Text, article.Outlet, Then))
                .Concat(articles.Select(article => Part(article.Id, article.Headline, article.Document.Text, article.Outlet, Then.AddDays(1)))),
            Then);
        var isNew = news.Quotes.Count > 0
            || news.Figures.Any(Counts)
            || news.People.Any(person => person.Contains(", ", StringComparison.Ordinal))
            || articles.Any(article => IsMainStatement(article, known));
        return isNew ? news : null;
    }

    private static StoryPart Part(string id, string headline, string text, string outlet, DateTimeOffset seen) =>
        new(new StoryArticle(id, headline, text, seen, outlet, seen), DuplicateOf: null);

    private static bool Counts(string figure) =>
        figure.AsSpan().ContainsAny(" $%€£") || figure.Count(char.IsAsciiDigit) >= 3;

    private static bool IsMainStatement(MatchedArticle article, List<ToldArticle> known)
    {
        var text = article.Document.Text;
        var paragraph = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length);
        var words = ContentWords($"{article.Headline} {paragraph}");
        var all = words.Count;
        foreach (var told in known)
        {
            words.ExceptWith(ContentWords($"{told.Headline} {told.Text}"));
        }

        return words.Count >= FewestNewWords && words.Count >= MostlyNew * all;
    }

    private static HashSet<uint> ContentWords(string text)
    {
        var found = new HashSet<uint>();
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var scanner = new WordScanner(text, buffer);
        while (scanner.Next(out var word))
        {
            if (word.Length > 3)
            {
                found.Add(WordStem.Hash(word));
            }
        }

        return found;
    }
}
