namespace Monitor.Core.Topics;

/// <summary>Tells from what the rules did day by day where a topic has left its ways. Nothing is said before enough days are known.</summary>
public static class RuleDrift
{
    /// <summary>Days that make the usual.</summary>
    public const int UsualDays = 28;

    /// <summary>Days to keep, so that the first day of a change is still found while the change lasts.</summary>
    public const int KeptDays = 70;

    private const int LeastDays = 14;
    private const int LeastEntries = 50;
    private const int LeastHits = 20;
    private const int LeastFirings = 6;

    // With the usual spread learned from a topic's own days, four are left about once in decades of ordinary days.
    private const double Band = 4;

    // Matches come in bursts: six usual gaps are seldom, and a gap that was seen before is no news.
    private const double SilentGaps = 6;
    private const double NearlyAll = 0.9;
    private const double NotBefore = 0.8;

    /// <param name="days">Whole UTC days, each once. Days on which nothing was read are left out of the count.</param>
    public static IReadOnlyList<RuleChange> Of(IReadOnlyList<Topic> topics, IEnumerable<RuleDay> days)
    {
        var read = days.Where(day => day.Entries > 0).OrderBy(day => day.Date).ToArray();
        Func<Topic, ArraySegment<RuleDay>, RuleChange?>[] questions = [Rate, Silence, OneSignal];
        return [.. topics.SelectMany(topic => questions.Select(question => Since(question, topic, read)).OfType<RuleChange>())];
    }

    private static RuleChange? Since(Func<Topic, ArraySegment<RuleDay>, RuleChange?> question, Topic topic, RuleDay[] days)
    {
        if (days.Length == 0 || question(topic, days) is not { } change)
        {
            return null;
        }

        for (var count = days.Length - 1; count > 0; count--)
        {
            var earlier = question(topic, new ArraySegment<RuleDay>(days, 0, count));
            if (earlier?.Kind != change.Kind || earlier.Signal != change.Signal)
            {
                break;
            }

            change = change with { Began = earlier.Began };
        }

        return change;
    }

    /// <summary>
    /// Counts are compared as square roots (Anscombe, Biometrika 35, 1948), in which chance spreads few and many alike by one;
    /// a topic that always spreads wider has a wider band: the median of how far its own days are off.
    /// </summary>
    private static RuleChange? Rate(Topic topic, ArraySegment<RuleDay> days)
    {
        var last = days[^1];
        var before = days.Where(day => day.Date < last.Date && day.Date >= last.Date.AddDays(-UsualDays) && day.Entries >= LeastEntries).ToList();
        if (last.Entries < LeastEntries || before.Count < LeastDays)
        {
            return null;
        }

        var rate = Median(before.Select(day => (double)day.MatchesOf(topic) / day.Entries));
        double Off(RuleDay day) => 2 * (Math.Sqrt(day.MatchesOf(topic) + 0.375) - Math.Sqrt((rate * day.Entries) + 0.375));
        var spread = Math.Max(1, 1.4826 * Median(before.Select(day => Math.Abs(Off(day)))));
        return Math.Abs(Off(last)) <= Band * spread
            ? null
            : new RuleChange(
                topic.Id, Off(last) > 0 ? RuleChangeKind.Above : RuleChangeKind.Below, null, last.Date,
                last.MatchesOf(topic), Math.Round(rate * last.Entries, 1));
    }

    private static RuleChange? Silence(Topic topic, ArraySegment<RuleDay> days)
    {
        var firings = Enumerable.Range(0, days.Count).Where(i => days[i].MatchesOf(topic) > 0).ToList();
        if (firings.Count < LeastFirings)
        {
            return null;
        }

        var gaps = firings.Zip(firings.Skip(1), (one, next) => (double)(next - one)).ToList();
        var quiet = days.Count - 1 - firings[^1];
        var usual = Median(gaps);
        return quiet < SilentGaps * usual || quiet <= gaps.Max()
            ? null
            : new RuleChange(topic.Id, RuleChangeKind.Silent, null, days[^1].Date, quiet, usual);
    }

    /// <summary>Over a week, against the four weeks before it. Context and conditions are no reasons, and are not counted.</summary>
    private static RuleChange? OneSignal(Topic topic, ArraySegment<RuleDay> days)
    {
        var last = days[^1].Date;
        var week = days.Where(day => day.Date > last.AddDays(-7)).ToList();
        var before = days.Where(day => day.Date <= last.AddDays(-7) && day.Date > last.AddDays(-7 - UsualDays)).ToList();
        var naming = topic.Signals.Where(signal => signal.IsNaming).ToList();
        int Hits(List<RuleDay> of, Signal signal) => of.Sum(day => day.HitsOf(topic, signal));
        int All(List<RuleDay> of) => naming.Sum(signal => Hits(of, signal));
        var (now, then) = (All(week), All(before));
        if (now < LeastHits || then < LeastHits)
        {
            return null;
        }

        var first = naming.MaxBy(signal => Hits(week, signal))!;
        var (share, usual) = ((double)Hits(week, first) / now, (double)Hits(before, first) / then);
        return share < NearlyAll || usual >= NotBefore
            ? null
            : new RuleChange(topic.Id, RuleChangeKind.OneSignal, first.Id, last, Math.Round(share, 3), Math.Round(usual, 3));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
