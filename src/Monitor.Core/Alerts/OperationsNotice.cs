namespace Monitor.Core.Alerts;

/// <summary>Something that the people who run Monitor should know: a feed that went quiet, a refused file, a failed message.</summary>
/// <param name="Title">One line that says it all.</param>
/// <param name="Lines">What is known, a sentence each.</param>
/// <param name="Zone">TZDB id of the desk's zone.</param>
/// <param name="At">When it was noticed.</param>
public sealed record OperationsNotice(string Title, IReadOnlyList<string> Lines, string Zone, DateTimeOffset At);
