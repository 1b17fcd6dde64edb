namespace Monitor.Core.Stories;

/// <summary>What belongs together, and for how long it is remembered. Similarities and shares run from 0 to 1.</summary>
public sealed record StoryOptions
{
    /// <summary>Whole days that an article stays in the window; 7 by default, at least 1.</summary>
    public int WindowDays { get; init; } = 7;

    /// <summary>Share of common four-word shingles (Jaccard) from which two texts are copies; 0.6 by default.</summary>
    public double CopyResemblance { get; init; } = 0.6;

    /// <summary>Share of the shorter text found in the longer one from which a cut reprint is a copy; 0.85 by default.</summary>
    public double CopyContainment { get; init; } = 0.85;

    /// <summary>Similarity from which an article joins a story of one article; 0.33 by default.</summary>
    public double JoinSingle { get; init; } = 0.33;

    /// <summary>Similarity from which an article joins a story of many, whose words are better known; 0.12 by default.</summary>
    public double JoinMany { get; init; } = 0.12;

    /// <summary>
    /// Share of those similarities that is enough for an article whose text is known: accounts of one event differ in more words
    /// than their headlines do. 0.87 by default.
    /// </summary>
    public double JoinText { get; init; } = 0.87;

    /// <summary>
    /// Least evidence in common, in nats: what the shared words tell beyond a common news word, summed. One name is enough, or two
    /// words of middling rarity; any number of "minister", "announces" and "new" is not. 2 by default.
    /// </summary>
    public double JoinEvidence { get; init; } = 2;

    /// <summary>Similarity of two stories from which they are one; 0.25 by default.</summary>
    public double MergeSimilarity { get; init; } = 0.25;

    /// <summary>Least evidence in common for two stories to be one, in nats; 3.5 by default.</summary>
    public double MergeEvidence { get; init; } = 3.5;
}
