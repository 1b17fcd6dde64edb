using Monitor.Benchmarks.Articles;
using Monitor.Benchmarks.Feeds;
using Monitor.Benchmarks.Measuring;
using Monitor.Benchmarks.Startup;
using Monitor.Benchmarks.Stories;
using Monitor.Benchmarks.Topics;

namespace Monitor.Benchmarks;

/// <summary>Every promise of speed and memory, with its mark.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("startup", new Mark(1.5), StartupBenchmark.Run),
        new("feeds-parse", new Mark(4), FeedBenchmarks.Parse),
        new("feeds-memory", new Mark(2), FeedBenchmarks.Memory),
        new("feeds-vs-feedparser", new Mark(25, IsFloor: true), FeedBenchmarks.AgainstFeedparser),
        new("sanitise", new Mark(1.5), FeedBenchmarks.Sanitise),
        new("articles-parse", new Mark(2.5), ArticleBenchmarks.Parse),
        new("articles-vs-readability", new Mark(10, IsFloor: true), ArticleBenchmarks.AgainstReadability),
        new("topics-two", new Mark(3), TopicBenchmarks.TwoTopics),
        new("topics-two-ordinary", new Mark(3), TopicBenchmarks.TwoTopicsOrdinary),
        new("topics-thousand", new Mark(5), TopicBenchmarks.ManyAgainstTwo),
        new("topics-regex", new Mark(20, IsFloor: true), TopicBenchmarks.AgainstRegex),
        new("topics-load", new Mark(1, Unit: " s"), TopicBenchmarks.Loading),
        new("stories-growth", new Mark(1.5), StoryBenchmarks.Growth),
        new("stories-all-pairs", new Mark(100, IsFloor: true), StoryBenchmarks.AgainstAllPairs),
        new("stories-memory", new Mark(2, Unit: " KB"), StoryBenchmarks.Memory),
    ];
}
