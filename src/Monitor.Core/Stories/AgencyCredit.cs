namespace Monitor.Core.Stories;

/// <summary>The news agency that a text credits: the surest sign that outlets share one wire story.</summary>
internal static class AgencyCredit
{
    private const int Edge = 240;
    private const int LongestSignOff = 40;

    private static readonly string[] AgencyNouns = ["Wire", "Newswire", "Press", "News", "Agency", "Association", "Service"];

    private static readonly (string Name, string Agency)[] Agencies =
    [
        ("Australian Associated Press", "AAP"), ("Associated Press", "AP"), ("Agence France-Presse", "AFP"), ("PA Media", "PA"),
        ("AAP", "AAP"), ("RNZ", "RNZ"), ("NZME", "NZME"), ("NZPA", "NZPA"), ("Reuters", "Reuters"), ("AFP", "AFP"), ("AP", "AP"), ("Bloomberg", "Bloomberg"),
    ];

    /// <summary>
    /// The agency credited at the head or foot of the text: "(AAP)", "AAP -", "- Reuters", "with AFP", "first published by RNZ";
    /// null where none is. A text may also be signed by an agency that is in no list. An agency that the story only speaks of is no
    /// credit.
    /// </summary>
    public static string? Of(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return In(trimmed[..Math.Min(Edge, trimmed.Length)]) ?? In(trimmed[Math.Max(0, trimmed.Length - Edge)..]) ?? SignOff(trimmed);
    }

    /// <summary>Both credits name one agency, in full or by its initials: "Tasman Wire" and "TW".</summary>
    public static bool Same(string? a, string? b) =>
        a is not null && b is not null && (a == b || Initials(a) == b || a == Initials(b));

    // Most regional wires are in no list (a dash in the wrong encoding arrives as U+FFFD). They sign the last line, or its end after a dash: "- TW", "Tasman Wire".
    private static string? SignOff(ReadOnlySpan<char> text)
    {
        var line = text[(text.LastIndexOf('\n') + 1)..].Trim();
        var dash = line.LastIndexOfAny("-–—\uFFFD");
        var sign = dash >= 0 && (dash == 0 || line[dash - 1] == ' ') ? line[(dash + 1)..] : line;
        sign = sign.Trim(" ()[].");
        return sign.Length is >= 2 and <= LongestSignOff && (IsInitials(sign) || IsAgencyName(sign)) ? sign.ToString() : null;
    }

    private static bool IsInitials(ReadOnlySpan<char> sign) =>
        sign.Length <= 5 && !sign.ContainsAnyExceptInRange('A', 'Z');

    private static bool IsAgencyName(ReadOnlySpan<char> sign)
    {
        var words = sign.ToString().Split(' ');
        return words.Length is >= 2 and <= 4 && AgencyNouns.Contains(words[^1]) && Array.TrueForAll(words, w => w.Length > 0 && char.IsUpper(w[0]));
    }

    private static string Initials(string name) => string.Concat(name.Split(' ').Select(w => w[..1]));

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
