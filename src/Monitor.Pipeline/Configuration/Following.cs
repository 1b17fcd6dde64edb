using Monitor.Core;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Core.Topics;

namespace Monitor.Pipeline.Configuration;

/// <summary>What the desk follows: the files of the config container, read and found good.</summary>
/// <param name="Refused">What is wrong with the newest files; warnings refuse nothing.</param>
/// <param name="Calendars">Days that have a name, by file; null or empty where there are no calendars.</param>
/// <param name="Refusal">Which files were refused, and since when; null while the newest files are in force.</param>
public sealed record Following(
    TopicSet Topics,
    IReadOnlyList<FollowedFeed> Feeds,
    Desk Desk,
    IReadOnlyList<ConfigProblem> Refused,
    Refusal? Refusal,
    IReadOnlyList<DayCalendar>? Calendars = null);

/// <param name="Hash">Hash of the refused files.</param>
public sealed record Refusal(string Hash, DateTimeOffset Since);

/// <summary>No good set of files is there, and none ever was: nothing can be followed.</summary>
public sealed class NothingToFollowException : Exception
{
    public NothingToFollowException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<string> Problems { get; }
}
