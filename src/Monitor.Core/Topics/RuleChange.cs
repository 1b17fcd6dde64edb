namespace Monitor.Core.Topics;

/// <summary>A topic does not behave as it used to.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Signal">The signal that takes the hits; null for the other kinds.</param>
/// <param name="Began">The first day of which this could be said, UTC. It stays the same while the change lasts.</param>
/// <param name="Now">Matches of the last day; or days of silence; or the signal's share of hits.</param>
/// <param name="Usual">The same as it used to be; for silence the usual days from one match to the next.</param>
public sealed record RuleChange(string Topic, RuleChangeKind Kind, string? Signal, DateOnly Began, double Now, double Usual);

public enum RuleChangeKind
{
    Above,
    Below,
    Silent,
    OneSignal,
}
