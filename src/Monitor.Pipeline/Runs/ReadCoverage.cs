using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Runs;

/// <summary>What was read in a window of time: the polls' reports added up, and how the feeds are doing now.</summary>
internal sealed class ReadCoverage(IBlobStore store, RunLog runs)
{
    public async Task<DigestCoverage> RunAsync(Following following, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        var (entries, pages) = (0, 0);
        await foreach (var run in runs.PollsBetweenAsync(from, to, cancellationToken))
        {
            read.UnionWith(run.Feeds.Where(visit => visit.Outcome is "read" or "unchanged").Select(visit => visit.Feed));
            entries += run.Poll?.EntriesNew ?? 0;
            pages += run.Poll?.PagesRead ?? 0;
        }

        var layout = await ShardLayout.LoadAsync(store, cancellationToken);
        var troubles = await layout.RecordsAsync(store, following.Feeds, cancellationToken)
            .Select(known => known.Record.Health(known.Feed, following.Desk.Zone))
            .Where(health => health.State != FeedState.Working)
            .Select(health => new FeedTrouble(health.Name, health.State, health.Since, health.Detail))
            .ToListAsync(cancellationToken);
        return new DigestCoverage(
            following.Feeds.Count(feed => read.Contains(feed.Id)), following.Feeds.Count, entries, pages, troubles);
    }
}
