using System.Text.Json.Serialization;
using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>One message about main subjects: what broke, what is new in what was told, what was corrected.</summary>
/// <param name="Parts">A story each, at least one; what is new comes first.</param>
/// <param name="Zone">TZDB id of the desk's zone.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Occasion">Why it comes now.</param>
/// <param name="HeldFrom">When the first of it was found, where it had to wait; otherwise null.</param>
/// <param name="PerHour">The limit that held it back; null where none did.</param>
[method: JsonConstructor]
public sealed record Alert(
    IReadOnlyList<AlertPart> Parts,
    string Zone,
    DateTimeOffset At,
    AlertOccasion Occasion = AlertOccasion.AtOnce,
    DateTimeOffset? HeldFrom = null,
    int? PerHour = null)
{
    /// <summary>A story that broke, told by itself.</summary>
    public Alert(string topic, string topicName, DigestStory story, string zone, DateTimeOffset at)
        : this([new AlertPart(topic, topicName, story)], zone, at)
    {
    }

    /// <summary>The topic of the first part.</summary>
    [JsonIgnore]
    public string Topic => Parts[0].Topic;

    /// <summary>Its name for people.</summary>
    [JsonIgnore]
    public string TopicName => Parts[0].TopicName;

    /// <summary>The story of the first part.</summary>
    [JsonIgnore]
    public DigestStory Story => Parts[0].Story;
}

/// <summary>What an alert says of one story under one topic.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="TopicName">The topic's name for people.</param>
/// <param name="Story">
/// Of a story that broke, its articles; of a follow-up, the articles that say what is new, with what that is as the briefing; of
/// a correction, the articles as they were told, under their headlines of now.
/// </param>
/// <param name="Corrections">What became of articles; of a story that broke only what happened before it was told.</param>
public sealed record AlertPart(
    string Topic,
    string TopicName,
    DigestStory Story,
    AlertPartKind Kind = AlertPartKind.Broke,
    IReadOnlyList<Correction>? Corrections = null);

/// <summary>In the order in which they are told.</summary>
public enum AlertPartKind
{
    /// <summary>The desk has not heard of the story.</summary>
    Broke,

    /// <summary>The desk has, and there is something really new.</summary>
    FollowUp,

    /// <summary>What was told is not as it was.</summary>
    Correction,
}

public enum AlertOccasion
{
    AtOnce,

    /// <summary>It waited for the end of the quiet hours or days.</summary>
    AfterQuiet,

    /// <summary>The limit of alerts an hour held it back until the hour was over.</summary>
    RollUp,
}
