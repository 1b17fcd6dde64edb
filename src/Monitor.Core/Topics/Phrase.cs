using System.Diagnostics.CodeAnalysis;

namespace Monitor.Core.Topics;

/// <summary>A phrase of a topic file, folded: words in a row, each whole or, with a star, the beginning of a word.</summary>
internal sealed record Phrase(IReadOnlyList<PhraseWord> Words)
{
    /// <summary>Words in one phrase, at most.</summary>
    public const int MaxWords = 12;

    /// <summary>
    /// Folds a phrase. A word with a hyphen also stands for the same word without it, so that one phrase may become two.
    /// False with a reason where no text could ever hold the phrase.
    /// </summary>
    public static bool TryFold(string pattern, out IReadOnlyList<Phrase> phrases, [NotNullWhen(false)] out string? reason)
    {
        var folded = new List<Phrase>();
        phrases = folded;
        reason = Reason(pattern, folded);
        if (reason is null && JoinHyphens(pattern) is { } joined)
        {
            reason = Reason(joined, folded);
        }

        return reason is null;
    }

    private static string? Reason(string pattern, List<Phrase> phrases)
    {
        Span<char> buffer = stackalloc char[WordReader.MaxLetters];
        var reader = new WordReader(pattern, buffer);
        var words = new List<PhraseWord>();
        while (reader.Read())
        {
            var letters = reader.Letters;
            if (letters.IsEmpty)
            {
                return $"\"{pattern}\" holds a number that is never read as a word (money, a decimal, a unit); write the bare number";
            }

            var star = reader.End < pattern.Length && pattern[reader.End] == '*';
            if (star && letters.Length < 3)
            {
                return $"\"{pattern}\" has a star after fewer than three letters; write more of the word";
            }

            var (cut, addY) = star ? (0, false) : Plural.Ending(letters);
            words.Add(new PhraseWord(string.Concat(letters[..^cut], addY ? "y" : ""), star));
        }

        if (words.Count is 0 or > MaxWords)
        {
            return words.Count == 0 ? $"\"{pattern}\" holds no word" : $"\"{pattern}\" is longer than {MaxWords} words";
        }

        if (pattern.Count(c => c == '*') != words.Count(w => w.IsBeginning))
        {
            return $"\"{pattern}\" has a star that does not follow a word; a star stands for the end of a word";
        }

        phrases.Add(new Phrase(words));
        return null;
    }

    private static string? JoinHyphens(string pattern)
    {
        var joined = new System.Text.StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            var hyphen = pattern[i] is '-' or '‐' or '‑' && i > 0 && i + 1 < pattern.Length && char.IsLetter(pattern[i - 1]) && char.IsLetter(pattern[i + 1]);
            if (!hyphen)
            {
                joined.Append(pattern[i]);
            }
        }

        return joined.Length < pattern.Length ? joined.ToString() : null;
    }
}

/// <param name="Letters">Folded; in the singular unless it is a beginning.</param>
/// <param name="IsBeginning">Any word that begins so.</param>
internal readonly record struct PhraseWord(string Letters, bool IsBeginning);
