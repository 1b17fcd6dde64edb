namespace Monitor.Core.Topics;

/// <summary>One piece of evidence that a topic looks for.</summary>
/// <param name="Id">Unique in the topic.</param>
/// <param name="Groups">One group of phrases (any of them), or several that must stand near each other. Phrases as written.</param>
/// <param name="Within">How near; of no meaning for one group.</param>
/// <param name="Ordered">The groups must follow each other as written.</param>
/// <param name="In">Where it looks.</param>
/// <param name="AtLeast">How many hits it takes to fire.</param>
/// <param name="Needs">A hit counts only where one of these signals fires within <paramref name="Reach"/>; empty for no need.</param>
/// <param name="Cancels">Hits of these signals within <paramref name="Reach"/> of a hit of this one mean something else, and do not count.</param>
/// <param name="Reach">How far <paramref name="Needs"/> and <paramref name="Cancels"/> reach.</param>
/// <param name="AuthorWeight">What the author finds it worth; 0 for what is only a condition or context.</param>
/// <param name="Fitted">What calibration found it worth, of the same sign; null where it was never calibrated.</param>
/// <param name="IsContext">It makes no match, but is evidence and shows how much of an article is about the topic.</param>
/// <param name="Line">One-based line in the topic file.</param>
public sealed record Signal(
    string Id,
    IReadOnlyList<IReadOnlyList<string>> Groups,
    Reach Within,
    bool Ordered,
    Field In,
    int AtLeast,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Cancels,
    Reach Reach,
    double AuthorWeight,
    double? Fitted,
    bool IsContext,
    int Line)
{
    /// <summary>Added to the score once, however often the signal fires.</summary>
    public double Weight => Fitted ?? AuthorWeight;

    /// <summary>It speaks for the topic by itself.</summary>
    public bool IsNaming => Weight > 0;

    /// <summary>Its hits are told. A signal without weight that is not context only serves others, which need it or which it cancels.</summary>
    public bool IsEvidence => Weight != 0 || IsContext;
}
