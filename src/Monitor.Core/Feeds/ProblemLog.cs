namespace Monitor.Core.Feeds;

/// <summary>What the reader mended. Lines are counted once, at the end, and the log is bounded: the first hundred tell the tale.</summary>
internal sealed class ProblemLog
{
    private const int Max = 100;

    private readonly List<(string Message, int Offset)> problems = [];
    private int left;

    /// <param name="offset">Bytes before the place; negative where there is none.</param>
    public void Add(string message, int offset = -1)
    {
        if (problems.Count < Max)
        {
            problems.Add((message, offset));
        }
        else
        {
            left++;
        }
    }

    public IReadOnlyList<FeedProblem> In(ReadOnlySpan<byte> document)
    {
        if (problems.Count == 0)
        {
            return [];
        }

        var placed = new List<FeedProblem>(problems.Count + 1);
        int line = 1, counted = 0;
        foreach (var (message, offset) in problems.OrderBy(problem => problem.Offset))
        {
            if (offset < 0)
            {
                placed.Add(new FeedProblem(message));
                continue;
            }

            var end = Math.Min(offset, document.Length);
            line += document[counted..end].Count((byte)'\n');
            counted = end;
            placed.Add(new FeedProblem(message, line));
        }

        if (left > 0)
        {
            placed.Add(new FeedProblem($"{left} more such things were mended"));
        }

        return placed;
    }
}
