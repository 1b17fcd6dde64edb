using Monitor.Core.Articles;
using Monitor.Core.Revisions;

namespace Monitor.Core.Alerts;

/// <summary>
/// Whether words were changed in a way that a reader of the first version should know. In this order:
/// <list type="number">
/// <item>a paragraph that was added tells something more, and takes nothing back: what is new in it is for a follow-up;</item>
/// <item>a paragraph that was taken out counts, unless it is only a line;</item>
/// <item>in a paragraph or headline that was changed, a number, a negation or a name that came or went counts;</item>
/// <item>so do words that were replaced by others, unless each is only spelled otherwise; of a paragraph at least three words.</item>
/// </list>
/// </summary>
internal static class Substance
{
    private const int FewestWordsTakenOut = 8;
    private const int FewestWordsReplaced = 3;

    private static readonly string[] Negations =
        ["not", "no", "never", "none", "nor", "neither", "without", "cannot", "nobody", "nothing", "denied", "denies", "deny", "false", "falsely", "wrongly"];

    private static readonly string[] Numbers =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "hundred", "thousand", "million", "billion", "dozen", "half", "third", "quarter", "double", "twice",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    public static bool IsIn(ParagraphChange change) => change.Kind switch
    {
        ChangeKind.Added => false,
        ChangeKind.Removed => Words(change.Before).Length >= FewestWordsTakenOut,
        _ => IsIn(change.Words, ofHeadline: false),
    };

    public static bool IsIn(IReadOnlyList<WordRun> runs, bool ofHeadline)
    {
        var (gone, come) = (Changed(runs, ChangeKind.Removed), Changed(runs, ChangeKind.Added));
        if (gone.Concat(come).Any(IsNegation))
        {
            return true;
        }

        if (gone.Count == 0 && !ofHeadline)
        {
            return false;
        }

        var spelled = OnlySpelled(gone, come);
        return gone.Concat(come).Any(word => IsNumber(word))
            || (!spelled && (ofHeadline || gone.Count + come.Count >= FewestWordsReplaced || gone.Concat(come).Any(IsName)));
    }

    private static List<string> Changed(IReadOnlyList<WordRun> runs, ChangeKind kind) =>
        [.. runs.Where(run => run.Change == kind).SelectMany(run => Words(run.Text))];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNegation(string word) =>
        Negations.Contains(Wording.Of(word)) || word.TrimEnd('.', ',').EndsWith("n't", StringComparison.OrdinalIgnoreCase)
        || word.TrimEnd('.', ',').EndsWith("n’t", StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string word) => word.Any(char.IsDigit) || Wording.Of(word).Split('-').Any(part => Numbers.Contains(part));

    private static bool IsName(string word) => word.TrimStart('“', '"', '‘', '\'', '(') is [var first, ..] && char.IsUpper(first);

    // "Goverment" for "Government": as many words, each within two letters of its other.
    private static bool OnlySpelled(List<string> gone, List<string> come) =>
        gone.Count == come.Count && gone.Zip(come).All(pair => IsSpelling(Wording.Of(pair.First), Wording.Of(pair.Second)));

    private static bool IsSpelling(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= 4 && Distance(one, other) <= (one.Length > 6 ? 2 : 1));

    // Damerau's distance of neighbours swapped counting as one; words are short.
    private static int Distance(string one, string other)
    {
        if (one.Length > 40 || other.Length > 40)
        {
            return int.MaxValue;
        }

        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[one.Length, other.Length];
    }
}
