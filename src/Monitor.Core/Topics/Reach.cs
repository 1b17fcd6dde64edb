namespace Monitor.Core.Topics;

/// <summary>How far apart two hits may be: anywhere in the article, in one sentence, or with at most so many words between them.</summary>
/// <param name="Words">Only for <see cref="ReachKind.Words"/>; 0 means touching or overlapping.</param>
public readonly record struct Reach(ReachKind Kind, int Words = 0)
{
    public static Reach Article => new(ReachKind.Article);

    public static Reach Sentence => new(ReachKind.Sentence);

    public override string ToString() => Kind switch
    {
        ReachKind.Article => "article",
        ReachKind.Sentence => "sentence",
        _ => Words.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}

public enum ReachKind
{
    Article,
    Sentence,
    Words,
}
