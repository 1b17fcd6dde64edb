namespace Monitor.Core.Stories;

/// <summary>The news agency that a text credits: the surest sign that outlets share one wire story.</summary>
internal static class AgencyCredit
{
    private const int Edge = 240;

    private static readonly (string Name, string Agency)[] Agencies =
    [
        ("Australian Associated Press", "AAP"), ("Associated Press", "AP"), ("Agence France-Presse", "AFP"), ("PA Media", "PA"),
        ("AAP", "AAP"), ("RNZ", "RNZ"), ("NZME", "NZME"), ("NZPA", "NZPA"), ("Reuters", "Reuters"), ("AFP", "AFP"), ("AP", "AP"), ("Bloomberg", "Bloomberg"),
    ];

    /// <summary>
    /// The agency credited at the head or foot of the text: "(AAP)", "AAP -", "- Reuters", "with AFP", "first published by RNZ";
    /// null where none is. An agency that the story only speaks of is no credit.
    /// </summary>
    public static string? Of(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return In(trimmed[..Math.Min(Edge, trimmed.Length)]) ?? In(trimmed[Math.Max(0, trimmed.Length - Edge)..]);
    }

    private static string? In(ReadOnlySpan<char> edge)
    {
        foreach (var (name, agency) in Agencies)
        {
            for (var at = edge.IndexOf(name, StringComparison.Ordinal); at >= 0;)
            {
                if (IsCredit(edge, at, name.Length))
                {
                    return agency;
                }

                var next = edge[(at + name.Length)..].IndexOf(name, StringComparison.Ordinal);
                at = next < 0 ? -1 : at + name.Length + next;
            }
        }

        return null;
    }

    private static bool IsCredit(ReadOnlySpan<char> edge, int at, int length)
    {
        var before = edge[..at].TrimEnd(' ');
        var after = edge[(at + length)..].TrimStart(' ');
        if ((at > 0 && char.IsLetterOrDigit(edge[at - 1])) || (at + length < edge.Length && char.IsLetterOrDigit(edge[at + length])))
        {
            return false;
        }

        var opens = before.IsEmpty || before[^1] is '\n' or '(' or '[' or '-' or '–' or '—' or '©' or '/';
        var closes = after.IsEmpty || after[0] is '\n' or ')' or ']' or '-' or '–' or '—' or '/' or '.';
        return (opens && closes)
            || before.EndsWith("with", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("published by", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("reporting by", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("source:", StringComparison.OrdinalIgnoreCase);
    }
}
