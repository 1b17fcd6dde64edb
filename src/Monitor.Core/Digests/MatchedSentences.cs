using Monitor.Core.Text;
using Monitor.Core.Topics;

namespace Monitor.Core.Digests;

/// <summary>
/// Chooses the sentence that a reader accepts as the reason for a match: the one whose signals weigh most, each counted once.
/// The article's own sentences come before its teaser, and both before the headline, which the digest shows anyway; of equals
/// the first is taken. A sentence that holds only context comes last of all.
/// </summary>
public static class MatchedSentences
{
    /// <summary>UTF-16 code units of a quoted sentence; a longer one is cut around its first mark.</summary>
    public const int MaxLength = 600;

    private const double ContextWeight = 0.1;

    /// <summary>Taken off a sentence without a signal of weight, so that it is quoted only where there is nothing better.</summary>
    private const double ContextOnly = 10;

    /// <summary>Never fails: of a match without evidence, the document's first sentence without marks.</summary>
    public static MatchedSentence Choose(TopicDocument document, TopicMatch match)
    {
        var best = default(Candidate?);
        foreach (var field in (string[])["text", "summary", "title"])
        {
            var (text, preference) = field switch
            {
                "title" => (document.Title, -2.0),
                "summary" => (document.Summary, -0.05),
                _ => (document.Text, 0.0),
            };
            var evidence = match.Evidence.Where(e => e.Field == field).OrderBy(e => e.Start).ToList();
            if (text.Length > 0 && (evidence.Count > 0 || match.Evidence.Count == 0))
            {
                best = Best(best, text, field, evidence, preference);
            }
        }

        return best is { } chosen ? Quote(chosen) : new MatchedSentence("", "", "", [], "text");
    }

    private static Candidate? Best(Candidate? best, string text, string field, List<Evidence> evidence, double preference)
    {
        var sentences = field == "title" ? [new Sentence(0, text.Length, 0)] : Sentences.Split(text);
        var next = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var from = next;
            while (next < evidence.Count && evidence[next].Start < sentences[i].End)
            {
                next++;
            }

            var inside = evidence[from..next];
            var weight = preference + inside.DistinctBy(e => e.Signal).Sum(e => e.Weight > 0 ? e.Weight : ContextWeight)
                - (inside.Exists(e => e.Weight > 0) ? 0 : ContextOnly);
            if (best is null || weight > best.Value.Weight + 1e-9)
            {
                best = new Candidate(text, field, sentences, i, inside, weight);
            }

            if (evidence.Count == 0)
            {
                break;
            }
        }

        return best;
    }

    private static MatchedSentence Quote(Candidate chosen)
    {
        var sentence = chosen.Sentences[chosen.Index];
        var weighty = chosen.Evidence.Where(e => e.Weight > 0).ToList();
        var marks = Merge(weighty.Count > 0 ? weighty : chosen.Evidence, sentence);
        var (text, shown) = Shorten(chosen.Text.Substring(sentence.Start, sentence.Length), marks);
        return new MatchedSentence(Neighbour(chosen, -1), text, Neighbour(chosen, +1), shown, chosen.Field);
    }

    /// <summary>The sentence beside it, where it is in the same paragraph.</summary>
    private static string Neighbour(Candidate chosen, int step)
    {
        var index = chosen.Index + step;
        if (index < 0 || index >= chosen.Sentences.Count || chosen.Sentences[index].Paragraph != chosen.Sentences[chosen.Index].Paragraph)
        {
            return "";
        }

        var beside = chosen.Sentences[index];
        return Shorten(chosen.Text.Substring(beside.Start, beside.Length), []).Text;
    }

    private static List<Mark> Merge(IEnumerable<Evidence> evidence, Sentence sentence)
    {
        var marks = new List<Mark>();
        foreach (var (start, end) in evidence.Select(e => (e.Start - sentence.Start, Math.Min(sentence.Length, e.Start + e.Length - sentence.Start))))
        {
            if (marks.Count > 0 && start <= marks[^1].Start + marks[^1].Length)
            {
                marks[^1] = marks[^1] with { Length = Math.Max(marks[^1].Length, end - marks[^1].Start) };
            }
            else
            {
                marks.Add(new Mark(start, end - start));
            }
        }

        return marks;
    }

    private static (string Text, IReadOnlyList<Mark> Marks) Shorten(string sentence, List<Mark> marks)
    {
        if (sentence.Length <= MaxLength)
        {
            return (sentence, marks);
        }

        var first = marks.Count > 0 ? marks[0].Start : 0;
        var from = first < MaxLength / 2 ? 0 : WordStart(sentence, first - (MaxLength / 3));
        var to = WordStart(sentence, Math.Min(sentence.Length, from + MaxLength));
        var opening = from > 0 ? "… " : "";
        var text = opening + sentence[from..to].TrimEnd() + (to < sentence.Length ? " …" : "");
        var shift = opening.Length - from;
        return (text, [.. marks.Where(m => m.Start >= from && m.Start + m.Length <= to).Select(m => m with { Start = m.Start + shift })]);
    }

    /// <summary>The last beginning of a word at or before an offset, if there is one close by.</summary>
    private static int WordStart(string text, int offset)
    {
        for (var i = offset; i > Math.Max(0, offset - 60); i--)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i - 1]))
            {
                return i;
            }
        }

        return offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) ? offset - 1 : offset;
    }

    private readonly record struct Candidate(string Text, string Field, IReadOnlyList<Sentence> Sentences, int Index, List<Evidence> Evidence, double Weight);
}
