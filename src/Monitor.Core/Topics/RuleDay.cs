namespace Monitor.Core.Topics;

/// <summary>What the rules did in one UTC day.</summary>
/// <param name="Entries">Entries looked at for the first time.</param>
/// <param name="Topics">Matches by topic; a topic without any may be absent.</param>
/// <param name="Signals">Hits by signal, as topic/signal.</param>
public sealed record RuleDay(
    DateOnly Date, int Entries, IReadOnlyDictionary<string, int> Topics, IReadOnlyDictionary<string, int> Signals)
{
    public int MatchesOf(Topic topic) => Topics.GetValueOrDefault(topic.Id);

    public int HitsOf(Topic topic, Signal signal) => Signals.GetValueOrDefault($"{topic.Id}/{signal.Id}");

    /// <summary>Both counted as one day.</summary>
    public RuleDay With(int entries, IEnumerable<KeyValuePair<string, int>> topics, IEnumerable<KeyValuePair<string, int>> signals) =>
        this with { Entries = Entries + entries, Topics = Sum(Topics, topics), Signals = Sum(Signals, signals) };

    private static Dictionary<string, int> Sum(IReadOnlyDictionary<string, int> counts, IEnumerable<KeyValuePair<string, int>> more)
    {
        var sum = new Dictionary<string, int>(counts, StringComparer.Ordinal);
        foreach (var (name, count) in more)
        {
            sum[name] = sum.GetValueOrDefault(name) + count;
        }

        return sum;
    }
}
