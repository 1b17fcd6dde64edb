namespace Monitor.Core.Feeds;

/// <summary>The name in a byline that RSS wants as an e-mail address: "mail (Name)", "Name (mail)", "Name &lt;mail&gt;".</summary>
internal static class PersonName
{
    /// <returns>The address itself where there is no name.</returns>
    public static string Of(string text)
    {
        foreach (var (open, close) in new[] { ('(', ')'), ('<', '>') })
        {
            var start = text.IndexOf(open, StringComparison.Ordinal);
            if (start < 0 || text[^1] != close)
            {
                continue;
            }

            var outer = text.AsSpan(0, start).Trim();
            var inner = text.AsSpan()[(start + 1)..^1].Trim();
            if (IsAddress(inner) && outer.Length > 0)
            {
                return outer.Trim('"').ToString();
            }

            if (IsAddress(outer) && inner.Length > 0)
            {
                return inner.ToString();
            }
        }

        return text;
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        var sign = text.IndexOf('@');
        return sign > 0 && sign < text.Length - 1 && text.IndexOfAny(' ', ',', ':') < 0;
    }
}
