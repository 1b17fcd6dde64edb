using Monitor.Core.Digests;
using Monitor.Core.Revisions;

namespace Monitor.Core.Alerts;

/// <summary>Something happened to an article after the desk was told of it. Whoever sends decides which kinds are worth a message.</summary>
/// <param name="Kind">The weightiest of what happened.</param>
/// <param name="Before">The version that was known.</param>
/// <param name="After">The version of now; null where the article was removed. Its matches are those of now: there may be none left.</param>
/// <param name="Differences">What changed in the text; none where only the headline changed, or the page is gone.</param>
/// <param name="At">When it was noticed, the run's instant; UTC.</param>
/// <param name="MissingSince">When the page was first found missing, for an article that was removed or has returned; UTC.</param>
/// <param name="Detail">For a removed article, how the outlet answers, in one clause; otherwise empty.</param>
public sealed record ArticleRevision(
    RevisionKind Kind,
    MatchedArticle Before,
    MatchedArticle? After,
    TextDifference Differences,
    DateTimeOffset At,
    DateTimeOffset? MissingSince = null,
    string Detail = "")
{
    /// <summary>The article's identifier.</summary>
    public string Article => Before.Id;

    /// <summary>The headline is another one, whatever else changed.</summary>
    public bool IsRetitled => HeadlineChange.IsOne(Before.Headline, After?.Headline);

    /// <summary>
    /// The same for the same revision, however often a run that was killed decides it again: what the identifier of a message
    /// about it is made of.
    /// </summary>
    public string Key => MissingSince is { } since
        ? $"{Kind} {Article} {since.ToUnixTimeSeconds()}"
        : $"{Kind} {Article} {Before.Version} {After?.Version}";
}

/// <summary>In ascending weight.</summary>
public enum RevisionKind
{
    /// <summary>Text was added, and nothing of what was there is missing: a story that is still being written.</summary>
    Extended,

    /// <summary>The headline changed, the text did not, or only grew.</summary>
    Retitled,

    /// <summary>Paragraphs were changed or taken out, or the outlet says that it corrected the article.</summary>
    Changed,

    /// <summary>The page that was gone is there again.</summary>
    Returned,

    /// <summary>The page is gone: not found, or a redirect to the front page, twice and at least an hour apart.</summary>
    Removed,
}
