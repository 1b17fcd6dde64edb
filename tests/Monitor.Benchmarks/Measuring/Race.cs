using System.Diagnostics;
using System.Globalization;

namespace Monitor.Benchmarks.Measuring;

/// <summary>
/// A subject against a reference, in turns: warmed up until the compiler has settled, then many short rounds in each of which both
/// run, so that whatever the machine does meets both. What is taken is processor time, which other programs do not lengthen
/// much; the figure is the median of the rounds' ratios.
/// </summary>
internal static class Race
{
    private const int Rounds = 25;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Results go here, so that no work can be left out as unused.</summary>
    private static long sink;

    /// <param name="subject">One pass over the material; gives anything that depends on all of it.</param>
    /// <param name="reference">The same for what the subject is measured against.</param>
    public static Outcome.Measured Of(Func<long> subject, Func<long> reference) =>
        Of(Settled(subject), Settled(reference));

    /// <summary>Warms the work up; what comes back takes the seconds of a pass, over as many passes as fill a round.</summary>
    public static Func<double> Settled(Func<long> work)
    {
        var passes = PassesIn(work);
        return () => Time(work, passes);
    }

    /// <param name="subject">Seconds of one pass.</param>
    /// <param name="reference">Seconds of one pass.</param>
    public static Outcome.Measured Of(Func<double> subject, Func<double> reference)
    {
        var rounds = new List<(double Subject, double Reference)>();
        for (var began = Stopwatch.StartNew(); rounds.Count < Rounds && (rounds.Count < 3 || began.Elapsed < Longest);)
        {
            // Neither is always the one that follows the other.
            var first = rounds.Count % 2 == 0;
            var early = first ? subject() : reference();
            var late = first ? reference() : subject();
            rounds.Add(first ? (early, late) : (late, early));
        }

        var ratios = rounds.Select(r => r.Subject / r.Reference).Order().ToList();
        return new Outcome.Measured(
            At(ratios, 0.5),
            At(ratios, 0.1),
            At(ratios, 0.9),
            string.Create(CultureInfo.InvariantCulture, $"{1000 * At([.. rounds.Select(r => r.Subject).Order()], 0.5):0.00} ms against {1000 * At([.. rounds.Select(r => r.Reference).Order()], 0.5):0.00} ms"));
    }

    /// <summary>Seconds of processor time that one of so many passes takes.</summary>
    public static double Time(Func<long> work, int passes = 1)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < passes; i++)
        {
            sink += work();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / passes;
    }

    private static int PassesIn(Func<long> work)
    {
        for (var began = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - began < WarmUp;)
        {
            sink += work();
        }

        return Math.Max(1, (int)(Slice.TotalSeconds / Time(work)));
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Round((sorted.Count - 1) * share)];
}
