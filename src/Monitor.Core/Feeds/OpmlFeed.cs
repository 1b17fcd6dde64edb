namespace Monitor.Core.Feeds;

/// <summary>A feed in a list of feeds.</summary>
/// <param name="Name">For people.</param>
/// <param name="Url">http or https.</param>
/// <param name="Folders">Names of the folders that it is in, the outermost first; empty at the top.</param>
/// <param name="Line">One-based; 0 for a feed that was just added.</param>
public sealed record OpmlFeed(string Name, Uri Url, IReadOnlyList<string> Folders, int Line);
