namespace Monitor.Core.Topics.Calibration;

/// <summary>A fitted line, with what every article comes to when it is left out of the fit.</summary>
internal sealed record FittedLine(double[][] Measures, bool[] Wanted, double Threshold, double[] Current, double[] Fitted, double[] Apart)
{
    public Qualities Qualities() => new(
        Count(i => SignedFit.Sum(Current, Measures[i])),
        Count(i => SignedFit.Sum(Fitted, Measures[i])),
        Count(i => Apart[i]));

    private Quality Count(Func<int, double> sum) =>
        Quality.Of(Measures.Length, i => Wanted[i], i => TopicCalibration.Reaches(sum(i), Threshold));
}
