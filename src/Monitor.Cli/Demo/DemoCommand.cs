using System.CommandLine;
using System.Diagnostics;
using Monitor.Adapters.Blobs;
using Monitor.Cli.LocalHost;
using Spectre.Console;

namespace Monitor.Cli.Demo;

/// <summary>
/// `monitor demo`: the whole main job on the sample morning. Storage, inbox and function app run as processes of their own; the
/// app is driven as the Functions host drives it; the morning always happens at its own date and hours.
/// </summary>
internal static class DemoCommand
{
    /// <summary>The port of the outlets. Addresses name it, and articles are known by their addresses, so it stays the same.</summary>
    private const int DefaultPort = 8501;

    public static Command Create()
    {
        var keep = new Option<bool>("--keep") { Description = "Leave everything running until Ctrl+C." };
        var fresh = new Option<bool>("--fresh") { Description = "Forget what earlier demos left behind." };
        var port = new Option<int>("--port") { Description = "The port of the sample outlets; another port is another set of addresses.", DefaultValueFactory = _ => DefaultPort };
        var folder = new Option<string>("--folder") { Description = "Where storage and inbox are kept.", DefaultValueFactory = _ => Path.Combine(WorkFolder.Work, "demo") };
        var command = new Command("demo", "Run the main job on a sample morning: feeds in, matches kept, mails in the inbox.") { keep, fresh, port, folder };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(keep), parsed.GetValue(fresh), parsed.GetValue(port), Path.GetFullPath(parsed.GetValue(folder)!), token));
        return command;
    }

    private static async Task<int> RunAsync(bool keep, bool fresh, int port, string folder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        void Say(string line) => AnsiConsole.MarkupLineInterpolated($"[grey]{clock.Elapsed.TotalSeconds,6:0.0} s[/]  {line}");

        var day = SampleDay.Read(Path.Combine(WorkFolder.Seeds, "demo"));
        if (fresh && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (!Ports.IsFree(port))
        {
            throw new LocalHostException($"port {port} is taken; the sample outlets need it: end what listens there, or choose another with --port and --fresh");
        }

        await using var laptop = await Laptop.StartAsync(folder, Say, cancellationToken);
        await using var outlets = await Outlets.StartAsync(day, port, cancellationToken);
        Say($"{day.Outlets.Count} outlets of {day.FirstPoll:d MMMM yyyy} publish on port {port}");
        await laptop.DeployAsync(DemoFiles.Of(day, port), cancellationToken);
        var settings = laptop.Settings(DemoFiles.Settings);
        await using var host = await FunctionsHost.StartAsync(
            WorkFolder.FunctionApp, settings, Path.Combine(laptop.LogFolder, "function-app.log"), cancellationToken);
        Say($"the function app is ready ({host.Manifest.Functions.Count} functions)");

        var morning = new DemoMorning(host, Say);
        await morning.RunAsync(day, outlets, cancellationToken);
        var store = BlobRegistration.Open(new BlobOptions { ConnectionString = laptop.Azurite.ConnectionString });
        var result = await DemoResult.GatherAsync(morning, store, laptop.Inbox, day, cancellationToken);
        var digest = await DemoFiles.SaveDigestAsync(store, folder, cancellationToken);
        DemoTable.Show(result, clock.Elapsed, laptop, host.LogFile, folder, digest);
        if (keep)
        {
            Laptop.Publish(settings);
            AnsiConsole.MarkupLine("Everything stays up until Ctrl+C.");
            await UntilStoppedAsync(cancellationToken);
        }

        return result.IsComplete ? 0 : 1;
    }

    private static async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // That is how it is meant to end.
        }
    }
}
