namespace Monitor.Core.Revisions;

/// <summary>
/// What changed in substance between two texts of one article. Paragraphs that only moved, were divided or joined, and what is
/// said beside the text (times, captions, credits, labels) are not in it.
/// </summary>
/// <param name="Paragraphs">In the order of the new text, removed paragraphs last; at most <see cref="TextComparison.MostChanges"/>.</param>
/// <param name="Statement">What the outlet itself says about the change, such as "Correction: ..."; null where it says nothing.</param>
public sealed record TextDifference(IReadOnlyList<ParagraphChange> Paragraphs, string? Statement = null)
{
    public static TextDifference None { get; } = new([]);

    /// <summary>Changed, or there is a statement that was not there before.</summary>
    public bool Any() => Paragraphs.Count > 0 || Statement is not null;

    public int Count(ChangeKind kind) => Paragraphs.Count(paragraph => paragraph.Kind == kind);

    /// <summary>The text grew, and what was there before stayed as it was.</summary>
    public bool OnlyAdds() => Statement is null && Paragraphs.Count > 0 && Paragraphs.All(paragraph => paragraph.Kind == ChangeKind.Added);
}

/// <summary>One paragraph that is not as it was. Plain text of the outlet: hostile, to be encoded wherever it is shown.</summary>
/// <param name="Before">Empty for an added paragraph.</param>
/// <param name="After">Empty for a removed paragraph.</param>
/// <param name="Words">Of a changed paragraph, its words in order, those that went and those that came marked; otherwise empty.</param>
public sealed record ParagraphChange(ChangeKind Kind, string Before, string After, IReadOnlyList<WordRun> Words);

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>Words that stand together and share a fate, divided by single spaces.</summary>
/// <param name="Change">Added or removed; null where they stayed.</param>
public sealed record WordRun(ChangeKind? Change, string Text);
