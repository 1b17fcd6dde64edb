using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Monitor.Core.Digests;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Archive;

/// <summary>
/// Every version of every article that matched, and the bytes it was read from: articles/yyyy/MM/dd/{article}/{version}.json
/// by the UTC day it was seen, and snapshots/{sha256}.html.gz by content. Beside the versions stands what became of their page
/// (<see cref="PageFate"/>).
/// </summary>
public sealed class ArticleArchive(IBlobStore store)
{
    /// <summary>Keeps the page as it was received. Returns the hex SHA-256 of its bytes, before compression.</summary>
    public async Task<string> AddSnapshotAsync(ReadOnlyMemory<byte> page, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(page.Span));
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(page, cancellationToken);
        }

        await store.CreateAsync(
            new BlobName(Containers.Snapshots, $"{hash}.html.gz"), packed.GetBuffer().AsMemory(0, (int)packed.Length), cancellationToken);
        return hash;
    }

    /// <summary>The page as it was received; null where the snapshot is gone or damaged.</summary>
    public async Task<byte[]?> ReadSnapshotAsync(string hash, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(new BlobName(Containers.Snapshots, $"{hash}.html.gz"), cancellationToken) is not { } blob)
        {
            return null;
        }

        using var packed = new MemoryStream(blob.Content.ToArray());
        await using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var page = new MemoryStream();
        try
        {
            await gzip.CopyToAsync(page, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return page.ToArray();
    }

    /// <summary>Keeps this version of the article. False where it is kept already.</summary>
    public Task<bool> AddAsync(ArchivedArticle archived, CancellationToken cancellationToken) =>
        store.CreateAsync(new BlobName(Containers.Articles, PathOf(archived.Article)), PipelineJson.Write(archived), cancellationToken);

    /// <summary>Where a version is kept, in the articles container.</summary>
    public static string PathOf(MatchedArticle article) => $"{Folder(article.SeenAt)}{article.Id}/{article.Version}.json";

    /// <summary>The version at a path; null where there is none.</summary>
    public async Task<ArchivedArticle?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = new BlobName(Containers.Articles, path);
        return await store.ReadAsync(name, cancellationToken) is { } blob ? PipelineJson.Read<ArchivedArticle>(blob.Content, name) : null;
    }

    /// <summary>Keeps what became of the page, beside the version at the path. False where it is kept already.</summary>
    public Task<bool> AddAsync(PageFate fate, string path, CancellationToken cancellationToken)
    {
        var since = fate.MissingSince.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var name = $"{path[..(path.LastIndexOf('/') + 1)]}{(fate.IsRemoved ? "removed" : "returned")}-{since}.json";
        return store.CreateAsync(new BlobName(Containers.Articles, name), PipelineJson.Write(fate), cancellationToken);
    }

    /// <summary>
    /// Versions that were first seen after <paramref name="from"/> and not after <paramref name="to"/>. A step that ran again
    /// past midnight files a version a second time; the day before is looked at too, so that the earliest filing counts.
    /// </summary>
    public async IAsyncEnumerable<ArchivedArticle> SeenBetweenAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new HashSet<(string, string)>();
        for (var day = from.UtcDateTime.Date.AddDays(-1); day <= to.UtcDateTime.Date; day = day.AddDays(1))
        {
            await foreach (var listed in store.ListAsync(Containers.Articles, Folder(day), cancellationToken))
            {
                var name = new BlobName(Containers.Articles, listed.Path);
                if (IsVersion(listed.Path)
                    && await store.ReadAsync(name, cancellationToken) is { } blob
                    && PipelineJson.Read<ArchivedArticle>(blob.Content, name) is { } archived
                    && known.Add((archived.Article.Id, archived.Article.Version))
                    && archived.Article.SeenAt > from && archived.Article.SeenAt <= to)
                {
                    yield return archived;
                }
            }
        }
    }

    /// <summary>Every version, the earliest filing of each, in order of first sight.</summary>
    public async Task<IReadOnlyList<ArchivedArticle>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<ArchivedArticle>();
        await foreach (var listed in store.ListAsync(Containers.Articles, "", cancellationToken))
        {
            var name = new BlobName(Containers.Articles, listed.Path);
            if (IsVersion(listed.Path) && await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                all.Add(PipelineJson.Read<ArchivedArticle>(blob.Content, name));
            }
        }

        return [.. all.OrderBy(archived => archived.Article.SeenAt).DistinctBy(archived => (archived.Article.Id, archived.Article.Version))];
    }

    // Beside the folders of the years the container holds what fell short of a match, and beside the versions what became of pages.
    private static bool IsVersion(string path) =>
        char.IsAsciiDigit(path[0]) && path.AsSpan(path.LastIndexOf('/') + 1) is var file && !file.StartsWith("removed-") && !file.StartsWith("returned-");

    private static string Folder(DateTimeOffset seenAt) => Folder(seenAt.UtcDateTime);

    private static string Folder(DateTime utc) => utc.ToString("yyyy/MM/dd/", CultureInfo.InvariantCulture);
}

/// <summary>A matched article with where it came from: what did we know, when, and why did it fire.</summary>
/// <param name="EntryId">The entry's own identifier in its feed.</param>
/// <param name="Page">The page it was read from; null where the feed alone was read.</param>
/// <param name="PageProblem">Why the page was not read, where it should have been.</param>
public sealed record ArchivedArticle(
    MatchedArticle Article,
    string? EntryId,
    DateTimeOffset? Modified,
    string? Language,
    bool Partial,
    PageRecord? Page,
    string? PageProblem);

/// <param name="Url">After redirects.</param>
/// <param name="Snapshot">Hex SHA-256 of the bytes: the snapshot's name.</param>
/// <param name="Headers">The response's headers.</param>
public sealed record PageRecord(string Url, DateTimeOffset FetchedAt, string Snapshot, IReadOnlyDictionary<string, string> Headers);
