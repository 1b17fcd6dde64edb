namespace Monitor.Core.Stories;

/// <summary>Headlines written from one template, which tell instalments of a series apart by a number.</summary>
internal static class HeadlineSeries
{
    private static readonly HashSet<string> NumberWords =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "another", "more", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    /// <summary>The headlines have the same words, in any order, but for numbers, months or days, and in those they differ.</summary>
    public static bool Differ(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        var (only, also) = (first.Except(second).ToList(), second.Except(first).ToList());
        return only.Count > 0 && also.Count > 0 && only.Count <= 3 && also.Count <= 3
            && only.All(IsNumber) && also.All(IsNumber);
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) || NumberWords.Contains(word);

    private static HashSet<string> Words(string title)
    {
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var scanner = new WordScanner(title, buffer);
        var words = new HashSet<string>();
        while (words.Count < 40 && scanner.Next(out var word))
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
