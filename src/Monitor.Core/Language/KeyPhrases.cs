using Monitor.Core.Stories;
using Monitor.Core.Stories.Quotes;
using Sentences = Monitor.Core.Text.Sentences;

namespace Monitor.Core.Language;

/// <summary>
/// Phrases that a text is about: runs of words between grammar, verbs of saying and marks. A phrase counts for how often its
/// words come back and how rare they are in news at large; one in the title or the first sentence counts double
/// (Rose, Engel, Cramer and Cowley, "Automatic keyword extraction from individual documents", 2010, with rarity for degree).
/// </summary>
internal static class KeyPhrases
{
    private const int LongestPhrase = 4;
    private const int ShortestWord = 3;

    public static IReadOnlyList<string> Of(string title, string text)
    {
        var phrases = new List<(string Phrase, string[] Words, bool IsLead)>();
        phrases.AddRange(In(title).Select(phrase => (phrase.Phrase, phrase.Words, true)));
        var first = true;
        foreach (var sentence in Sentences.Split(text))
        {
            phrases.AddRange(In(text.AsSpan(sentence.Start, sentence.Length)).Select(phrase => (phrase.Phrase, phrase.Words, first)));
            first = false;
        }

        var counts = phrases.SelectMany(phrase => phrase.Words).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var ranked = phrases
            .GroupBy(phrase => string.Join(' ', phrase.Words), StringComparer.Ordinal)
            .Select(same => (
                same.First().Phrase,
                Words: same.Key,
                Score: same.First().Words.Average(word => counts[word] * Rarity(word)) * (1 + Math.Log(same.Count())) * (same.Any(phrase => phrase.IsLead) ? 2 : 1)
                    * (same.First().Words.Length > 1 ? 1.5 : 1)))
            .OrderByDescending(phrase => phrase.Score)
            .ThenBy(phrase => phrase.Words, StringComparer.Ordinal);
        var kept = new List<(string Phrase, string Words)>();
        foreach (var (phrase, words, _) in ranked)
        {
            // A phrase that lies in a weightier one says nothing more.
            if (kept.Count < Gist.MostPhrases && !kept.Exists(known => $" {known.Words} ".Contains($" {words} ", StringComparison.Ordinal)))
            {
                kept.Add((phrase, words));
            }
        }

        return [.. kept.Select(phrase => phrase.Phrase)];
    }

    private static List<(string Phrase, string[] Words)> In(ReadOnlySpan<char> text)
    {
        var found = new List<(string Phrase, string[] Words)>();
        var run = new List<NameWord>();
        foreach (var word in NameWord.Of(text))
        {
            if (run.Count > 0 && (!word.Joins || run[^1].Owns))
            {
                End(run, found);
            }

            if (IsStop(word))
            {
                End(run, found);
            }
            else
            {
                run.Add(word);
            }
        }

        End(run, found);
        return found;
    }

    private static void End(List<NameWord> run, List<(string Phrase, string[] Words)> found)
    {
        if (run.Count is > 0 and <= LongestPhrase && (run.Count > 1 || run[0].Text.Length > ShortestWord))
        {
            found.Add((string.Join(' ', run.Select(word => word.Text)), [.. run.Select(word => word.Lower)]));
        }

        run.Clear();
    }

    private static bool IsStop(NameWord word) =>
        word.Text.Length < ShortestWord || char.IsDigit(word.Text[0])
        || CommonWords.IsGrammar(word.Lower) || SpeechWords.Saying.Contains(word.Lower) || SpeechWords.Quoting.Contains(word.Lower) || SpeechWords.Days.Contains(word.Lower) || SpeechWords.Finite.Contains(word.Lower)
        || SpeechWords.Between.Contains(word.Lower);

    // From about 1 for a word of every other story to about 8 for one on no list.
    private static double Rarity(string word) => -Math.Log(CommonWords.Share(WordStem.Hash(word)));
}
