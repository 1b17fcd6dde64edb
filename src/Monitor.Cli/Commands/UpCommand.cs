using System.CommandLine;
using Monitor.Cli.LocalHost;
using NCrontab;
using Spectre.Console;

namespace Monitor.Cli.Commands;

/// <summary>
/// `monitor up`: the real feeds on this machine. Storage, inbox and function app as in the demo; the functions are fired on
/// their schedules until it is stopped, and what every feed answers is shown as it happens.
/// </summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var seeds = new Option<string>("--seeds") { Description = "Folder with feeds.opml, desk.yaml and topics/.", DefaultValueFactory = _ => WorkFolder.Seeds };
        var command = new Command("up", "Follow the feeds of seeds/feeds.opml on this machine until stopped.") { seeds };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(seeds)!, token));
        return command;
    }

    private static async Task<int> RunAsync(string seeds, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(WorkFolder.Work, "up");
        var files = SeedFiles.Read(seeds);
        files.RefuseBad();
        await using var laptop = await Laptop.StartAsync(folder, Say, cancellationToken);
        await laptop.DeployAsync(files, cancellationToken);
        var settings = laptop.Settings(new Dictionary<string, string> { ["Monitor__Http__Contact"] = files.Load().Following!.Desk.Contact });
        await using var host = await FunctionsHost.StartAsync(
            WorkFolder.FunctionApp, settings, Path.Combine(laptop.LogFolder, "function-app.log"), cancellationToken, ShowFeed);
        Laptop.Publish(settings);
        Say($"the function app is ready; the inbox is at {laptop.Inbox.WebPage}; stop with Ctrl+C");
        try
        {
            // Nobody wants to wait for the first tick.
            await FireAsync(host, "PollFeeds", DateTimeOffset.UtcNow, cancellationToken);
            var queues = host.Manifest.Queues.Select(function =>
                new QueueListener(host, function, laptop.Azurite.QueueConnectionString, () => DateTimeOffset.UtcNow)
                    .RunAsync(handed => Show(host, function.Name, handed.Answer), cancellationToken));
            await Task.WhenAll(host.Manifest.Functions.Select(function => FollowScheduleAsync(host, function, cancellationToken)).Concat(queues));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Say("stopped");
        }

        return 0;
    }

    // One function never runs twice at a time; different ones run side by side.
    private static async Task FollowScheduleAsync(FunctionsHost host, TimerFunction function, CancellationToken cancellationToken)
    {
        var schedule = CrontabSchedule.Parse(function.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        while (true)
        {
            var now = DateTimeOffset.UtcNow;
            var next = new DateTimeOffset(schedule.GetNextOccurrence(now.UtcDateTime), TimeSpan.Zero);
            await Task.Delay(next - now, cancellationToken);
            await FireAsync(host, function.Name, next, cancellationToken);
        }
    }

    private static async Task FireAsync(FunctionsHost host, string function, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (host.HasExited)
        {
            throw new LocalHostException($"the function app has ended; see {host.LogFile}");
        }

        Show(host, function, await host.FireAsync(function, at, cancellationToken));
    }

    /// <param name="answer">Null where none came.</param>
    private static void Show(FunctionsHost host, string function, FunctionAnswer? answer)
    {
        if (answer is null)
        {
            throw new LocalHostException($"the function app has ended; see {host.LogFile}");
        }

        if (!answer.Succeeded)
        {
            Say($"{function} failed: {answer.Error}");
        }
        else if (answer.Body?["report"] is { } report && (function is "PollFeeds" or "PollShard" || report["messages"]?["decided"]?.GetValue<int>() > 0 || report["messages"]?["sent"]?.GetValue<int>() > 0))
        {
            Say(RunSummary.Of(function, report));
        }
    }

    private static void ShowFeed(string line)
    {
        if (line.IndexOf("] feed ", StringComparison.Ordinal) is var at and >= 0)
        {
            Say(line[(at + 2)..]);
        }
    }

    private static void Say(string line) => AnsiConsole.MarkupLineInterpolated($"[grey]{DateTime.Now:HH:mm:ss}[/]  {line}");
}
