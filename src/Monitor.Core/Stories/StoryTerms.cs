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

    /// <summary>The most terms that an article has: those of the headline, the last of which may come in two, and of the text.</summary>
    public const int Most = MostTitleTerms + 1 + MostBodyTerms;

    public int Count => Bytes.Length / 5;

    /// <summary>More than the headline is known.</summary>
    public bool HasText => Weights.ContainsAnyExcept((byte)Full);

    public ReadOnlySpan<uint> Terms => MemoryMarshal.Cast<byte, uint>(Bytes.Span[..(4 * Count)]);

    public ReadOnlySpan<byte> Weights => Bytes.Span[(4 * Count)..];

    /// <param name="information">What a term tells in nats, by which the text's words are chosen.</param>
    /// <param name="isKnown">The term stands in the window already: only then are two words also read as one.</param>
    public static StoryTerms Of(StoryArticle article, Func<uint, double> information, Func<uint, bool> isKnown)
    {
        Span<uint> terms = stackalloc uint[Most];
        Span<byte> weights = stackalloc byte[Most];
        var count = ReadTitle(article.Title, terms, isKnown);
        weights[..count].Fill(Full);
        count += ReadText(article.Text, terms[..count], terms[count..], weights[count..], information);
        terms[..count].Sort(weights[..count]);
        return new StoryTerms((byte[])[.. MemoryMarshal.AsBytes(terms[..count]), .. weights[..count]]);
    }

    private static int ReadTitle(string title, Span<uint> terms, Func<uint, bool> isKnown)
    {
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        Span<char> before = stackalloc char[WordScanner.LongestWord];
        var (count, beforeLength) = (0, 0);
        var words = new WordScanner(title, buffer);
        while (count < MostTitleTerms && words.Next(out var word))
        {
            if (CommonWords.IsGrammar(word))
            {
                beforeLength = 0;
                continue;
            }

            if (word.Length > 1)
            {
                Add(terms, ref count, WordStem.Hash(word));
            }

            var joined = WordHash.Of(before[..beforeLength], word);
            if (beforeLength > 0 && isKnown(joined))
            {
                Add(terms, ref count, joined);
            }

            word.CopyTo(before);
            beforeLength = word.Length;
        }

        return count;
    }

    private static void Add(Span<uint> terms, ref int count, uint term)
    {
        if (!terms[..count].Contains(term))
        {
            terms[count++] = term;
        }
    }

    // The words of the text that tell most, beside those of the headline.
    private static int ReadText(string text, ReadOnlySpan<uint> title, Span<uint> terms, Span<byte> weights, Func<uint, double> information)
    {
        Span<uint> read = stackalloc uint[MostBodyWords];
        read = read[..Read(text, read)];
        read.Sort();
        Span<double> tells = stackalloc double[MostBodyTerms];
        var kept = 0;
        for (int at = 0, times; at < read.Length; at += times)
        {
            var term = read[at];
            times = read[at..].IndexOfAnyExcept(term) is > 0 and var run ? run : read.Length - at;
            if (title.Contains(term))
            {
                continue;
            }

            var told = information(term) * Math.Min(times, 4);
            if (kept == MostBodyTerms && told <= tells[^1])
            {
                continue;
            }

            var place = kept < MostBodyTerms ? kept++ : kept - 1;
            for (; place > 0 && tells[place - 1] < told; place--)
            {
                (tells[place], terms[place], weights[place]) = (tells[place - 1], terms[place - 1], weights[place - 1]);
            }

            (tells[place], terms[place], weights[place]) = (told, term, (byte)(4 + (3 * Math.Min(times, 3))));
        }

        return kept;
    }

    private static int Read(string text, Span<uint> read)
    {
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var words = new WordScanner(text, buffer);
        var count = 0;
        for (var left = read.Length; left > 0 && words.Next(out var word); left--)
        {
            if (word.Length > 1 && !CommonWords.IsGrammar(word))
            {
                read[count++] = WordStem.Hash(word);
            }
        }

        return count;
    }
}
