namespace Monitor.Core.Topics.Calibration;

/// <summary>
/// Logistic regression for few examples: weights are drawn to what was believed before (Gaussian prior) and keep its sign, and
/// the line lies where weights times measures reach the threshold. Projected gradient descent with fixed steps: the same
/// examples give the same weights.
/// </summary>
internal static class SignedFit
{
    /// <summary>How steeply certainty grows with the distance from the line.</summary>
    private const double Slope = 4;

    /// <summary>How strongly weights are held to what was believed: about as much as this many examples on the line.</summary>
    private const double Hold = 1;

    private const int Steps = 500;

    /// <summary>
    /// A weight stays between this and <see cref="Most"/> of what was believed: a signal that its author finds weak cannot
    /// come to decide alone because few examples spoke against it.
    /// </summary>
    private const double Least = 0.5;

    private const double Most = 1.5;

    /// <param name="measures">One row an example.</param>
    /// <param name="bounded">Weights stay near what was believed; otherwise only their sign is kept.</param>
    /// <param name="left">A row that is left out; -1 for none.</param>
    public static double[] Weights(double[][] measures, bool[] wanted, double[] believed, double threshold, bool bounded, int left = -1)
    {
        var weights = believed.ToArray();
        var (least, most) = bounded ? (Least, Most) : (0, 100);
        var gradient = new double[weights.Length];
        var steps = StepSizes(measures, weights.Length);
        for (var s = 0; s < Steps; s++)
        {
            for (var j = 0; j < weights.Length; j++)
            {
                gradient[j] = Hold * (weights[j] - believed[j]);
            }

            for (var i = 0; i < measures.Length; i++)
            {
                if (i != left)
                {
                    var error = Slope * (Certainty(Slope * (Sum(weights, measures[i]) - threshold)) - (wanted[i] ? 1 : 0));
                    for (var j = 0; j < weights.Length; j++)
                    {
                        gradient[j] += error * measures[i][j];
                    }
                }
            }

            for (var j = 0; j < weights.Length; j++)
            {
                var next = weights[j] - (steps[j] * gradient[j]);
                weights[j] = believed[j] >= 0 ? Math.Clamp(next, least * believed[j], most * believed[j]) : Math.Clamp(next, most * believed[j], least * believed[j]);
            }
        }

        return [.. weights.Select(w => Math.Round(w, 2, MidpointRounding.AwayFromZero))];
    }

    /// <summary>A step for each weight that can never overshoot, since measures are 0 or more: the row sums bound the curvature.</summary>
    private static double[] StepSizes(double[][] measures, int count)
    {
        var curvature = new double[count];
        foreach (var row in measures)
        {
            var sum = row.Sum();
            for (var j = 0; j < count; j++)
            {
                curvature[j] += Slope * Slope / 4 * row[j] * sum;
            }
        }

        return [.. curvature.Select(c => 1 / (Hold + c))];
    }

    public static double Sum(double[] weights, double[] measures)
    {
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++)
        {
            sum += weights[j] * measures[j];
        }

        return sum;
    }

    private static double Certainty(double x) => 1 / (1 + Math.Exp(-x));
}
