namespace Monitor.Core.Topics;

/// <summary>What the desk follows: one topic file.</summary>
/// <param name="Id">Unique in the set: lower-case letters, digits and hyphens.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">What belongs to the topic and what does not; may be empty.</param>
/// <param name="References">Addresses of what it rests on: acts, treaties, reports.</param>
/// <param name="MatchThreshold">The score at which an article mentions the topic.</param>
/// <param name="CentralThreshold">The prominence at which the topic is a main subject.</param>
/// <param name="Prominence">Points for how much of an article is about the topic.</param>
/// <param name="Samples">Short texts that the rules must and must not match; checked whenever the file is loaded.</param>
/// <param name="File">Name of the file.</param>
public sealed record Topic(
    string Id,
    string Name,
    string Description,
    IReadOnlyList<string> References,
    IReadOnlyList<Signal> Signals,
    double MatchThreshold,
    double CentralThreshold,
    ProminencePoints Prominence,
    IReadOnlyList<TopicSample> Samples,
    string File);

/// <summary>A short text that the rules are held to.</summary>
/// <param name="Matches">Whether the topic must match it.</param>
/// <param name="Central">Whether it must be a main subject; null where that is left open.</param>
/// <param name="Line">One-based line in the topic file.</param>
public sealed record TopicSample(TopicDocument Document, bool Matches, bool? Central, int Line);
