using Monitor.Core.Stories.Quotes;

namespace Monitor.Core.Stories.Novelty;

/// <summary>A number that tells something, with what it counts.</summary>
/// <param name="Key">The number as compared: without separators, with its sign and scale.</param>
/// <param name="Text">As written, with the word that it counts, where one follows.</param>
/// <param name="Words">All words of the text.</param>
/// <param name="At">Where the number stands among them.</param>
internal readonly record struct Figure(string Key, string Text, string[] Words, int At)
{
    private const int Reach = 4;

    /// <summary>Share of the four words before and the four after that stand at the same place around both, 0 to 1.</summary>
    public double Likeness(Figure other)
    {
        var (same, all) = (0, 0);
        for (var offset = -Reach; offset <= Reach; offset++)
        {
            if (offset != 0 && (Word(offset), other.Word(offset)) is not ("", "") and var (mine, theirs))
            {
                all++;
                same += mine.Equals(theirs, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)same / all;
    }

    private string Word(int offset) => At + offset is var at && at >= 0 && at < Words.Length ? Words[at] : "";
}

/// <summary>
/// Finds the figures of a text. Years, dates, times of day, ages in "52-year-old" and numbers inside names tell nothing new by
/// themselves and are passed over.
/// </summary>
internal static class Figures
{
    private static readonly string[] Scales = ["million", "billion", "thousand", "trillion", "percent", "per", "m", "bn", "b", "k", "km", "kg"];
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Times = ["am", "pm", "a.m", "p.m", "o'clock"];

    public static IEnumerable<Figure> In(string text)
    {
        var words = text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var number = words[i].Trim('(', ')', '"', '“', '”', '‘', '’', '\'', ',', '.', ';', ':', '?', '!');
            var digits = number.TrimStart('$', '€', '£', 'A', 'U', 'S', 'N', 'Z', '+', '-');
            if (number.Length > 20 || digits.Length == 0 || !char.IsAsciiDigit(digits[0]))
            {
                continue;
            }

            var ends = words[i][^1] is '.' or ',' or ';' or ':' or '?' or '!' or ')';
            var next = ends || i + 1 >= words.Length ? "" : words[i + 1].Trim('(', ')', '"', '“', '”', ',', '.', ';', ':', '?', '!');
            var before = i == 0 ? "" : words[i - 1].Trim('(', ',', '.').ToLowerInvariant();
            if (IsDateOrTime(number, next.ToLowerInvariant(), before) || (next.Length > 0 && char.IsUpper(next[0])))
            {
                continue;
            }

            var scaled = Scales.Contains(next.ToLowerInvariant());
            var key = number.Replace(",", "", StringComparison.Ordinal).ToLowerInvariant() + (scaled ? " " + next.ToLowerInvariant() : "");
            var after = next == "per" && i + 2 < words.Length ? $"{next} {words[i + 2].Trim('.', ',', ';', '"', '”')}" : next;
            var counted = after.Length > 0 && char.IsLetter(after[0])
                && (scaled || !(CommonWords.IsGrammar(after.ToLowerInvariant()) || SpeechWords.Circumstances.Contains(after)));
            yield return new Figure(key, counted ? $"{number} {after}" : number, words, i);
        }
    }

    private static bool IsDateOrTime(string number, string next, string before) =>
        (number.Length == 4 && number.All(char.IsAsciiDigit) && number[0] is '1' or '2' && number[1] is '9' or '0' && !next.EndsWith('s'))
        || Months.Contains(next) || Months.Contains(before) || Times.Contains(next)
        || number.EndsWith("am", StringComparison.Ordinal) || number.EndsWith("pm", StringComparison.Ordinal) || number.EndsWith("th", StringComparison.Ordinal)
        || number.Contains("-year", StringComparison.Ordinal) || number.Contains('/', StringComparison.Ordinal) || number.Contains(':', StringComparison.Ordinal)
        || before is "section" or "s" or "clause" or "article" or "at" or "highway" or "aged" or "page"
        || (number.EndsWith('s') && number.Length == 5);
}
