namespace Monitor.Cli.Doctor;

/// <summary>The name that was probably meant: the nearest by letters to insert, leave out or replace, whatever their case.</summary>
internal static class NearName
{
    private const string CommonStart = "Monitor__";

    /// <summary>Null where none is near: more than a third of the letters that set it apart would have to change.</summary>
    public static string? Of(string name, IEnumerable<string> known) =>
        known.Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance * 3 <= candidate.Name.Length - (candidate.Name.StartsWith(CommonStart, StringComparison.Ordinal) ? CommonStart.Length : 0))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var (diagonal, above) = (row[0], 0);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
