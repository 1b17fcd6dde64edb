using Monitor.Benchmarks.Feeds;
using Monitor.Benchmarks.Measuring;

namespace Monitor.Benchmarks;

/// <summary>Every promise of speed and memory, with its mark.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("feeds-parse", new Mark(4), FeedBenchmarks.Parse),
        new("sanitise", new Mark(1.5), FeedBenchmarks.Sanitise),
    ];
}
