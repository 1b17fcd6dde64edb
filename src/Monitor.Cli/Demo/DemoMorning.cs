using System.Text.Json.Nodes;
using Monitor.Cli.Commands;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Demo;

/// <summary>The timers of the sample morning, fired one after the other, and what each run reported.</summary>
internal sealed class DemoMorning(FunctionsHost host, Action<string> say)
{
    private readonly List<JsonNode> reports = [];

    public IReadOnlyList<JsonNode> Reports => reports;

    /// <summary>
    /// A poll; a second one later in the morning, whose alerts go out when their window is over; the digest; a third poll, with a
    /// correction and a follow-up to what was told; and the sending in between and at the end.
    /// </summary>
    public async Task RunAsync(SampleDay day, Outlets outlets, CancellationToken cancellationToken)
    {
        outlets.Poll = 1;
        await FireAsync("PollFeeds", day.FirstPoll, cancellationToken);
        await FireAsync("SendMessages", day.FirstPoll.AddMinutes(1), cancellationToken);
        outlets.Poll = 2;
        await FireAsync("PollFeeds", day.SecondPoll, cancellationToken);
        await FireAsync("SendMessages", day.SecondPoll.AddMinutes(11), cancellationToken);
        await FireAsync("SendDigests", day.Digest, cancellationToken);
        await FireAsync("CheckHealth", day.Digest.AddMinutes(5), cancellationToken);
        await FireAsync("SendMessages", day.Digest.AddMinutes(6), cancellationToken);
        if (day.ThirdPoll is { } third)
        {
            outlets.Poll = 3;
            await FireAsync("PollFeeds", third, cancellationToken);
            await FireAsync("SendMessages", third.AddMinutes(1), cancellationToken);
            await FireAsync("SendMessages", third.AddMinutes(11), cancellationToken);
        }
    }

    private async Task FireAsync(string function, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var answer = await host.FireAsync(function, at, cancellationToken);
        if (!answer.Succeeded || answer.Body?["report"] is not { } report)
        {
            throw new LocalHostException($"{function} failed: {answer.Error}; see {host.LogFile}");
        }

        reports.Add(report);
        say($"{at:HH:mm} UTC  {RunSummary.Of(function, report)}");
    }

    /// <summary>The sum of a count over all runs, such as poll/entriesNew.</summary>
    public int Sum(string part, string count) => reports.Sum(report => report[part]?[count]?.GetValue<int>() ?? 0);
}
