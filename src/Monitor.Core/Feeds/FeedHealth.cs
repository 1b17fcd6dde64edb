using Monitor.Core.Digests;

namespace Monitor.Core.Feeds;

/// <summary>How one feed is doing, as reports and tables show it.</summary>
/// <param name="Feed">The feed's id.</param>
/// <param name="State">Stale where it answers and yet is silent well past the usual.</param>
/// <param name="Since">Since when it is in that state; for a stale feed, since its last new entry. Null where it was never asked.</param>
/// <param name="Detail">What is wrong with it, in one clause; empty while it works.</param>
/// <param name="LastRead">Its last success; null where it was never read.</param>
/// <param name="LastNewEntry">When it last showed something new; null where it never did.</param>
/// <param name="Outcome">What came of the last attempt.</param>
/// <param name="Streak">Attempts in a row that came to this.</param>
/// <param name="EntriesADay">Usual number; null until a day was watched.</param>
/// <param name="Next">When it is due; null where it is due now, or never again.</param>
/// <param name="MovedTo">Where it has moved to for good; null where it has not.</param>
public sealed record FeedHealth(
    string Feed,
    string Name,
    FeedState State,
    DateTimeOffset? Since,
    string Detail,
    DateTimeOffset? LastRead,
    DateTimeOffset? LastNewEntry,
    string Outcome,
    int Streak,
    double? EntriesADay,
    DateTimeOffset? Next,
    Uri? MovedTo);
