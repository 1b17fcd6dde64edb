using System.Globalization;

namespace Monitor.Benchmarks.Measuring;

/// <summary>One figure that the project promises.</summary>
/// <param name="Name">As the command line names it; a part before a hyphen names all that begin so.</param>
/// <param name="Measure">Takes well under a minute on an idle machine.</param>
internal sealed record Benchmark(string Name, Mark Mark, Func<Outcome> Measure)
{
    /// <returns>The one line that is printed, and whether the mark was missed.</returns>
    public (string Line, bool IsMissed) Run() => Measure() switch
    {
        Outcome.Measured m => (
            string.Create(CultureInfo.InvariantCulture, $"{Name,-24} {m.Figure,8:0.00}{Mark.Unit} {Spread(m),-16} {Mark,-18} {(Mark.IsMetBy(m.Figure) ? "pass" : "MISS")}  {m.Detail}"),
            !Mark.IsMetBy(m.Figure)),
        Outcome.Skipped s => ($"{Name,-24} {"-",8} {"",-16} {Mark,-18} skip  {s.Reason}", false),
        _ => throw new InvalidOperationException("an outcome is measured or skipped"),
    };

    private static string Spread(Outcome.Measured m) =>
        m.Low < m.High ? string.Create(CultureInfo.InvariantCulture, $"({m.Low:0.00}-{m.High:0.00})") : "";
}
