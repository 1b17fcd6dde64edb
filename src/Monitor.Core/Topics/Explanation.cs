namespace Monitor.Core.Topics;

/// <summary>Why a topic answers as it does: the sums, and the single changes that would turn the answer.</summary>
/// <param name="Score">Terms of the score, the weightiest first.</param>
/// <param name="Prominence">Terms of the prominence, in the order of <see cref="ProminencePoints.Names"/>, those of 0 left out.</param>
/// <param name="HeldBack">Signals whose words are there but do not count, each with the reason to look for.</param>
/// <param name="Flips">Sentences for people; empty where no single change turns the answer.</param>
public sealed record Explanation(
    TopicMatch Match,
    double MatchThreshold,
    double CentralThreshold,
    IReadOnlyList<ScoreTerm> Score,
    IReadOnlyList<ScoreTerm> Prominence,
    IReadOnlyList<string> HeldBack,
    IReadOnlyList<string> Flips)
{
    private const int MaxFlips = 6;

    internal static Explanation Of(TopicReading reading)
    {
        var topic = reading.Topic;
        var match = reading.Match();
        var score = reading.Fired.Where(s => s.Weight != 0)
            .Select(s => new ScoreTerm(s.Id, s.Weight, string.Join(" … ", match.Evidence.Where(e => e.Signal == s.Id).Select(e => e.Text).Distinct().Take(4))))
            .OrderByDescending(t => Math.Abs(t.Points)).ToList();
        var prominence = ProminencePoints.Names.Zip(topic.Prominence.ToArray(), reading.Measured.ToArray())
            .Where(p => p.Second * p.Third > 0)
            .Select(p => new ScoreTerm(p.First, p.Second * p.Third, FormattableString.Invariant($"{p.Third:0.##} × {p.Second:0.##}"))).ToList();
        return new Explanation(
            match, topic.MatchThreshold, topic.CentralThreshold, score, prominence,
            [.. reading.HeldBack.Where(s => s.IsEvidence).Select(s => s.Id)],
            [.. MatchFlips(reading, score).Concat(CentralFlips(reading, prominence)).Take(MaxFlips)]);
    }

    private static IEnumerable<string> MatchFlips(TopicReading reading, List<ScoreTerm> score)
    {
        var threshold = reading.Topic.MatchThreshold;
        if (reading.IsMatch)
        {
            return score.Where(t => t.Points > 0 && reading.Score - t.Points < threshold - 1e-9)
                .Select(t => FormattableString.Invariant($"without {t.Name} the score is {reading.Score - t.Points:0.##}: no match"));
        }

        var lacks = threshold - reading.Score;
        return reading.HeldBack.Where(s => s.Weight >= lacks - 1e-9).Select(s => FormattableString.Invariant($"if {s.Id} were not held back the score would be {reading.Score + s.Weight:0.##}: a match"))
            .Concat(score.Where(t => t.Points < 0 && reading.Score - t.Points >= threshold - 1e-9).Select(t => $"without {t.Name}, which counts against it, it would match"));
    }

    private static IEnumerable<string> CentralFlips(TopicReading reading, List<ScoreTerm> prominence)
    {
        var (points, threshold) = (reading.Prominence, reading.Topic.CentralThreshold);
        if (!reading.IsMatch)
        {
            return [];
        }

        if (reading.IsCentral)
        {
            return prominence.Where(t => points - t.Points < threshold - 1e-9)
                .Select(t => FormattableString.Invariant($"without its {t.Name} the prominence is {points - t.Points:0.##}: only in passing"));
        }

        return ProminencePoints.Names.Zip(reading.Topic.Prominence.ToArray(), reading.Measured.ToArray())
            .Where(p => points + (p.Second * (1 - p.Third)) >= threshold - 1e-9)
            .Select(p => FormattableString.Invariant($"with full {p.First} the prominence would be {points + (p.Second * (1 - p.Third)):0.##}: a main subject"));
    }
}

/// <summary>One term of a sum.</summary>
/// <param name="Shown">The words that were hit, or how the points come about.</param>
public sealed record ScoreTerm(string Name, double Points, string Shown);
