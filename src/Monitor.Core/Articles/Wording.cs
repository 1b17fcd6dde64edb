namespace Monitor.Core.Articles;

/// <summary>Texts compared by their letters and digits alone: case, spaces and punctuation do not count.</summary>
internal static class Wording
{
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return string.Create(Count(text), text, static (span, from) =>
        {
            var at = 0;
            foreach (var c in from)
            {
                if (char.IsLetterOrDigit(c))
                {
                    span[at++] = char.ToLowerInvariant(c);
                }
            }
        });
    }

    /// <summary>One of the two begins with the other, over at least <paramref name="least"/> letters.</summary>
    public static bool Begin(string wording, string other, int least) =>
        Math.Min(wording.Length, other.Length) >= least
        && (wording.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(wording, StringComparison.Ordinal));

    private static int Count(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return count;
    }
}
