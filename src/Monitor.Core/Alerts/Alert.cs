using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>A main subject broke: one story, told at once.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="TopicName">The topic's name for people.</param>
/// <param name="Story">The story, with the articles known when the alert was decided.</param>
/// <param name="Zone">TZDB id of the desk's zone.</param>
/// <param name="At">When it was decided.</param>
public sealed record Alert(string Topic, string TopicName, DigestStory Story, string Zone, DateTimeOffset At);

/// <summary>Something that the people who run Monitor should know: a feed that went quiet, a refused file, a failed message.</summary>
/// <param name="Title">One line that says it all.</param>
/// <param name="Lines">What is known, a sentence each.</param>
/// <param name="Zone">TZDB id of the desk's zone.</param>
/// <param name="At">When it was noticed.</param>
public sealed record OperationsNotice(string Title, IReadOnlyList<string> Lines, string Zone, DateTimeOffset At);
