using Monitor.Core.Revisions;

namespace Monitor.Core.Digests;

/// <summary>
/// What one edition says, before it takes any form. Both forms of the mail (HTML, plain text) are written from it and from
/// nothing else. Instants are UTC; <see cref="DeskZone"/> turns them into the desk's local time.
/// </summary>
/// <param name="Edition">The edition's id in desk.yaml.</param>
/// <param name="Title">The edition's name for people, such as "Morning digest".</param>
/// <param name="Date">The edition's date in the desk's zone.</param>
/// <param name="Zone">TZDB id of the desk's zone.</param>
/// <param name="From">Matches after this instant are in it (exclusive).</param>
/// <param name="To">Matches up to this instant are in it (inclusive); the instant the edition was due.</param>
/// <param name="Late">When it was really written, where that was more than one tick after it was due; otherwise null.</param>
/// <param name="Topics">Every topic that the edition follows, in desk.yaml's order, those without matches too.</param>
/// <param name="Language">Tag of the language of its dates (<see cref="DateLanguage"/>).</param>
/// <param name="Days">What the calendars call the date, such as "Waitangi Day"; null or empty on a day without a name.</param>
/// <param name="Notes">What the desk should mend, a sentence each; null or empty where there is nothing.</param>
/// <param name="Again">When somebody asked for it to be sent once more; null for the one that was due.</param>
/// <param name="Coverage">What was read, so that a quiet day and a blind monitor never look the same.</param>
public sealed record Digest(
    string Edition,
    string Title,
    DateOnly Date,
    string Zone,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset? Late,
    IReadOnlyList<DigestTopic> Topics,
    DigestCoverage Coverage,
    string Language = "en-NZ",
    IReadOnlyList<string>? Days = null,
    IReadOnlyList<string>? Notes = null,
    DateTimeOffset? Again = null);

/// <param name="Main">Stories of which the topic is a main subject, the most important first.</param>
/// <param name="Passing">Stories that only mention it.</param>
public sealed record DigestTopic(
    string Id,
    string Name,
    IReadOnlyList<DigestStory> Main,
    IReadOnlyList<DigestStory> Passing);

/// <summary>One event, with every article that tells it, in order of publication. The first is the one quoted.</summary>
/// <param name="Briefing">What is new in it, who spoke, and who carried it; null where it was not looked at.</param>
public sealed record DigestStory(string Story, IReadOnlyList<DigestItem> Items, StoryBriefing? Briefing = null)
{
    public DigestItem Lead => Items[0];
}

/// <param name="Article">The article's id.</param>
/// <param name="Headline">As the outlet wrote it: hostile text, to be encoded wherever it is shown.</param>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Outlet">Name of the outlet, from feeds.opml.</param>
/// <param name="Country">NZ or AU; empty where unknown.</param>
/// <param name="Published">When the outlet published it, or when it was first seen.</param>
/// <param name="Byline">Names; may be empty.</param>
/// <param name="CopyOf">The outlet whose text this repeats; null where it is its own.</param>
/// <param name="Corrects">The headline that this version replaces; null where it is the first version.</param>
/// <param name="Quote">The sentence that matched.</param>
/// <param name="Why">The signals that fired, the weightiest first.</param>
/// <param name="Score">The topic's score.</param>
/// <param name="RuleSet">First eight hex digits of the rule set's hash.</param>
/// <param name="Differences">What was changed in the text, or taken out of it, after it had matched; null where nothing was.</param>
public sealed record DigestItem(
    string Article,
    string Headline,
    string Url,
    string Outlet,
    string Country,
    DateTimeOffset Published,
    IReadOnlyList<string> Byline,
    string? CopyOf,
    string? Corrects,
    MatchedSentence Quote,
    IReadOnlyList<Reason> Why,
    double Score,
    string RuleSet,
    TextDifference? Differences = null);

/// <summary>The sentence that matched, with its neighbours.</summary>
/// <param name="Before">The sentence before; empty at the start of a paragraph or field.</param>
/// <param name="Sentence">The sentence itself.</param>
/// <param name="After">The sentence after; empty at the end.</param>
/// <param name="Marks">The words that were hit: offsets into <paramref name="Sentence"/>, ascending, not overlapping.</param>
/// <param name="Field">title, summary or text.</param>
public sealed record MatchedSentence(string Before, string Sentence, string After, IReadOnlyList<Mark> Marks, string Field);

/// <summary>A stretch of text in UTF-16 code units.</summary>
public sealed record Mark(int Start, int Length);

/// <summary>A signal that fired.</summary>
/// <param name="Signal">The signal's id.</param>
/// <param name="Words">The different words that it hit, as written, at most five.</param>
/// <param name="Count">How often it fired.</param>
public sealed record Reason(string Signal, IReadOnlyList<string> Words, int Count);

/// <summary>What was read in the edition's window.</summary>
/// <param name="FeedsRead">Feeds that answered at least once, unchanged ones included.</param>
/// <param name="FeedsFollowed">Feeds in feeds.opml.</param>
/// <param name="EntriesSeen">Entries looked at for the first time.</param>
/// <param name="PagesRead">Pages fetched.</param>
/// <param name="Troubles">Feeds that are not as they should be at the time of writing.</param>
public sealed record DigestCoverage(
    int FeedsRead,
    int FeedsFollowed,
    int EntriesSeen,
    int PagesRead,
    IReadOnlyList<FeedTrouble> Troubles);

/// <param name="Feed">The feed's name for people.</param>
/// <param name="State">What is wrong with it.</param>
/// <param name="Since">Since when; null where it never worked.</param>
/// <param name="Detail">One clause, such as "answers 403"; may be empty.</param>
public sealed record FeedTrouble(string Feed, FeedState State, DateTimeOffset? Since, string Detail);

/// <summary>How a feed is doing.</summary>
public enum FeedState
{
    Working,
    Stale,
    Blocked,
    Broken,
    Gone,
}
