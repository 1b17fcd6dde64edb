namespace Monitor.Core.Topics;

/// <summary>The singular of an English word, roughly, and the same way for a pattern and for a text.</summary>
internal static class Plural
{
    /// <summary>How many letters the plural ending takes off, and whether a "y" takes their place.</summary>
    public static (int Cut, bool AddY) Ending(ReadOnlySpan<char> word)
    {
        var n = word.Length;
        if (n < 4 || word[n - 1] != 's' || char.IsAsciiDigit(word[0]))
        {
            return (0, false);
        }

        return word[n - 2] switch
        {
            's' or 'u' or 'i' => (0, false),
            'e' when n > 4 && word[n - 3] == 'i' => (3, true),
            'e' when n > 4 && (word[n - 3] is 'x' || (word[n - 3] is 's' && word[n - 4] is 's') || (word[n - 3] is 'h' && word[n - 4] is 'c' or 's')) => (2, false),
            _ => (1, false),
        };
    }
}
