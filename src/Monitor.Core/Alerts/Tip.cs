using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>
/// Something that may be worth an alert, as the poll found it. It waits until it is told, alone or with others, or turns out to
/// say nothing new. Its age was judged when it was made.
/// </summary>
/// <param name="Id">Follows from the topic and from what happened to which version of which article.</param>
/// <param name="Topic">The topic of which the article is a main subject.</param>
/// <param name="Article">As it is now; as it was last, where it was removed. Its story is the one it was placed in.</param>
/// <param name="At">When it was found.</param>
/// <param name="Revision">What happened to an article that was known; null for one that is new.</param>
public sealed record Tip(string Id, string Topic, MatchedArticle Article, DateTimeOffset At, ArticleRevision? Revision = null)
{
    /// <summary>A copy of another article: it stands beside its original, and alerts nobody by itself.</summary>
    public bool IsCopy => Revision is null && Article.CopyOf is not null;
}
