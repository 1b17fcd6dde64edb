using Monitor.Core.Language;
using Monitor.Core.Revisions;
using Monitor.Core.Topics;

namespace Monitor.Core.Digests;

/// <summary>One version of an article that belongs to at least one topic: what the desk is told about, and why.</summary>
/// <param name="Id">16 hex digits of SHA-256 of the canonical address.</param>
/// <param name="Version">First eight hex digits of SHA-256 over headline, summary and text: the same words are the same version.</param>
/// <param name="Replaces">The headline of the version before, where this one changed it; otherwise null.</param>
/// <param name="Published">When the outlet published it, or when it was first seen; UTC.</param>
/// <param name="SeenAt">When this version was first seen; UTC.</param>
/// <param name="Story">The story it belongs to.</param>
/// <param name="CopyOf">The article whose text this repeats; null where it is its own.</param>
/// <param name="Document">What the topics were matched on.</param>
/// <param name="Matches">The topics that matched.</param>
/// <param name="RuleSet">Hash of the topic files in force at the time.</param>
/// <param name="Differences">What changed in the text since the version before; null for a first version, or where nothing did.</param>
/// <param name="Gist">What it names and says, read after it matched; null where nobody has.</param>
public sealed record MatchedArticle(
    string Id,
    string Version,
    string? Replaces,
    string Url,
    string Feed,
    string Outlet,
    string Country,
    IReadOnlyList<string> Byline,
    DateTimeOffset Published,
    DateTimeOffset SeenAt,
    string Story,
    string? CopyOf,
    TopicDocument Document,
    IReadOnlyList<TopicMatch> Matches,
    string RuleSet,
    TextDifference? Differences = null,
    Gist? Gist = null)
{
    public string Headline => Document.Title;
}
