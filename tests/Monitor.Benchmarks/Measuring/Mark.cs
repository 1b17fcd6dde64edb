using System.Globalization;

namespace Monitor.Benchmarks.Measuring;

/// <summary>What a figure must reach.</summary>
/// <param name="Limit">In the figure's own unit; most are ratios.</param>
/// <param name="IsFloor">The figure must be at least the limit; otherwise at most.</param>
internal sealed record Mark(double Limit, bool IsFloor = false, string Unit = "")
{
    public bool IsMetBy(double figure) => IsFloor ? figure >= Limit : figure <= Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsFloor ? "at least" : "at most")} {Limit:0.##}{Unit}");
}
