using System.Globalization;
using Monitor.Benchmarks.Material;
using Monitor.Benchmarks.Measuring;
using Monitor.Core.Stories;

namespace Monitor.Benchmarks.Stories;

internal static class StoryBenchmarks
{
    private const int Few = 10_000;
    private const int Many = 100_000;

    /// <summary>All within the window, so that nothing is forgotten on the way.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromDays(6);

    /// <summary>What an article costs in a pass of a hundred thousand, against one of ten thousand.</summary>
    public static Outcome Growth()
    {
        _ = SecondsAnArticle(Few);
        var few = Enumerable.Range(0, 3).Select(_ => SecondsAnArticle(Few)).Order().ElementAt(1);
        var many = SecondsAnArticle(Many);
        return Outcome.Measured.Once(many / few, string.Create(CultureInfo.InvariantCulture, $"{1e6 * many:0} µs an article against {1e6 * few:0} µs"));
    }

    /// <summary>
    /// How many times as fast as asking the same of each of ten thousand articles and each before it: are they copies, and are
    /// they one story. Each question costs one merge of two sorted lists, of the hashes of shingles and of words; a sample of
    /// the pairs is compared and the rest reckoned.
    /// </summary>
    public static Outcome AgainstAllPairs()
    {
        const int Sample = 400;
        _ = SecondsAnArticle(Few);
        var place = Enumerable.Range(0, 3).Select(_ => SecondsAnArticle(Few)).Order().ElementAt(1) * Few;
        var texts = NewsStream.Of(Sample, Span).Select(a => (Shingles: Hashes(a.Text, 4), Words: Hashes(a.Text, 1))).ToList();
        long Compare() => Enumerable.Range(0, Sample).Sum(i => Enumerable.Range(0, i).Sum(j => Common(texts[i].Shingles, texts[j].Shingles) + Common(texts[i].Words, texts[j].Words)));
        var pairs = Sample * (Sample - 1) / 2;
        var all = Race.Settled(Compare)() / pairs * (Few * (Few - 1L) / 2);
        return Outcome.Measured.Once(all / place, string.Create(CultureInfo.InvariantCulture, $"{place:0.0} s against {all:0} s, reckoned from {pairs} pairs"));
    }

    /// <summary>Bytes of memory an article in the window, titles and identifiers included.</summary>
    public static Outcome Memory()
    {
        const int Kept = 20_000;
        var bytes = LiveMemory.Of(() =>
        {
            var window = new StoryWindow();
            foreach (var article in NewsStream.Of(Kept, Span))
            {
                window.Place(article);
            }

            return window;
        });
        return Outcome.Measured.Once(bytes / (double)Kept / 1024, $"{Kept} articles in the window");
    }

    private static double SecondsAnArticle(int count)
    {
        var window = new StoryWindow();
        var seconds = 0.0;
        foreach (var batch in NewsStream.Of(count, Span).Chunk(500))
        {
            seconds += Race.Time(() => batch.Sum(a => (long)window.Place(a).Story.Length));
        }

        return seconds / count;
    }

    private static uint[] Hashes(string text, int wordsEach)
    {
        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - wordsEach + 1)).Select(i => (uint)string.GetHashCode(string.Join(' ', words[i..(i + wordsEach)]), StringComparison.Ordinal)).Distinct().Order()];
    }

    private static long Common(uint[] one, uint[] other)
    {
        var (i, j, common) = (0, 0, 0L);
        while (i < one.Length && j < other.Length)
        {
            common += one[i] == other[j] ? 1 : 0;
            var (a, b) = (one[i], other[j]);
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return common;
    }
}
