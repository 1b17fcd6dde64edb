using System.Runtime.CompilerServices;
using Monitor.Core.Topics;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.NearMisses;

/// <summary>
/// What storage still has of the articles that were read: those that matched, and those that nearly did. What matched nothing
/// was never kept, so that of a widened rule only a part can be foreseen.
/// </summary>
public sealed class Replay(IBlobStore store)
{
    /// <summary>Each version of an article once, under its address, with whether it matched at the time.</summary>
    public async IAsyncEnumerable<ReplayedArticle> SeenBetweenAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new HashSet<(string, string)>();
        await foreach (var archived in new ArticleArchive(store).SeenBetweenAsync(from, to, cancellationToken))
        {
            var article = archived.Article;
            known.Add((article.Id, article.Version));
            yield return new ReplayedArticle(article.Id, article.Url, article.Document, true);
        }

        await foreach (var miss in new NearMissStore(store).SeenBetweenAsync(from, to, cancellationToken))
        {
            if (known.Add((miss.Article, miss.Version)))
            {
                yield return new ReplayedArticle(miss.Article, miss.Url, miss.Document, false);
            }
        }
    }
}

/// <param name="Article">16 hex digits of SHA-256 of the canonical address.</param>
/// <param name="Matched">It comes from the archive of matches; otherwise it fell short.</param>
public sealed record ReplayedArticle(string Article, string Url, TopicDocument Document, bool Matched);
