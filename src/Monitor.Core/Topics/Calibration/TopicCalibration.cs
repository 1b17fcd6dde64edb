namespace Monitor.Core.Topics.Calibration;

/// <summary>
/// Fits a topic to labelled articles. Two lines are drawn: through the weights of its signals, between articles that mention
/// the topic and those that do not; and through its prominence, between main subjects and mere mentions, learnt on the
/// articles that mention it and fire. Thresholds stay; the weights around them move.
/// </summary>
public static class TopicCalibration
{
    /// <summary>Articles nearest to a line that a report names.</summary>
    public const int Nearest = 12;

    /// <param name="topic">A topic's id, which the set must have.</param>
    public static CalibrationReport Fit(TopicSet set, string topic, IReadOnlyList<LabelledArticle> articles)
    {
        var number = set.NumberOf(topic);
        var rules = set.Topics[number];
        var judged = articles.Where(a => a.Labels.ContainsKey(topic)).ToList();
        var readings = judged.Select(a => set.Read(a.Document, number)).ToList();
        var labels = judged.Select(a => a.Labels[topic]).ToList();

        var weighted = rules.Signals.Where(s => s.AuthorWeight != 0).ToList();
        var match = Line(
            [.. readings.Select(r => { var fired = r.Fired.ToHashSet(); return weighted.Select(s => fired.Contains(s) ? 1.0 : 0).ToArray(); })],
            [.. labels.Select(l => l > 0)],
            [.. weighted.Select(s => s.AuthorWeight)],
            [.. weighted.Select(s => s.Weight)],
            rules.MatchThreshold,
            bounded: true);

        var fires = Enumerable.Range(0, judged.Count).Where(i => match.Measures[i].Any(m => m > 0)).ToList();
        var mentions = fires.Where(i => labels[i] > 0).ToList();
        var central = Line(
            [.. mentions.Select(i => readings[i].Measured.ToArray())],
            [.. mentions.Select(i => labels[i] == 2)],
            ProminencePoints.Default.ToArray(),
            rules.Prominence.ToArray(),
            rules.CentralThreshold,
            bounded: false);

        return new CalibrationReport(
            topic,
            judged.Count,
            [.. weighted.Zip(match.Fitted, (s, w) => new FittedWeight(s.Id, s.AuthorWeight, s.Weight, w))],
            rules.Prominence,
            ProminencePoints.From(central.Fitted),
            match.Qualities(),
            CentralQualities(match, central, mentions, labels),
            Closest(fires.Select(i => (i, match.Apart[i] - match.Threshold)), judged, labels),
            Closest(mentions.Select((i, row) => (i, central.Apart[row] - central.Threshold)), judged, labels));
    }

    private static FittedLine Line(double[][] measures, bool[] wanted, double[] believed, double[] current, double threshold, bool bounded)
    {
        var fitted = SignedFit.Weights(measures, wanted, believed, threshold, bounded);
        var apart = new double[measures.Length];
        for (var i = 0; i < measures.Length; i++)
        {
            // An article that fires nothing is on the far side whatever the weights, and teaches nothing.
            apart[i] = measures[i].All(m => m == 0) ? 0 : SignedFit.Sum(SignedFit.Weights(measures, wanted, believed, threshold, bounded, left: i), measures[i]);
        }

        return new FittedLine(measures, wanted, threshold, current, fitted, apart);
    }

    /// <summary>A main subject is found only where it matches at all, and a mention that was never found counts as missed.</summary>
    private static Qualities CentralQualities(FittedLine match, FittedLine central, List<int> mentions, List<int> labels)
    {
        Quality Count(Func<int, double> score, Func<int, double> prominence)
        {
            var found = mentions.Select((article, row) => (article, row)).Where(m => Reaches(score(m.article), match.Threshold) && Reaches(prominence(m.row), central.Threshold)).Select(m => m.article).ToHashSet();
            return Quality.Of(labels.Count, i => labels[i] == 2, found.Contains);
        }

        return new Qualities(
            Count(i => SignedFit.Sum(match.Current, match.Measures[i]), r => SignedFit.Sum(central.Current, central.Measures[r])),
            Count(i => SignedFit.Sum(match.Fitted, match.Measures[i]), r => SignedFit.Sum(central.Fitted, central.Measures[r])),
            Count(i => match.Apart[i], r => central.Apart[r]));
    }

    private static List<ArticleMargin> Closest(IEnumerable<(int Article, double Margin)> margins, List<LabelledArticle> articles, List<int> labels) =>
    [
        .. margins.OrderBy(m => Math.Abs(m.Margin)).ThenBy(m => articles[m.Article].Id, StringComparer.Ordinal)
            .Take(Nearest)
            .Select(m => new ArticleMargin(articles[m.Article].Id, articles[m.Article].Document.Title, labels[m.Article], Math.Round(m.Margin, 2))),
    ];

    internal static bool Reaches(double sum, double threshold) => sum >= threshold - 1e-9;
}
