namespace Monitor.Benchmarks.Measuring;

/// <summary>What came of a benchmark.</summary>
internal abstract record Outcome
{
    private Outcome() { }

    /// <param name="Figure">Judged against the mark.</param>
    /// <param name="Low">The tenth percentile of the rounds; the figure itself where there is one round.</param>
    /// <param name="High">The ninetieth percentile of the rounds.</param>
    /// <param name="Detail">What lies behind the figure, for people.</param>
    public sealed record Measured(double Figure, double Low, double High, string Detail) : Outcome
    {
        public static Measured Once(double figure, string detail) => new(figure, figure, figure, detail);
    }

    /// <param name="Reason">What is missing, and how to get it.</param>
    public sealed record Skipped(string Reason) : Outcome;
}
