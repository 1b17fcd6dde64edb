namespace Monitor.Core.Topics;

/// <summary>A document that a topic does not match, and would have with one signal more.</summary>
/// <param name="Short">What the score lacks.</param>
/// <param name="Found">Ids of the signals that fired, the weightiest first; empty where all that was found was held back.</param>
/// <param name="HeldBack">Ids of the signals whose words are there but were cancelled, lack what they need, or are too few.</param>
public sealed record NearMiss(string Topic, double Score, double Short, IReadOnlyList<string> Found, IReadOnlyList<string> HeldBack)
{
    internal static NearMiss? Of(TopicReading reading)
    {
        var lacks = reading.Topic.MatchThreshold - reading.Score;
        var found = reading.Fired.Where(s => s.IsNaming).OrderByDescending(s => s.Weight).Select(s => s.Id).ToList();
        var heldBack = reading.HeldBack.Where(s => s.IsNaming && s.Weight >= lacks - 1e-9).Select(s => s.Id).ToList();
        return reading.IsMatch || found.Count + heldBack.Count == 0
            ? null
            : new NearMiss(reading.Topic.Id, Math.Round(reading.Score, 3), Math.Round(lacks, 3), found, heldBack);
    }
}
