namespace Monitor.Core.Alerts;

/// <summary>What is told at once.</summary>
/// <param name="Topics">The topics whose main subjects alert, in the file's order.</param>
/// <param name="MaxAge">
/// Entries published longer ago than this when they are found never alert; from a minute to 31 days, 24 hours by default.
/// </param>
/// <param name="Quiet">When nothing is sent; null where alerts go out at any time.</param>
/// <param name="PerHour">The most alerts in an hour of the desk's clock; null for no such limit. Corrections are not counted.</param>
public sealed record AlertSettings(
    IReadOnlyList<AlertTopic> Topics, TimeSpan MaxAge, QuietTimes? Quiet = null, int? PerHour = null)
{
    /// <summary>Ids of all groups that are told of anything.</summary>
    public IReadOnlyList<string> Recipients => [.. Topics.SelectMany(topic => topic.Recipients).Distinct(StringComparer.Ordinal)];

    /// <summary>The settings of a topic; null where it does not alert.</summary>
    public AlertTopic? Of(string topic) => Topics.FirstOrDefault(known => known.Id == topic);

    /// <summary>The quiet times that hold a topic's alerts; null where nothing does.</summary>
    public QuietTimes? QuietFor(AlertTopic topic) => Quiet is { ExceptHigh: true } && topic.Severity == Severity.High ? null : Quiet;
}

/// <summary>A topic whose main subjects alert.</summary>
/// <param name="Id">The topic's id.</param>
/// <param name="Recipients">Ids of the groups that are told, at least one.</param>
/// <param name="Window">
/// How long the first story waits for others of its topic, to go out with them; from nothing to 24 hours, 10 minutes by default.
/// </param>
public sealed record AlertTopic(string Id, IReadOnlyList<string> Recipients, TimeSpan Window, Severity Severity = Severity.Normal);
