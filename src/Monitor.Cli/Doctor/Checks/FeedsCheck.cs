using System.Runtime.CompilerServices;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>How the feeds are doing, by what the polls have left of them.</summary>
internal sealed class FeedsCheck : ICheck
{
    private const string Check = "feeds";
    private const int MostNamed = 4;

    public string Name => Check;

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (patient.Store is not { } store || patient.Following is not { } following)
        {
            yield break;
        }

        var layout = await ShardLayout.LoadAsync(store, cancellationToken);
        var healths = await layout.RecordsAsync(store, following.Feeds, cancellationToken)
            .Select(known => known.Record.Health(known.Feed, following.Desk.Zone))
            .ToListAsync(cancellationToken);
        var troubled = healths.Where(health => health.State != FeedState.Working).ToList();
        var never = healths.Count(health => health.Outcome.Length == 0);
        if (troubled.Count == 0)
        {
            yield return Finding.Ok(Check, $"{healths.Count} followed, none in trouble{(never > 0 ? $", {never} not asked yet" : "")}");
            yield break;
        }

        var named = string.Join("; ", troubled.Take(MostNamed).Select(Described)) + (troubled.Count > MostNamed ? $"; and {troubled.Count - MostNamed} more" : "");
        yield return troubled.Count == healths.Count
            ? Finding.Fault(Check, $"all {healths.Count} are in trouble: {named}", "look at the way out to the web first; then `monitor feeds check`")
            : Finding.Warning(Check, $"{troubled.Count} of {healths.Count} are in trouble: {named}", "run `monitor feeds list`, and correct feeds.opml where one has moved or is gone");
    }

    private static string Described(FeedHealth health) => $"{health.Name} is {health.State.ToString().ToLowerInvariant()}{(health.Detail.Length > 0 ? $" ({health.Detail})" : "")}";
}
