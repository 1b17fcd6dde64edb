using Monitor.Core.Articles;
using Monitor.Core.Text;

namespace Monitor.Core.Revisions;

/// <summary>
/// Compares two texts of one article. In this order:
/// <list type="number">
/// <item>paragraphs that are in both, wherever they stand, are the same: letters and digits count, case and punctuation do not;</item>
/// <item>paragraphs whose every sentence is in the other text only moved;</item>
/// <item>what is said beside the text is left out (<see cref="Furniture"/>);</item>
/// <item>of what remains, those that share at least half of their words are one paragraph that changed.</item>
/// </list>
/// Time is linear in the texts, but for the last step, which is bounded.
/// </summary>
public static class TextComparison
{
    /// <summary>Paragraphs that went, and paragraphs that came, are each told of up to this number.</summary>
    public const int MostChanges = 100;

    /// <summary>Characters of each text that are compared.</summary>
    public const int MostText = 400_000;

    private const double Alike = 0.5;

    /// <param name="isPart">
    /// One of the texts is only part of the article, or one of the two slides over a longer one: what is missing in it says
    /// nothing, only what stands in both counts.
    /// </param>
    public static TextDifference Between(string before, string after, bool isPart = false)
    {
        var (old, now) = (Paragraphs(before), Paragraphs(after));
        var gone = Missing(old, now);
        var come = Missing(now, old);
        var statement = come.FirstOrDefault(Furniture.IsStatement);
        var changes = new List<ParagraphChange>();
        foreach (var paragraph in come)
        {
            var origin = Closest(paragraph, gone);
            if (origin is not null)
            {
                gone.Remove(origin);
                var words = WordComparison.Between(origin, paragraph);
                if (words.Any(run => run.Change is not null))
                {
                    changes.Add(new ParagraphChange(ChangeKind.Changed, origin, paragraph, words));
                }
            }
            else if (!isPart)
            {
                changes.Add(new ParagraphChange(ChangeKind.Added, "", paragraph, []));
            }
        }

        changes.AddRange(isPart ? [] : gone.Select(paragraph => new ParagraphChange(ChangeKind.Removed, paragraph, "", [])));
        return new TextDifference(changes, statement);
    }

    private static List<string> Paragraphs(string text)
    {
        text = text.Length > MostText ? text[..MostText] : text;
        return [.. text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    // A paragraph that is there twice and then once is not missing: outlets repeat their leads.
    private static List<string> Missing(List<string> from, List<string> there)
    {
        var paragraphs = there.Select(Wording.Of).ToHashSet(StringComparer.Ordinal);
        var sentences = there.SelectMany(SentencesOf).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from
                .Where(paragraph => Wording.Of(paragraph) is { Length: > 0 } wording && !paragraphs.Contains(wording))
                .Where(paragraph => !Furniture.IsOne(paragraph))
                .Where(paragraph => !SentencesOf(paragraph).All(sentences.Contains))
                .Take(MostChanges),
        ];
    }

    private static IEnumerable<string> SentencesOf(string paragraph) =>
        Sentences.Split(paragraph).Select(sentence => Wording.Of(paragraph.Substring(sentence.Start, sentence.Length))).Where(wording => wording.Length > 0);

    private static string? Closest(string paragraph, List<string> candidates)
    {
        var (best, closest) = (Alike, (string?)null);
        foreach (var candidate in candidates)
        {
            if (WordComparison.Likeness(candidate, paragraph) is var likeness && likeness >= best && (closest is null || likeness > best))
            {
                (best, closest) = (likeness, candidate);
            }
        }

        return closest;
    }
}
