namespace Monitor.Cli.Feeds;

/// <summary>Text from the web on a terminal: one line, no control characters, no longer than there is room for.</summary>
internal static class Terminal
{
    public static string Line(string text, int most)
    {
        var line = new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most - 1).TrimEnd(), "…");
    }
}
