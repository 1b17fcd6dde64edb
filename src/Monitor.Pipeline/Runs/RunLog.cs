using System.Globalization;
using System.Runtime.CompilerServices;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Runs;

/// <summary>The reports of all runs, by the instant they started at.</summary>
public sealed class RunLog(IBlobStore store)
{
    /// <summary>Keeps the report. A run of the same second and name that is kept already stays; this one is filed beside it.</summary>
    public async Task AddAsync(RunReport report, CancellationToken cancellationToken)
    {
        var content = PipelineJson.Write(report);
        var stem = $"{Stem(report.StartedAt)}-{report.Function}";
        var name = stem;
        for (var again = 2; !await store.CreateAsync(new BlobName(Containers.Runs, $"{name}.json"), content, cancellationToken); again++)
        {
            name = $"{stem}-{again}";
        }
    }

    /// <summary>Reports of one function's runs that started after <paramref name="from"/> and not after <paramref name="to"/>, in order.</summary>
    public async IAsyncEnumerable<RunReport> BetweenAsync(
        string function, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = (Stem(from), Stem(to));
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= DateOnly.FromDateTime(to.UtcDateTime); day = day.AddDays(1))
        {
            var folder = day.ToString("yyyy/MM/dd/", CultureInfo.InvariantCulture);
            await foreach (var listed in store.ListAsync(Containers.Runs, folder, cancellationToken))
            {
                var name = new BlobName(Containers.Runs, listed.Path);
                // The name says when the run started, to the second: what is outside is not read.
                if (listed.Path.Contains($"-{function}", StringComparison.Ordinal)
                    && string.CompareOrdinal(listed.Path, 0, first, 0, first.Length) >= 0
                    && string.CompareOrdinal(listed.Path, 0, last, 0, last.Length) <= 0
                    && await store.ReadAsync(name, cancellationToken) is { } blob
                    && PipelineJson.Read<RunReport>(blob.Content, name) is { } report
                    && report.StartedAt > from && report.StartedAt <= to)
                {
                    yield return report;
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

    private static string Stem(DateTimeOffset startedAt) => startedAt.UtcDateTime.ToString("yyyy/MM/dd/HHmmss", CultureInfo.InvariantCulture);
}
