namespace Monitor.Core.Topics.Calibration;

/// <summary>An article whose topics somebody has judged.</summary>
/// <param name="Labels">By topic: 2 a main subject, 1 mentioned in passing, 0 not at all. A topic that is not there is not judged.</param>
/// <param name="Why">The reason for the labels; may be empty.</param>
public sealed record LabelledArticle(string Id, TopicDocument Document, IReadOnlyDictionary<string, int> Labels, string Why);
