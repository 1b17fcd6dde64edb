namespace Monitor.Pipeline.Archive;

/// <summary>
/// A page that went away after its article matched, or came back: kept beside the article's versions as removed-{since}.json and
/// returned-{since}.json.
/// </summary>
/// <param name="Article">The article's id.</param>
/// <param name="Version">The version that was known.</param>
/// <param name="MissingSince">When the page was first found missing; UTC.</param>
/// <param name="At">When it was found missing again, or there again; UTC.</param>
/// <param name="IsRemoved">Gone; otherwise it is there again.</param>
/// <param name="Detail">How the outlet answers, in one clause.</param>
public sealed record PageFate(
    string Article, string Version, string Url, DateTimeOffset MissingSince, DateTimeOffset At, bool IsRemoved, string Detail);
