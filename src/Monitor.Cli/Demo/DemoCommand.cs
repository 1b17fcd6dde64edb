using System.CommandLine;
using System.Diagnostics;
using System.Xml.Linq;
using Monitor.Adapters.Blobs;
using Monitor.Cli.LocalHost;
using Monitor.Pipeline.Configuration;
using Spectre.Console;

namespace Monitor.Cli.Demo;

/// <summary>
/// `monitor demo`: the whole main job on the sample morning. Storage, inbox and function app run as processes of their own; the
/// app is driven as the Functions host drives it; the morning always happens at its own date and hours.
/// </summary>
internal static class DemoCommand
{
    /// <summary>The port of the outlets. Addresses name it, and articles are known by their addresses, so it stays the same.</summary>
    private const int OutletsPort = 8501;

    public static Command Create()
    {
        var keep = new Option<bool>("--keep") { Description = "Leave everything running until Ctrl+C." };
        var fresh = new Option<bool>("--fresh") { Description = "Forget what earlier demos left in .monitor/demo." };
        var command = new Command("demo", "Run the main job on a sample morning: feeds in, matches kept, mails in the inbox.") { keep, fresh };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(keep), parsed.GetValue(fresh), token));
        return command;
    }

    private static async Task<int> RunAsync(bool keep, bool fresh, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        void Say(string line) => AnsiConsole.MarkupLineInterpolated($"[grey]{clock.Elapsed.TotalSeconds,6:0.0} s[/]  {line}");

        var day = SampleDay.Read(Path.Combine(WorkFolder.Seeds, "demo"));
        var folder = Path.Combine(WorkFolder.Work, "demo");
        if (fresh && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (!Ports.IsFree(OutletsPort))
        {
            throw new LocalHostException($"port {OutletsPort} is taken; the sample outlets need it: end what listens there, then run the demo again");
        }

        await using var laptop = await Laptop.StartAsync(folder, Say, cancellationToken);
        await using var outlets = await Outlets.StartAsync(day, OutletsPort, cancellationToken);
        Say($"{day.Outlets.Count} outlets of {day.FirstPoll:d MMMM yyyy} publish on port {OutletsPort}");
        await laptop.DeployAsync(
            SeedFiles.Read(WorkFolder.Seeds, new Dictionary<string, string> { [ConfigFiles.FeedsPath] = Opml(day) }), cancellationToken);

        var settings = laptop.Settings(new Dictionary<string, string>
        {
            ["Monitor__Http__AllowLoopback"] = "true",
            ["Monitor__Http__PausePerHost"] = "00:00:00.020",
            ["Monitor__Http__Contact"] = "desk@example.org",
        });
        await using var host = await FunctionsHost.StartAsync(
            WorkFolder.FunctionApp, settings, Path.Combine(laptop.LogFolder, "function-app.log"), cancellationToken);
        Laptop.Publish(settings);
        Say($"the function app is ready ({host.Manifest.Functions.Count} functions)");

        var morning = new DemoMorning(host, Say);
        await morning.FireAsync("PollFeeds", day.FirstPoll, cancellationToken);
        await morning.FireAsync("SendMessages", day.FirstPoll.AddMinutes(1), cancellationToken);
        outlets.IsSecondPoll = true;
        await morning.FireAsync("PollFeeds", day.SecondPoll, cancellationToken);
        await morning.FireAsync("SendMessages", day.SecondPoll.AddMinutes(1), cancellationToken);
        await morning.FireAsync("SendDigests", day.Digest, cancellationToken);
        await morning.FireAsync("CheckHealth", day.Digest.AddMinutes(5), cancellationToken);
        await morning.FireAsync("SendMessages", day.Digest.AddMinutes(6), cancellationToken);

        var store = BlobRegistration.Open(new BlobOptions { ConnectionString = laptop.Azurite.ConnectionString });
        var result = await DemoResult.GatherAsync(morning, store, laptop.Inbox, folder, day, cancellationToken);
        result.Show(clock.Elapsed, laptop, host.LogFile, folder);
        if (keep)
        {
            AnsiConsole.MarkupLine("Everything stays up until Ctrl+C.");
            await UntilStoppedAsync(cancellationToken);
        }

        return result.IsComplete ? 0 : 1;
    }

    private static string Opml(SampleDay day)
    {
        XNamespace none = "";
        var outlines = day.Outlets.Select(outlet => new XElement(
            none + "outline",
            new XAttribute("type", "rss"),
            new XAttribute("id", outlet.Id),
            new XAttribute("text", outlet.Name),
            new XAttribute("outlet", outlet.Name),
            new XAttribute("country", outlet.Country),
            new XAttribute("readPages", outlet.ReadPages ? "true" : "false"),
            new XAttribute("xmlUrl", Outlets.Origin(outlet, OutletsPort) + outlet.Feed.Path)));
        return new XElement("opml", new XAttribute("version", "2.0"), new XElement("head", new XElement("title", "Sample day")), new XElement("body", outlines)).ToString();
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
