using System.Runtime.InteropServices;

namespace Monitor.Core.Stories;

/// <summary>
/// What is kept of a text to recognise its copies: the smallest hashes of its four-word shingles, ascending, and how many
/// different shingles it has. Two texts' sketches give an unbiased estimate of the share of shingles that they have in common
/// (A. Broder, "On the resemblance and containment of documents", 1997); texts of up to <see cref="Size"/> shingles are
/// compared exactly.
/// </summary>
internal readonly record struct CopySketch(ReadOnlyMemory<byte> Bytes, int Shingles)
{
    public const int Size = 128;

    /// <summary>Text beyond this many words is left out: bounded time and memory whatever is sent.</summary>
    public const int MostWords = 20_000;

    private const int Words = 4;

    public ReadOnlySpan<uint> Hashes => MemoryMarshal.Cast<byte, uint>(Bytes.Span);

    public static CopySketch Of(string text)
    {
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var words = new WordScanner(text, buffer);
        var all = new List<uint>(Math.Min(text.Length / 5, MostWords));
        Span<uint> last = stackalloc uint[Words];
        var read = 0;
        for (; read < MostWords && words.Next(out var word); read++)
        {
            last[read % Words] = WordHash.Of(word);
            if (read >= Words - 1)
            {
                all.Add(Shingle(last, read + 1));
            }
        }

        if (read is > 0 and < Words)
        {
            all.Add(Shingle(last, read));
        }

        all.Sort();
        var distinct = 0;
        var kept = new uint[Math.Min(Size, all.Count)];
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0 && all[i] == all[i - 1])
            {
                continue;
            }

            if (distinct < kept.Length)
            {
                kept[distinct] = all[i];
            }

            distinct++;
        }

        return new CopySketch(MemoryMarshal.AsBytes(kept.AsSpan(0, Math.Min(distinct, kept.Length))).ToArray(), distinct);
    }

    /// <summary>Estimated Jaccard similarity of the two texts' shingles, 0 to 1; 0 where either is empty.</summary>
    public double Resemblance(CopySketch other)
    {
        var mine = Hashes;
        var theirs = other.Hashes;
        var (i, j, both, union) = (0, 0, 0, 0);
        var size = Math.Max(mine.Length, theirs.Length) < Size ? int.MaxValue : Size;
        while (union < size && (i < mine.Length || j < theirs.Length))
        {
            union++;
            if (j >= theirs.Length || (i < mine.Length && mine[i] < theirs[j]))
            {
                i++;
            }
            else if (i >= mine.Length || mine[i] > theirs[j])
            {
                j++;
            }
            else
            {
                both++;
                i++;
                j++;
            }
        }

        return union == 0 || mine.Length == 0 || theirs.Length == 0 ? 0 : (double)both / union;
    }

    /// <summary>Estimated share of the shorter text that is in the longer one, 0 to 1, from their resemblance.</summary>
    public double Containment(CopySketch other, double resemblance) =>
        Math.Min(1, resemblance * (Shingles + other.Shingles) / ((1 + resemblance) * Math.Max(1, Math.Min(Shingles, other.Shingles))));

    private static uint Shingle(ReadOnlySpan<uint> last, int end)
    {
        var hash = 0xcbf29ce484222325UL;
        for (var i = Math.Max(0, end - Words); i < end; i++)
        {
            hash = (hash ^ last[i % Words]) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }

        return (uint)(hash >> 32);
    }
}
