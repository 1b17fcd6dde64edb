using System.Text;

namespace Monitor.Benchmarks.Material;

/// <summary>
/// English-looking prose without end, the same in every run: words of a vocabulary in which, as in any language, the second
/// most frequent is half as frequent as the first, the tenth a tenth (Zipf), over sentences and paragraphs of usual length.
/// </summary>
internal sealed class Prose(int seed)
{
    private const int Vocabulary = 30_000;
    private static readonly string[] Common =
        ["the", "of", "and", "to", "in", "a", "that", "is", "for", "was", "on", "said", "with", "as", "it", "by", "at", "from", "be", "has", "have", "he", "his", "are", "an", "not", "will", "but", "who", "had", "which", "after", "they", "their", "this", "its", "were", "she", "been", "would", "government", "new", "police", "people", "minister", "more", "year", "two", "one", "her"];

    private static readonly string[] Beginnings = ["", "re", "un", "over", "con", "pro", "dis", "inter", "sub", "trans"];
    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pl", "gr", "ch", "sh"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ea", "ai", "ou"];
    private static readonly string[] Ends = ["", "n", "r", "t", "l", "nd", "st", "ck", "ng", "m"];
    private static readonly string[] Endings = ["", "", "", "s", "ed", "ing", "er", "ly", "ment", "tion"];
    private static readonly string[] Words = WordsOfAll();
    private static readonly double[] Cumulative = Weights();
    private readonly Random random = new(seed);

    public Random Random => random;

    public string Word()
    {
        var found = Array.BinarySearch(Cumulative, random.NextDouble() * Cumulative[^1]);
        return Words[Math.Min(found < 0 ? ~found : found, Vocabulary - 1)];
    }

    /// <summary>A capitalised word that is none of the frequent ones.</summary>
    public string Name() => Capital(Words[random.Next(Common.Length, Vocabulary)]);

    public string Title() => Capital(string.Join(' ', Enumerable.Range(0, random.Next(6, 13)).Select(_ => Word())));

    public string Sentence()
    {
        var sentence = new StringBuilder(Capital(Word()));
        for (var left = random.Next(8, 28); left > 0; left--)
        {
            sentence.Append(random.Next(14) == 0 ? ", " : " ").Append(random.Next(12) == 0 ? Name() : Word());
        }

        return sentence.Append('.').ToString();
    }

    public string Paragraph() => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentence()));

    public string Slug() => string.Join('-', Enumerable.Range(0, random.Next(5, 10)).Select(_ => Word()));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] WordsOfAll()
    {
        var random = new Random(501);
        var seen = new HashSet<string>(Common);
        var words = new List<string>(Common);
        while (words.Count < Vocabulary)
        {
            string Of(string[] parts) => parts[random.Next(parts.Length)];
            var word = Of(Beginnings) + string.Concat(Enumerable.Range(0, random.Next(1, 3)).Select(_ => Of(Onsets) + Of(Vowels) + Of(Ends))) + Of(Endings);
            if (seen.Add(word))
            {
                words.Add(word);
            }
        }

        return [.. words];
    }

    private static double[] Weights()
    {
        var (sum, cumulative) = (0.0, new double[Vocabulary]);
        for (var i = 0; i < Vocabulary; i++)
        {
            cumulative[i] = sum += 1.0 / (i + 1);
        }

        return cumulative;
    }
}
