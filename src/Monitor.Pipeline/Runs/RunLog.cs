using System.Globalization;
using System.Runtime.CompilerServices;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Runs;

/// <summary>The reports of all runs, by the instant they started at.</summary>
public sealed class RunLog(IBlobStore store)
{
    private const int ReadAtOnce = 16;

    /// <summary>Keeps the report. A run of the same second and name that is kept already stays; this one is filed beside it.</summary>
    public async Task AddAsync(RunReport report, CancellationToken cancellationToken)
    {
        var content = PipelineJson.Write(report);
        var stem = $"{Stem(report.StartedAt)}-{report.Function}{(report.Part is { } part ? $"-{part}" : "")}";
        var name = stem;
        for (var again = 2; !await store.CreateAsync(new BlobName(Containers.Runs, $"{name}.json"), content, cancellationToken); again++)
        {
            name = $"{stem}-{again}";
        }
    }

    /// <summary>Reports of one function's runs that started after <paramref name="from"/> and not after <paramref name="to"/>, in order.</summary>
    public IAsyncEnumerable<RunReport> BetweenAsync(
        string function, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        BetweenAsync([function], from, to, cancellationToken);

    /// <summary>The reports of all that read feeds, as <see cref="BetweenAsync(string, DateTimeOffset, DateTimeOffset, CancellationToken)"/>: a round may have several.</summary>
    public IAsyncEnumerable<RunReport> PollsBetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        BetweenAsync([PollFeeds.PollFeeds.Name, PollShard.PollShard.Name], from, to, cancellationToken);

    private async IAsyncEnumerable<RunReport> BetweenAsync(
        string[] functions, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = (Stem(from), Stem(to));
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= DateOnly.FromDateTime(to.UtcDateTime); day = day.AddDays(1))
        {
            var folder = day.ToString("yyyy/MM/dd/", CultureInfo.InvariantCulture);
            // The name says when the run started, to the second: what is outside is not read.
            var names = store.ListAsync(Containers.Runs, folder, cancellationToken)
                .Select(listed => new BlobName(Containers.Runs, listed.Path))
                .Where(name => functions.Any(function => name.Path.Contains($"-{function}", StringComparison.Ordinal))
                    && string.CompareOrdinal(name.Path, 0, first, 0, first.Length) >= 0
                    && string.CompareOrdinal(name.Path, 0, last, 0, last.Length) <= 0);
            // A day of many shards has thousands: they are waited for together, and few are in memory.
            await foreach (var some in names.Chunk(ReadAtOnce).WithCancellation(cancellationToken))
            {
                foreach (var report in await Task.WhenAll(some.Select(name => ReadAsync(name, cancellationToken))))
                {
                    if (report is not null && report.StartedAt > from && report.StartedAt <= to)
                    {
                        yield return report;
                    }
                }
            }
        }
    }

    /// <summary>The last run of a function that has reported by <paramref name="now"/>; null where none has in so many days.</summary>
    public async Task<RunReport?> LatestAsync(string function, DateTimeOffset now, int days, CancellationToken cancellationToken)
    {
        for (var back = 0; back <= days; back++)
        {
            var folder = now.UtcDateTime.AddDays(-back).ToString("yyyy/MM/dd/", CultureInfo.InvariantCulture);
            ListedBlob? last = null;
            await foreach (var listed in store.ListAsync(Containers.Runs, folder, cancellationToken))
            {
                last = listed.Path.Contains($"-{function}", StringComparison.Ordinal) && string.CompareOrdinal(listed.Path, $"{Stem(now)}~") <= 0 ? listed : last;
            }

            if (last is not null && await store.ReadAsync(new BlobName(Containers.Runs, last.Path), cancellationToken) is { } blob)
            {
                return PipelineJson.Read<RunReport>(blob.Content, new BlobName(Containers.Runs, last.Path));
            }
        }

        return null;
    }

    private async Task<RunReport?> ReadAsync(BlobName name, CancellationToken cancellationToken) =>
        await store.ReadAsync(name, cancellationToken) is { } blob ? PipelineJson.Read<RunReport>(blob.Content, name) : null;

    private static string Stem(DateTimeOffset startedAt) => startedAt.UtcDateTime.ToString("yyyy/MM/dd/HHmmss", CultureInfo.InvariantCulture);
}
