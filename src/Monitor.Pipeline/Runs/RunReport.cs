using Monitor.Core.Feeds;

namespace Monitor.Pipeline.Runs;

/// <summary>
/// What one execution of a function did, kept in runs/yyyy/MM/dd/HHmmss-{function}.json, of a shard with its name behind. The digest's coverage line and the
/// demo's table are sums over these.
/// </summary>
/// <param name="Function">The function's name.</param>
/// <param name="StartedAt">The instant that the trigger gave; the run's "now".</param>
/// <param name="Seconds">How long it took, on this machine's clock.</param>
/// <param name="RuleSet">Hash of the rules that were in force; empty where none were needed.</param>
/// <param name="Notes">What a person should know, a line each: refused files, feeds in trouble.</param>
/// <param name="Health">How every feed is doing, where the function looked at all of them; of more than one shard those in trouble alone.</param>
/// <param name="Part">The shard that it was about, such as 3-of-16; null where it was about all feeds.</param>
/// <param name="ShardsQueued">Shards that other runs are to read for it; null where it read the feeds itself.</param>
public sealed record RunReport(
    string Function,
    DateTimeOffset StartedAt,
    double Seconds,
    string RuleSet,
    PollCounts? Poll,
    MessageCounts? Messages,
    IReadOnlyList<FeedVisit> Feeds,
    IReadOnlyList<string> Notes,
    IReadOnlyList<FeedHealth>? Health = null,
    string? Part = null,
    int? ShardsQueued = null);

/// <param name="FeedsDue">Feeds whose time had come.</param>
/// <param name="FeedsRead">Feeds that answered, unchanged ones included.</param>
/// <param name="FeedsUnchanged">Of these, feeds that had nothing new to send.</param>
/// <param name="EntriesNew">Entries looked at for the first time.</param>
/// <param name="EntriesChanged">Entries known before whose text had changed.</param>
/// <param name="PagesRead">Pages fetched and read.</param>
/// <param name="Topics">Matches by topic.</param>
/// <param name="Signals">Hits by signal, as topic/signal.</param>
/// <param name="PagesReread">Pages of articles that had matched before, read again.</param>
/// <param name="Revisions">Articles that were found changed, removed or there again.</param>
public sealed record PollCounts(
    int FeedsDue,
    int FeedsRead,
    int FeedsUnchanged,
    int EntriesNew,
    int EntriesChanged,
    int PagesRead,
    IReadOnlyDictionary<string, TopicCounts> Topics,
    IReadOnlyDictionary<string, int> Signals,
    int PagesReread = 0,
    int Revisions = 0);

public sealed record TopicCounts(int Central, int Passing);

public sealed record MessageCounts(int Decided, int Sent, int Postponed, int Failed);

/// <summary>One feed in one poll.</summary>
/// <param name="Outcome">read, unchanged, rate limited, blocked, broken, gone, refused or not a feed.</param>
/// <param name="Detail">Entries found, or what went wrong, in one clause.</param>
/// <param name="New">Entries looked at for the first time.</param>
/// <param name="Changed">Entries known before whose text had changed.</param>
/// <param name="Health">How the feed is doing after it.</param>
public sealed record FeedVisit(
    string Feed, string Name, string Outcome, string Detail, int New, int Changed = 0, FeedHealth? Health = null);
