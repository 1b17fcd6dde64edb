namespace Monitor.Core.Topics.Calibration;

/// <summary>What calibration proposes for a topic, and how well it does.</summary>
/// <param name="Articles">How many were judged for the topic.</param>
/// <param name="NearestMatch">Articles nearest to the line between a mention and none, each left out of the fit.</param>
/// <param name="NearestCentral">Articles nearest to the line between a main subject and a mention, each left out of the fit.</param>
public sealed record CalibrationReport(
    string Topic,
    int Articles,
    IReadOnlyList<FittedWeight> Weights,
    ProminencePoints CurrentProminence,
    ProminencePoints FittedProminence,
    Qualities Matched,
    Qualities Central,
    IReadOnlyList<ArticleMargin> NearestMatch,
    IReadOnlyList<ArticleMargin> NearestCentral);

/// <summary>A signal's weight as the author wrote it, as it is in force, and as it was fitted.</summary>
public sealed record FittedWeight(string Signal, double Author, double Current, double Fitted);

/// <param name="Margin">How far above the line, in the scale of the threshold; below 0 for the other side.</param>
public sealed record ArticleMargin(string Article, string Title, int Label, double Margin);

/// <param name="Current">With the weights in force.</param>
/// <param name="Fitted">With the fitted weights, on the articles that they were fitted to.</param>
/// <param name="LeaveOneOut">Each article judged by weights that were fitted without it: what to expect of articles not seen yet.</param>
public sealed record Qualities(Quality Current, Quality Fitted, Quality LeaveOneOut);

/// <summary>Right, false and missed answers.</summary>
public sealed record Quality(int Right, int False, int Missed)
{
    public double Precision => Right + False == 0 ? 1 : Right / (double)(Right + False);

    public double Recall => Right + Missed == 0 ? 1 : Right / (double)(Right + Missed);

    public double F1 => Right + False + Missed == 0 ? 1 : 2.0 * Right / ((2.0 * Right) + False + Missed);

    internal static Quality Of(int count, Func<int, bool> wanted, Func<int, bool> got)
    {
        var (right, wrong, missed) = (0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            right += wanted(i) && got(i) ? 1 : 0;
            wrong += !wanted(i) && got(i) ? 1 : 0;
            missed += wanted(i) && !got(i) ? 1 : 0;
        }

        return new Quality(right, wrong, missed);
    }
}
