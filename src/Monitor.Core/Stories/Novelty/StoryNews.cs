using Monitor.Core.Stories.Quotes;

namespace Monitor.Core.Stories.Novelty;

/// <summary>One article of a story, or one version of it.</summary>
/// <param name="DuplicateOf">The article of which it is a copy; null where it is nobody's copy.</param>
/// <param name="Replaces">The version before this one; null where it is not known, or stands among the story's parts itself.</param>
public sealed record StoryPart(StoryArticle Article, string? DuplicateOf, StoryArticle? Replaces = null);

/// <summary>What a story holds that it did not hold before.</summary>
/// <param name="Articles">New articles that are nobody's copy.</param>
/// <param name="Reprints">New articles that only copy others.</param>
/// <param name="Outlets">Outlets that carry the story for the first time, in order of appearance.</param>
/// <param name="People">People named for the first time, with their office where it is given: "Ana Tuhoro, Tasman mayor".</param>
/// <param name="Figures">Figures given for the first time, with the word they count: "410 households", "$198 million".</param>
/// <param name="Quotes">What someone is first quoted as saying.</param>
/// <param name="Statement">The first sentence that says something new; null where none does.</param>
/// <param name="Corrections">Figures that an article's new version gives in place of those of its old one.</param>
public sealed record StoryNews(
    int Articles,
    int Reprints,
    IReadOnlyList<string> Outlets,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Figures,
    IReadOnlyList<NewQuote> Quotes,
    NewStatement? Statement,
    IReadOnlyList<CorrectedFigure> Corrections)
{
    /// <summary>Nothing is said that was not said before, whoever says it now.</summary>
    public bool NothingNew => People.Count == 0 && Figures.Count == 0 && Corrections.Count == 0 && Quotes.Count == 0 && Statement is null;

    /// <summary>The new figures for people: corrected ones first and against what they were, "410 households (corrected from 340)".</summary>
    public IReadOnlyList<string> FiguresTold => [.. Corrections.Select(c => c.Told), .. Figures.Where(f => !Corrections.Any(c => c.After == f))];

    /// <summary>One line for people: "three reprints, nothing new", "new: 410 households; Ana Tuhoro, Tasman mayor".</summary>
    public string Line
    {
        get
        {
            var came = (Articles, Reprints) switch
            {
                (0, 0) => "no new article",
                (0, _) => Count(Reprints, "reprint"),
                (_, 0) => Count(Articles, "new article"),
                _ => $"{Count(Articles, "new article")}, {Count(Reprints, "reprint")}",
            };
            var outlets = Outlets.Count > 0 ? $", first in {string.Join(", ", Outlets)}" : "";
            if (NothingNew)
            {
                return Articles + Reprints == 0 ? came : $"{came}{outlets}, nothing new";
            }

            string[] facts = [.. FiguresTold.Take(3), .. People.Take(3), .. Quotes.Take(1).Select(q => $"{q.Quote.Speaker} quoted")];
            return $"{came}{outlets}; new: {(facts.Length > 0 ? string.Join("; ", facts) : Statement!.Sentence)}";
        }
    }

    private static string Count(int number, string noun)
    {
        string[] words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        return $"{(number < words.Length ? words[number] : number)} {noun}{(number == 1 ? "" : "s")}";
    }
}

/// <param name="Article">The article's id.</param>
public sealed record NewQuote(Quote Quote, string Article, string Outlet);

/// <param name="Article">The article's id.</param>
public sealed record NewStatement(string Sentence, string Article, string Outlet);
