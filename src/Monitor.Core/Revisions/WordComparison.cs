using Monitor.Core.Articles;

namespace Monitor.Core.Revisions;

/// <summary>
/// Compares two paragraphs word by word, by the longest common subsequence (E. W. Myers, "An O(ND) Difference Algorithm and
/// Its Variations", 1986). Words are equal by their letters and digits.
/// </summary>
internal static class WordComparison
{
    /// <summary>Words of a paragraph that are told apart; a longer one is told of as a whole.</summary>
    private const int MostWords = 2_000;

    /// <summary>Words that went and came, together; beyond it what lies between the common beginning and end is told of as a whole.</summary>
    private const int MostEdits = 300;

    private static readonly char[] Spaces = [' ', '\n', '\t', '\u00A0'];

    /// <summary>How much of their words the two share, each word as often as it is in both: from 0 to 1.</summary>
    public static double Likeness(string one, string other)
    {
        var (some, others) = (Words(one), Words(other));
        // As far apart in length they cannot share half.
        if (some.Length > others.Length * 3 || others.Length > some.Length * 3)
        {
            return 0;
        }

        var counts = some.CountBy(word => word.Wording, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = 0;
        foreach (var word in others)
        {
            if (counts.TryGetValue(word.Wording, out var left) && left > 0)
            {
                counts[word.Wording] = left - 1;
                shared++;
            }
        }

        return 2.0 * shared / Math.Max(1, some.Length + others.Length);
    }

    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var runs = new Runs();
        var start = 0;
        while (start < old.Length && start < now.Length && old[start].Wording == now[start].Wording)
        {
            runs.Add(null, now[start++].Text);
        }

        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)].Wording == now[^(end + 1)].Wording)
        {
            end++;
        }

        Middle(old[start..^end], now[start..^end], runs);
        foreach (var word in now[^end..])
        {
            runs.Add(null, word.Text);
        }

        return runs.All;
    }

    private static void Middle(Word[] old, Word[] now, Runs runs)
    {
        var edits = old.Length > MostWords || now.Length > MostWords ? null : Edits(old, now);
        if (edits is null)
        {
            edits = [.. old.Select(word => (ChangeKind.Removed, word)), .. now.Select(word => (ChangeKind.Added, word))];
        }

        foreach (var (change, word) in edits)
        {
            runs.Add(change, word.Text);
        }
    }

    // The furthest reaching paths, diagonal by diagonal; null where more than MostEdits are needed.
    private static List<(ChangeKind? Change, Word Word)>? Edits(Word[] old, Word[] now)
    {
        var most = Math.Min(old.Length + now.Length, MostEdits);
        var reach = new int[(2 * most) + 3];
        var middle = most + 1;
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(reach[(middle - edits - 1)..(middle + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var goesDown = diagonal == -edits || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
                var x = goesDown ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1;
                while (x < old.Length && x - diagonal < now.Length && old[x].Wording == now[x - diagonal].Wording)
                {
                    x++;
                }

                reach[middle + diagonal] = x;
                if (x >= old.Length && x - diagonal >= now.Length)
                {
                    return Path(old, now, trace);
                }
            }
        }

        return null;
    }

    private static List<(ChangeKind? Change, Word Word)> Path(Word[] old, Word[] now, List<int[]> trace)
    {
        var path = new List<(ChangeKind?, Word)>();
        var (x, y) = (old.Length, now.Length);
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var reach = trace[edits];
            var at = x - y + edits + 1;
            var cameDown = x - y == -edits || (x - y != edits && reach[at - 1] < reach[at + 1]);
            var fromX = edits == 0 ? 0 : cameDown ? reach[at + 1] : reach[at - 1];
            var fromY = edits == 0 ? 0 : fromX - (cameDown ? x - y + 1 : x - y - 1);
            while (x > fromX && y > fromY)
            {
                path.Add((null, now[y - 1]));
                (x, y) = (x - 1, y - 1);
            }

            if (edits > 0)
            {
                path.Add(cameDown ? (ChangeKind.Added, now[y - 1]) : (ChangeKind.Removed, old[x - 1]));
                (x, y) = (fromX, fromY);
            }
        }

        path.Reverse();
        return path;
    }

    private static Word[] Words(string text) =>
        [.. text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries).Select(word => new Word(word, Wording.Of(word))).Where(word => word.Wording.Length > 0)];

    private sealed record Word(string Text, string Wording);

    private sealed class Runs
    {
        private readonly List<(ChangeKind? Change, List<string> Words)> runs = [];

        public IReadOnlyList<WordRun> All => [.. runs.Select(run => new WordRun(run.Change, string.Join(' ', run.Words)))];

        public void Add(ChangeKind? change, string word)
        {
            if (runs.Count == 0 || runs[^1].Change != change)
            {
                runs.Add((change, []));
            }

            runs[^1].Words.Add(word);
        }
    }
}
