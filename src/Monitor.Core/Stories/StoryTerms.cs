using System.Runtime.InteropServices;

namespace Monitor.Core.Stories;

/// <summary>What an article says, as weighted words.</summary>
/// <param name="Bytes">The words' hashes, ascending, four bytes each, then their weights, one byte each, 1 to <see cref="Full"/>.</param>
internal readonly record struct StoryTerms(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The weight of a word of the headline.</summary>
    public const int Full = 20;

    private const int MostBodyWords = 300;
    private const int MostBodyTerms = 16;
    private const int MostTitleTerms = 24;

    public int Count => Bytes.Length / 5;

    /// <summary>More than the headline is known.</summary>
    public bool HasText => Weights.ContainsAnyExcept((byte)Full);

    public ReadOnlySpan<uint> Terms => MemoryMarshal.Cast<byte, uint>(Bytes.Span[..(4 * Count)]);

    public ReadOnlySpan<byte> Weights => Bytes.Span[(4 * Count)..];

    /// <param name="information">What a term tells in nats, by which the text's words are chosen.</param>
    /// <param name="isKnown">The term stands in the window already: only then are two words also read as one.</param>
    public static StoryTerms Of(StoryArticle article, Func<uint, double> information, Func<uint, bool> isKnown)
    {
        var weights = new Dictionary<uint, byte>();
        AddTitle(article.Title, weights, isKnown);
        AddText(article.Text, weights, information);
        var terms = weights.Keys.ToArray();
        Array.Sort(terms);
        return new StoryTerms((byte[])[.. MemoryMarshal.AsBytes(terms.AsSpan()), .. terms.Select(t => weights[t])]);
    }

    private static void AddTitle(string title, Dictionary<uint, byte> weights, Func<uint, bool> isKnown)
    {
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        Span<char> before = stackalloc char[WordScanner.LongestWord];
        var beforeLength = 0;
        var words = new WordScanner(title, buffer);
        while (words.Next(out var word) && weights.Count < MostTitleTerms)
        {
            if (CommonWords.IsGrammar(word))
            {
                beforeLength = 0;
                continue;
            }

            if (word.Length > 1)
            {
                weights[WordStem.Hash(word)] = Full;
            }

            var joined = WordHash.Of(before[..beforeLength], word);
            if (beforeLength > 0 && isKnown(joined))
            {
                weights[joined] = Full;
            }

            word.CopyTo(before);
            beforeLength = word.Length;
        }
    }

    private static void AddText(string text, Dictionary<uint, byte> weights, Func<uint, double> information)
    {
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var words = new WordScanner(text, buffer);
        var counts = new Dictionary<uint, int>();
        for (var read = 0; read < MostBodyWords && words.Next(out var word); read++)
        {
            if (word.Length > 1 && !CommonWords.IsGrammar(word))
            {
                var term = WordStem.Hash(word);
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }
        }

        var ranked = counts
            .Where(c => !weights.ContainsKey(c.Key))
            .Select(c => (Term: c.Key, Count: c.Value, Tells: information(c.Key) * Math.Min(c.Value, 4)))
            .ToArray();
        Array.Sort(ranked, (a, b) => b.Tells.CompareTo(a.Tells) is not 0 and var order ? order : a.Term.CompareTo(b.Term));
        foreach (var (term, count, _) in ranked.AsSpan(0, Math.Min(MostBodyTerms, ranked.Length)))
        {
            weights[term] = (byte)(4 + (3 * Math.Min(count, 3)));
        }
    }
}
