using Monitor.Core.Digests;
using Monitor.Core.Revisions;

namespace Monitor.Core.Alerts;

/// <summary>What became of an article after the desk was told of it. All words are outsiders' text.</summary>
/// <param name="Kind">Retitled, changed, removed or returned.</param>
/// <param name="Url">Where it stands, or stood.</param>
/// <param name="HeadlineBefore">The headline as it was told.</param>
/// <param name="Headline">Its words, those that went and those that came marked; one run without a mark where it stayed.</param>
/// <param name="Paragraphs">What changed in the text and matters, at most <see cref="MostParagraphs"/>.</param>
/// <param name="More">Paragraphs that changed beyond those.</param>
/// <param name="Statement">What the outlet itself says about the change; null where it says nothing.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="MissingSince">When the page was first found missing.</param>
/// <param name="Detail">For a removed article, how the outlet answers, in one clause.</param>
public sealed record Correction(
    RevisionKind Kind,
    string Outlet,
    string Url,
    string HeadlineBefore,
    IReadOnlyList<WordRun> Headline,
    IReadOnlyList<ParagraphChange> Paragraphs,
    int More,
    string? Statement,
    DateTimeOffset At,
    DateTimeOffset? MissingSince = null,
    string Detail = "")
{
    public const int MostParagraphs = 6;

    public bool IsRetitled => Headline.Any(run => run.Change is not null);

    /// <summary>The correction of what was told, by the last of some revisions of one article; null where it is none that matters.</summary>
    internal static Correction? Of(ToldArticle told, IReadOnlyList<ArticleRevision> revisions)
    {
        var last = revisions[^1];
        return last switch
        {
            { Kind: RevisionKind.Removed } => told.IsMissing ? null : Gone(told, last),
            { Kind: RevisionKind.Returned } when told.IsMissing => Gone(told, last),
            { After: { } after } => Changed(told, after, Differences(told, after, revisions), last),
            _ => null,
        };
    }

    private static Correction Gone(ToldArticle told, ArticleRevision revision) => new(
        revision.Kind, told.Outlet, revision.Before.Url, told.Headline, [new WordRun(null, told.Headline)], [], 0, null,
        revision.At, revision.MissingSince, revision.Detail);

    private static Correction? Changed(ToldArticle told, MatchedArticle after, TextDifference differences, ArticleRevision revision)
    {
        var headline = HeadlineChange.IsOne(told.Headline, after.Headline) ? WordComparison.Between(told.Headline, after.Headline) : [];
        var isRetitled = headline.Count > 0 && Substance.IsIn(headline, ofHeadline: true);
        var paragraphs = differences.Paragraphs.Where(Substance.IsIn).ToList();
        if (!isRetitled && paragraphs.Count == 0 && differences.Statement is null)
        {
            return null;
        }

        return new Correction(
            paragraphs.Count > 0 || differences.Statement is not null ? RevisionKind.Changed : RevisionKind.Retitled,
            told.Outlet, after.Url, told.Headline,
            isRetitled ? headline : [new WordRun(null, after.Headline)],
            [.. paragraphs.Take(MostParagraphs)],
            Math.Max(0, paragraphs.Count - MostParagraphs),
            differences.Statement,
            revision.At);
    }

    // What was compared when the page was read knows which of the two was only a part; several steps are compared anew.
    private static TextDifference Differences(ToldArticle told, MatchedArticle after, IReadOnlyList<ArticleRevision> revisions) =>
        revisions is [var only] && only.Before.Version == told.Version
            ? only.Differences
            : TextComparison.Between(told.Text, after.Document.Text, isPart: told.Text.Length >= ToldArticle.MostText);
}
