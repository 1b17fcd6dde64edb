using Monitor.Core.Revisions;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.RereadPages;

/// <summary>
/// The matched articles whose pages are read again: state/watched.json.gz, read once and written at most once a run, bounded by
/// <see cref="RereadOptions.Watched"/>.
/// </summary>
public sealed class WatchList
{
    private static readonly BlobName Name = new(Containers.State, "watched.json.gz");

    private readonly Dictionary<string, WatchedArticle> articles;
    private readonly Dictionary<string, WatchedArticle> changes = new(StringComparer.Ordinal);
    private readonly string? etag;

    private WatchList(IEnumerable<WatchedArticle> articles, string? etag)
    {
        this.articles = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        this.etag = etag;
    }

    public static async Task<WatchList> LoadAsync(IBlobStore store, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(Name, cancellationToken) is not { } blob)
        {
            return new WatchList([], etag: null);
        }

        return new WatchList(PipelineJson.Unzip<List<WatchedArticle>>(blob.Content, Name), blob.ETag);
    }

    public WatchedArticle? this[string id] => articles.GetValueOrDefault(id);

    public IReadOnlyList<WatchedArticle> Articles => [.. articles.Values.OrderBy(article => article.Id, StringComparer.Ordinal)];

    /// <summary>Due pages, the longest due first, so many in all and so many of one host.</summary>
    public IReadOnlyList<WatchedArticle> Due(DateTimeOffset now, RereadOptions options) =>
    [
        .. articles.Values
            .Where(article => article.Watch.Due <= now)
            .OrderBy(article => article.Watch.Due).ThenBy(article => article.Id, StringComparer.Ordinal)
            .GroupBy(article => article.Address.Authority, StringComparer.OrdinalIgnoreCase)
            .SelectMany(host => host.Take(options.PagesOfAHost))
            .OrderBy(article => article.Watch.Due).ThenBy(article => article.Id, StringComparer.Ordinal)
            .Take(options.PagesARun),
    ];

    /// <summary>Takes the article's new state; one of which nothing more is to be found out is forgotten.</summary>
    public void Put(WatchedArticle article)
    {
        changes[article.Id] = article;
        if (article.Watch.Due is null)
        {
            articles.Remove(article.Id);
        }
        else
        {
            articles[article.Id] = article;
        }
    }

    /// <summary>
    /// Writes the list where anything changed. Where another run wrote in between, as runs over several shards do, the changes are
    /// made to its list.
    /// </summary>
    public async Task SaveAsync(IBlobStore store, RereadOptions options, CancellationToken cancellationToken)
    {
        var list = this;
        for (var attempt = 1; changes.Count > 0; attempt++)
        {
            if (await list.WriteAsync(store, options, cancellationToken))
            {
                return;
            }

            if (attempt == NextAttempt.Most)
            {
                throw new InvalidOperationException($"{Name} was written by others {NextAttempt.Most} times in a row");
            }

            await NextAttempt.WaitAsync(attempt, TimeProvider.System, cancellationToken);
            list = await LoadAsync(store, cancellationToken);
            foreach (var change in changes.Values)
            {
                list.Put(change);
            }
        }
    }

    private async Task<bool> WriteAsync(IBlobStore store, RereadOptions options, CancellationToken cancellationToken)
    {
        var kept = Articles.OrderByDescending(article => article.Watch.MatchedAt).Take(options.Watched).OrderBy(article => article.Id, StringComparer.Ordinal).ToList();
        var content = PipelineJson.Zip(kept);
        return etag is null
            ? await store.CreateAsync(Name, content, cancellationToken)
            : await store.ReplaceAsync(Name, content, etag, cancellationToken) is not null;
    }
}

/// <param name="Id">The article's.</param>
/// <param name="Address">Where its page answered last.</param>
/// <param name="Version">Path of the version that is known, in the articles container.</param>
/// <param name="ETag">Of the page, as it was received.</param>
/// <param name="LastModified">Of the page, as it was received.</param>
public sealed record WatchedArticle(
    string Id, Uri Address, string Version, PageWatch Watch, string? ETag = null, string? LastModified = null);
