using System.Text.RegularExpressions;
using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.Core.Text;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>The sample morning with a collector: what leaves as log lines, traces and metrics, and what never does.</summary>
public partial class TelemetryTests(TestLaptop laptop)
{
    private static readonly SampleDay Day = SampleDay.Read(Path.Combine(WorkFolder.Seeds, "demo"));

    [Fact]
    public async Task A_whole_morning_is_measured_and_no_address_text_or_token_leaves()
    {
        await laptop.ClearAsync();
        var lines = new List<string>();
        await using var collector = await Collector.StartAsync();
        var port = Ports.Free();
        await using var outlets = await Outlets.StartAsync(Day, port, CancellationToken.None);
        await laptop.Running.DeployAsync(DemoFiles.Of(Day, port), CancellationToken.None);
        var settings = laptop.Running.Settings(DemoFiles.Settings);
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Endpoint.AbsoluteUri;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        await using (var host = await FunctionsHost.StartAsync(WorkFolder.FunctionApp, settings, Path.Combine(laptop.Folder, "telemetry.log"), CancellationToken.None, Keep))
        {
            await new DemoMorning(host, _ => { }).RunAsync(Day, outlets, CancellationToken.None);
            await SpoilAsync();
            var failed = await host.FireAsync("PollFeeds", Day.Digest.AddHours(1), CancellationToken.None);
            failed.Succeeded.ShouldBeFalse();
            failed.Error.ShouldContain("https://somewhere.example.org");
        }

        foreach (var name in (string[])["monitor.runs", "monitor.run.duration", "monitor.feeds.visited", "monitor.feeds", "monitor.entries", "monitor.pages", "monitor.matches", "monitor.messages", "deportation-501"])
        {
            collector.Received.ShouldContain(sent => sent.Path == "/v1/metrics" && sent.Body.Contains(name, StringComparison.Ordinal), name);
        }

        foreach (var name in (string[])["run PollFeeds", "run SendDigests", "read gists", "send message"])
        {
            collector.Received.ShouldContain(sent => sent.Path == "/v1/traces" && sent.Body.Contains(name, StringComparison.Ordinal), name);
        }

        List<string> left;
        lock (lines)
        {
            left = [.. lines];
        }

        foreach (var id in (string[])["[1001]", "[1002]", "[1003]", "[1101]", "[1102]", "[1301]"])
        {
            left.ShouldContain(line => line.Contains(id, StringComparison.Ordinal), id);
        }

        left.AddRange(collector.Received.Select(sent => sent.Body));
        await NothingLeavesAsync(left);

        void Keep(string line)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }

    // Files that name addresses where there should be none, and no good set from before.
    private async Task SpoilAsync()
    {
        var desk = new BlobName(Containers.Config, "desk.yaml");
        await laptop.Store.DeleteAsync(new BlobName(Containers.State, "config.json"), CancellationToken.None);
        await laptop.Store.DeleteAsync(desk, CancellationToken.None);
        await laptop.Store.CreateAsync(desk, "zone: https://somewhere.example.org\ncontact: ana@example.org\n"u8.ToArray(), CancellationToken.None);
    }

    private async Task NothingLeavesAsync(List<string> left)
    {
        var articles = await new ArticleArchive(laptop.Store).AllAsync(CancellationToken.None);
        articles.Count.ShouldBeGreaterThan(10);
        var texts = articles.Select(archived => archived.Article.Document)
            .SelectMany(document => new[] { document.Title }.Concat(Sentences.Split(document.Text).Select(sentence => document.Text.Substring(sentence.Start, sentence.Length))))
            .Where(text => text.Length > 20).Distinct().ToList();
        var key = Azurite.ConnectionStringOn(1).Split("AccountKey=")[1].Split(';')[0];

        left.Where(line => WebAddress().IsMatch(line)).ShouldBeEmpty();
        left.Where(line => MailAddress().IsMatch(line)).ShouldBeEmpty();
        left.Where(line => line.Contains(key, StringComparison.Ordinal)).ShouldBeEmpty();
        (from line in left from text in texts where line.Contains(text, StringComparison.Ordinal) select text).ShouldBeEmpty();
    }

    // What OpenTelemetry says of its own format is no address of ours.
    [GeneratedRegex("https?://(?!opentelemetry\\.io/schemas/)")]
    private static partial Regex WebAddress();

    [GeneratedRegex("[A-Za-z0-9]@[A-Za-z0-9-]+\\.[A-Za-z]")]
    private static partial Regex MailAddress();
}
