namespace Monitor.Cli.Authoring;

/// <summary>What a new text changes in an old one, line by line.</summary>
internal static class LineDifference
{
    /// <summary>Lines taken out, marked "-", and put in, marked "+", under the number of the old line they stand at; empty where nothing changes.</summary>
    public static IEnumerable<string> Of(string before, string after)
    {
        var (old, @new) = (before.Split('\n'), after.Split('\n'));

        // How many lines the rests have in common: topic files have some hundred lines.
        var common = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == @new[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var isInside = false;
        for (int i = 0, j = 0; i < old.Length || j < @new.Length;)
        {
            if (i < old.Length && j < @new.Length && old[i] == @new[j])
            {
                (i, j, isInside) = (i + 1, j + 1, false);
                continue;
            }

            if (!isInside)
            {
                yield return $"@@ {i + 1}";
                isInside = true;
            }

            yield return j == @new.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]) ? $"- {old[i++]}" : $"+ {@new[j++]}";
        }
    }
}
