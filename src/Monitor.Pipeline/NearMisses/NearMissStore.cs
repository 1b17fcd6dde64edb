using System.Globalization;
using System.Runtime.CompilerServices;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.NearMisses;

/// <summary>
/// What fell short by one signal: articles/near-misses/yyyy/MM/dd/{what it holds}.json by the UTC day of the run, one document a
/// run that has any. The name follows from the articles, so that a run that is repeated writes nothing twice.
/// </summary>
public sealed class NearMissStore(IBlobStore store)
{
    public async Task AddAsync(IReadOnlyList<KeptNearMiss> misses, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (misses.Count > 0)
        {
            var name = MessageId.From([.. misses.Select(miss => miss.Lot)]);
            await store.CreateAsync(
                new BlobName(Containers.Articles, $"{Folder(now.UtcDateTime)}{name}.json"), PipelineJson.Write(misses), cancellationToken);
        }
    }

    /// <summary>Near misses seen after <paramref name="from"/> and not after <paramref name="to"/>, each article once a topic, by day.</summary>
    public async IAsyncEnumerable<KeptNearMiss> SeenBetweenAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new HashSet<(string, string)>();
        for (var day = from.UtcDateTime.Date; day <= to.UtcDateTime.Date; day = day.AddDays(1))
        {
            await foreach (var listed in store.ListAsync(Containers.Articles, Folder(day), cancellationToken))
            {
                var name = new BlobName(Containers.Articles, listed.Path);
                if (await store.ReadAsync(name, cancellationToken) is not { } blob)
                {
                    continue;
                }

                foreach (var miss in PipelineJson.Read<List<KeptNearMiss>>(blob.Content, name))
                {
                    if (miss.SeenAt > from && miss.SeenAt <= to && known.Add((miss.Miss.Topic, miss.Article)))
                    {
                        yield return miss;
                    }
                }
            }
        }
    }

    private static string Folder(DateTime utc) => utc.ToString("'near-misses/'yyyy/MM/dd/", CultureInfo.InvariantCulture);
}
