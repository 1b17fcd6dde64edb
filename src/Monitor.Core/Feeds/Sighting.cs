namespace Monitor.Core.Feeds;

/// <summary>What an entry is to a feed that has been read before.</summary>
public enum Sighting
{
    /// <summary>Never seen.</summary>
    New,

    /// <summary>Seen, with another title or another text.</summary>
    Changed,

    /// <summary>Seen as it is.</summary>
    Known,
}
