using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Monitor.Pipeline.Telemetry;

namespace Monitor.Pipeline.Runs;

/// <summary>
/// Runs one function once, under a time limit of its own: the Functions host cancels nothing, it kills the process. The report
/// is kept when the run is over; a run that fails is logged here, once, and fails towards whoever triggered it.
/// </summary>
public sealed partial class FunctionRunner(RunLog runs, TimeProvider clock, ILogger<FunctionRunner> logger)
{
    /// <summary>One minute short of functionTimeout in host.json.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(9);

    /// <param name="now">The instant that the trigger gives: the run's "now".</param>
    public async Task<RunReport> RunAsync(
        string function, DateTimeOffset now, Func<DateTimeOffset, CancellationToken, Task<RunReport>> run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var trace = Instruments.Traces.StartActivity($"run {function}");
        trace?.SetTag("monitor.function", function);
        var started = clock.GetTimestamp();
        try
        {
            var report = await run(now, either.Token);
            report = report with { Seconds = Math.Round(clock.GetElapsedTime(started).TotalSeconds, 3) };
            await runs.AddAsync(report, either.Token);
            trace?.SetTag("monitor.rules", report.RuleSet);
            Instruments.RunEnded(report);
            Log(report);
            return report;
        }
        catch (Exception e)
        {
            var seconds = clock.GetElapsedTime(started).TotalSeconds;
            trace?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            Instruments.RunFailed(function, seconds);
            RunFailed(function, now, seconds, LogText.WithoutAddresses(e.ToString()));
            throw;
        }
    }

    private void Log(RunReport report)
    {
        foreach (var note in report.Notes)
        {
            RunNoted(report.Function, LogText.WithoutAddresses(note));
        }

        RunDone(
            report.Function, report.StartedAt, report.Seconds, report.Poll?.FeedsRead ?? 0, report.Poll?.EntriesNew ?? 0,
            report.Messages?.Decided ?? 0, report.Messages?.Sent ?? 0, report.Messages?.Failed ?? 0);
    }

    [LoggerMessage(1001, LogLevel.Information, "{Function} of {StartedAt:O} took {Seconds} s: {FeedsRead} feeds read, {EntriesNew} entries new, {Decided} messages decided, {Sent} sent, {Failed} failed")]
    private partial void RunDone(string function, DateTimeOffset startedAt, double seconds, int feedsRead, int entriesNew, int decided, int sent, int failed);

    [LoggerMessage(1002, LogLevel.Warning, "{Function}: {Note}")]
    private partial void RunNoted(string function, string note);

    // The failure as text: an exception handed over whole is written whole, and what a file or a server said may stand in it.
    [LoggerMessage(1003, LogLevel.Error, "{Function} of {StartedAt:O} failed after {Seconds} s: {Failure}")]
    private partial void RunFailed(string function, DateTimeOffset startedAt, double seconds, string failure);
}
