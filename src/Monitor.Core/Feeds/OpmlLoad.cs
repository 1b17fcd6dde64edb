namespace Monitor.Core.Feeds;

/// <summary>What came of loading feeds.opml.</summary>
/// <param name="Feeds">The feeds that could be read, in document order; not to be followed where a problem is an error.</param>
/// <param name="Problems">In order of line; empty for a good file.</param>
public sealed record OpmlLoad(IReadOnlyList<FollowedFeed> Feeds, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>No problem is an error: the feeds may be followed.</summary>
    public bool IsAccepted => Problems.All(problem => !problem.IsError);
}
