using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Benchmarks.Material;
using Monitor.Benchmarks.Measuring;
using Monitor.Core.Topics;

namespace Monitor.Benchmarks.Topics;

internal static class TopicBenchmarks
{
    private const int Many = 1000;

    /// <summary>The desk's topics over a morning's news and the labelled articles, against one search for their phrases in the same text.</summary>
    public static Outcome TwoTopics()
    {
        var set = Load(ManyTopics.Desk);
        return Race.Of(() => Matches(set, NewsTexts.News), Search(SearchValues.Create([.. ManyTopics.Phrases(set)], StringComparison.OrdinalIgnoreCase), NewsTexts.News));
    }

    /// <summary>The same over ordinary text, where next to nothing is found.</summary>
    public static Outcome TwoTopicsOrdinary()
    {
        var set = Load(ManyTopics.Desk);
        var texts = NewsTexts.Ordinary(100, seed: 4);
        return Race.Of(() => Matches(set, texts), Search(SearchValues.Create([.. ManyTopics.Phrases(set)], StringComparison.OrdinalIgnoreCase), texts));
    }

    /// <summary>A thousand topics of twenty phrases against the desk's two, over text that matches none.</summary>
    public static Outcome ManyAgainstTwo()
    {
        var (many, two) = (Load(ManyTopics.Generated(Many)), Load(ManyTopics.Desk));
        var texts = NewsTexts.Ordinary(100, seed: 5);
        return Race.Of(() => Matches(many, texts), () => Matches(two, texts));
    }

    /// <summary>How many times as fast as one compiled expression that holds all phrases of a thousand topics.</summary>
    public static Outcome AgainstRegex()
    {
        var set = Load(ManyTopics.Generated(Many));
        var texts = NewsTexts.Ordinary(2, seed: 5);
        var whole = texts.Select(NewsTexts.Whole).ToList();
        var regex = new Regex($@"\b(?:{string.Join('|', ManyTopics.Phrases(set).Select(Regex.Escape))})\b", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return Race.Of(() => whole.Sum(text => (long)regex.Count(text)), () => Matches(set, texts));
    }

    /// <summary>Seconds until a thousand topics are read, checked and ready.</summary>
    public static Outcome Loading()
    {
        var files = ManyTopics.Generated(Many);
        var seconds = Enumerable.Range(0, 5).Select(_ => Race.Time(() => Load(files).Topics.Count)).ToList();
        return new Outcome.Measured(seconds.Order().ElementAt(2), seconds.Min(), seconds.Max(), string.Create(CultureInfo.InvariantCulture, $"the first time, uncompiled, {seconds[0]:0.00} s"));
    }

    private static TopicSet Load(IReadOnlyList<TopicFile> files)
    {
        var load = TopicSet.Load(files);
        return load.Set ?? throw new InvalidDataException(string.Join('\n', load.Problems.Where(p => p.IsError).Take(3)));
    }

    private static long Matches(TopicSet set, IReadOnlyList<TopicDocument> documents) => documents.Sum(d => (long)set.Match(d).Count(m => m.Matched));

    private static Func<long> Search(SearchValues<string> phrases, IReadOnlyList<TopicDocument> documents)
    {
        var texts = documents.Select(NewsTexts.Whole).ToList();
        return () => texts.Sum(text => Found(phrases, text));
    }

    private static long Found(SearchValues<string> phrases, ReadOnlySpan<char> text)
    {
        var count = 0L;
        for (var at = text.IndexOfAny(phrases); at >= 0; at = text.IndexOfAny(phrases))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
