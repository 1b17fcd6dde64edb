using System.Text;

namespace Monitor.Pipeline.Telemetry;

/// <summary>Text on its way into a log: logs leave for other systems, and no address, of a person or a page, goes with them.</summary>
public static class LogText
{
    private const string Hidden = "(address)";

    /// <summary>The text with each web and e-mail address replaced. Linear.</summary>
    public static string WithoutAddresses(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !IsBetween(text[end]))
            {
                end++;
            }

            var word = text.AsSpan(at, end - at);
            safe.Append(IsAddress(word) ? Hidden : word);
            if (end < text.Length)
            {
                safe.Append(text[end]);
            }

            at = end + 1;
        }

        return safe.ToString();
    }

    private static bool IsBetween(char letter) => char.IsWhiteSpace(letter) || letter is '"' or '“' or '”' or '<' or '>' or '(' or ')' or ',' or ';' or '\'';

    private static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains("://", StringComparison.Ordinal)
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || (word.IndexOf('@') is > 0 and var at && at < word.Length - 1);
}
