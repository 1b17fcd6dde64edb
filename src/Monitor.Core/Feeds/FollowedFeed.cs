namespace Monitor.Core.Feeds;

/// <summary>A feed that the desk follows: one outline of feeds.opml.</summary>
/// <param name="Id">Stable and unique in the file: the attribute monitor:id where it is given, otherwise derived from the address.</param>
/// <param name="Name">The feed's name for people.</param>
/// <param name="Url">http or https.</param>
/// <param name="Outlet">The outlet's name; several feeds may share one.</param>
/// <param name="Country">NZ or AU; empty where the file does not say.</param>
/// <param name="ReadPages">The page behind every new entry is read, whatever its teaser says.</param>
/// <param name="Line">One-based line in the file.</param>
public sealed record FollowedFeed(string Id, string Name, Uri Url, string Outlet, string Country, bool ReadPages, int Line);
