using Monitor.Core.Topics;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.CheckHealth;

/// <summary>
/// What the rules did day by day, summed up from the polls' reports: state/rules.json. Each report is read once; how far they
/// are counted moves on in the same write (If-Match) as the counts.
/// </summary>
/// <param name="Until">Reports of runs that started by then are counted.</param>
/// <param name="Days">In order, at most <see cref="RuleDrift.KeptDays"/>.</param>
public sealed record RuleHistory(DateTimeOffset Until, IReadOnlyList<RuleDay> Days)
{
    private static readonly BlobName Name = new(Containers.State, "rules.json");

    /// <summary>A run writes its report when it ends, at most <see cref="FunctionRunner.TimeLimit"/> after it started.</summary>
    private static readonly TimeSpan Lag = FunctionRunner.TimeLimit + TimeSpan.FromMinutes(6);

    /// <summary>As much as one run catches up on.</summary>
    private static readonly TimeSpan Stride = TimeSpan.FromDays(2);

    /// <summary>Days that are over and counted whole.</summary>
    public IEnumerable<RuleDay> Whole => Days.Where(day => day.Date < DateOnly.FromDateTime(Until.UtcDateTime));

    /// <summary>Counts what was reported since. Null while there are more reports to catch up on, or where another run was faster.</summary>
    public static async Task<RuleHistory?> AdvanceAsync(IBlobStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var blob = await store.ReadAsync(Name, cancellationToken);
        var kept = blob is null
            ? new RuleHistory(now.AddDays(-RuleDrift.UsualDays), [])
            : PipelineJson.Read<RuleHistory>(blob.Content, Name);
        var latest = now - Lag;
        var to = latest - kept.Until > Stride ? kept.Until + Stride : latest;
        if (to <= kept.Until)
        {
            return kept;
        }

        var next = new RuleHistory(to, await SumAsync(kept, store, to, cancellationToken));
        var content = PipelineJson.Write(next);
        var isKept = blob is null
            ? await store.CreateAsync(Name, content, cancellationToken)
            : await store.ReplaceAsync(Name, content, blob.ETag, cancellationToken) is not null;
        return isKept && to == latest ? next : null;
    }

    private static async Task<IReadOnlyList<RuleDay>> SumAsync(
        RuleHistory kept, IBlobStore store, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var days = kept.Days.ToDictionary(day => day.Date);
        await foreach (var report in new RunLog(store).PollsBetweenAsync(kept.Until, to, cancellationToken))
        {
            if (report.Poll is { } poll)
            {
                var date = DateOnly.FromDateTime(report.StartedAt.UtcDateTime);
                var day = days.GetValueOrDefault(date) ?? new RuleDay(date, 0, new Dictionary<string, int>(), new Dictionary<string, int>());
                days[date] = day.With(
                    poll.EntriesNew, poll.Topics.Select(topic => KeyValuePair.Create(topic.Key, topic.Value.Central + topic.Value.Passing)), poll.Signals);
            }
        }

        var oldest = DateOnly.FromDateTime(to.UtcDateTime).AddDays(-RuleDrift.KeptDays);
        return [.. days.Values.Where(day => day.Date >= oldest).OrderBy(day => day.Date)];
    }
}
