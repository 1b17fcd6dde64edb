using System.Text.Json.Nodes;
using Monitor.Cli.Commands;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Demo;

/// <summary>The timers of the sample morning, fired one after the other, and what each run reported.</summary>
internal sealed class DemoMorning(FunctionsHost host, Action<string> say)
{
    private readonly List<JsonNode> reports = [];

    public IReadOnlyList<JsonNode> Reports => reports;

    public async Task FireAsync(string function, DateTimeOffset at, CancellationToken cancellationToken)
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
