using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Monitor.Pipeline.Telemetry;

namespace Monitor.House.Tests;

/// <summary>docs/telemetry.md and the code name the same metrics and the same log lines.</summary>
public class TelemetryPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "telemetry.md"));

    [Fact]
    public void Every_metric_has_its_row_and_every_row_its_metric() => Rows("metric").Select(row => (row[0], row[1], row[2])).ShouldBe(Metrics(), ignoreOrder: true);

    [Fact]
    public void Every_row_of_a_metric_says_what_to_do_about_it() =>
        Rows("metric").Where(row => row[4].Split(". ", StringSplitOptions.RemoveEmptyEntries).Length < 2).Select(row => row[0]).ShouldBeEmpty();

    [Fact]
    public void Every_log_line_has_its_row_and_every_row_its_log_line() => Rows("id").Select(row => (row[0], row[1], row[2])).ShouldBe(LogLines(), ignoreOrder: true);

    [Fact]
    public void No_two_log_lines_share_an_id() => LogLines().GroupBy(line => line.Item1).Where(same => same.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void The_checks_see_metrics_and_log_lines()
    {
        Metrics().ShouldContain(("monitor.run.duration", "s", "histogram"));
        LogLines().ShouldContain(("1101", "FeedVisited", "Information"));
    }

    // The cells of the table whose first heading is this.
    private static List<string[]> Rows(string heading) =>
    [
        .. Page.SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static List<(string Name, string Unit, string Kind)> Metrics()
    {
        var found = new List<(string, string, string)>();
        RuntimeHelpers.RunClassConstructor(typeof(Instruments).TypeHandle);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Instruments.Name)
                {
                    found.Add((instrument.Name, instrument.Unit ?? "", instrument.GetType().Name.Split('`')[0].ToLowerInvariant()));
                }
            },
        };
        listener.Start();
        return found;
    }

    private static List<(string Id, string Name, string Level)> LogLines() =>
    [
        .. from assembly in (string[])["Monitor.Pipeline", "Monitor.Adapters", "Monitor.Pages", "handler", "monitor"]
           from type in Assembly.Load(assembly).GetTypes()
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
           let line = method.GetCustomAttribute<LoggerMessageAttribute>()
           where line is not null
           select (line.EventId.ToString(System.Globalization.CultureInfo.InvariantCulture), line.EventName ?? method.Name, line.Level.ToString()),
    ];
}
