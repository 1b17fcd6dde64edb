using Monitor.Benchmarks.Feeds;
using Monitor.Benchmarks.Measuring;
using Monitor.Benchmarks.Startup;

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
    ];
}
