namespace Monitor.Pipeline.Storage;

/// <summary>
/// Named documents with the two conditions that everything here rests on: create once, and replace only what was read.
/// A refused condition is an outcome; anything else that storage does wrong reaches the caller as an exception.
/// </summary>
public interface IBlobStore
{
    /// <summary>The blob's bytes and its ETag; null where there is none.</summary>
    Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>Writes the blob where there is none yet (If-None-Match: *). False where there is one: it is left as it is.</summary>
    Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Writes over the version that was read (If-Match). Null where somebody else wrote in between; otherwise the new ETag.</summary>
    Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken);

    /// <summary>Creates the blob with a label that a listing shows (<see cref="ListedBlob.Label"/>): what is to be sorted out need not be read.</summary>
    /// <param name="label">Printable ASCII, at most 100 characters.</param>
    Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, string label, CancellationToken cancellationToken);

    /// <summary>Replaces the blob and its label.</summary>
    Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, string label, CancellationToken cancellationToken);

    /// <summary>Deletes the blob; a blob that is gone already is no error.</summary>
    Task DeleteAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>The blobs whose path starts with the prefix, in order of path.</summary>
    IAsyncEnumerable<ListedBlob> ListAsync(string container, string prefix, CancellationToken cancellationToken);
}

public readonly record struct BlobName(string Container, string Path)
{
    public override string ToString() => $"{Container}/{Path}";
}

public sealed record StoredBlob(ReadOnlyMemory<byte> Content, string ETag);

/// <param name="Label">What it was labelled with when it was last written; null where it was not.</param>
public sealed record ListedBlob(string Path, string ETag, string? Label = null);

/// <summary>The containers of the storage account.</summary>
public static class Containers
{
    public const string Config = "config";
    public const string State = "state";
    public const string Articles = "articles";
    public const string Snapshots = "snapshots";
    public const string Stories = "stories";
    public const string Outbox = "outbox";
    public const string Digests = "digests";
    public const string Runs = "runs";

    public static IReadOnlyList<string> All { get; } =
        [Config, State, Articles, Snapshots, Stories, Outbox, Digests, Runs];
}
