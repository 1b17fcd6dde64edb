namespace Monitor.Core.Feeds;

/// <summary>What came of adding one list of feeds to another.</summary>
/// <param name="Document">The list with what was new in it.</param>
/// <param name="Added">As they stand in the new list, in the order of the imported one.</param>
/// <param name="Known">Those that were followed already, or stood twice in the imported list; lines of the imported one.</param>
/// <param name="Problems">What could not be taken over, and why; none is an error.</param>
public sealed record OpmlImport(
    OpmlDocument Document,
    IReadOnlyList<OpmlFeed> Added,
    IReadOnlyList<OpmlFeed> Known,
    IReadOnlyList<ConfigProblem> Problems);
