using Monitor.Core.Alerts;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.RereadPages;

/// <summary>
/// What came of reading matched articles again. Everything that follows from the revisions is written before
/// <see cref="Watched"/> is saved: until then a run that is killed finds the same revisions again.
/// </summary>
/// <param name="Articles">The run's matched articles, those that replace a version known before with what changed.</param>
/// <param name="Revisions">What happened to articles known before, in order of article.</param>
/// <param name="PagesRead">Pages that were asked for again.</param>
/// <param name="Watched">The articles to be read again, for the next run.</param>
public sealed record Reread(
    IReadOnlyList<PlacedArticle> Articles, IReadOnlyList<ArticleRevision> Revisions, int PagesRead, WatchList Watched);
