using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Telemetry;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.Telemetry;

/// <summary>What is measured follows from the run's report. Other tests run beside these: their runs have other names.</summary>
public sealed class InstrumentsTests : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> measured = [];

    public InstrumentsTests()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task A_run_is_counted_timed_and_traced_by_its_report()
    {
        var traced = new ConcurrentQueue<Activity>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = traced.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);
        var health = new FeedHealth("f", "F", FeedState.Blocked, null, "", null, null, "blocked", 1, null, null, null);
        var report = new RunReport(
            "MeasuredRun", DateTimeOffset.UnixEpoch, 0, "rules",
            new PollCounts(3, 2, 1, 40, 2, 7, new Dictionary<string, TopicCounts> { ["measured-topic"] = new(2, 5) }, new Dictionary<string, int>()),
            new MessageCounts(4, 3, 2, 1), [new FeedVisit("a", "A", "measured-outcome", "", 0), new FeedVisit("b", "B", "measured-outcome", "", 0)], [], [health]);

        await Runner().RunAsync("MeasuredRun", DateTimeOffset.UnixEpoch, (_, _) => Task.FromResult(report), CancellationToken.None);

        Measured("monitor.runs", "function=MeasuredRun outcome=succeeded").ShouldBe(1);
        Measured("monitor.feeds.visited", "outcome=measured-outcome").ShouldBe(2);
        Measured("monitor.matches", "topic=measured-topic weight=central").ShouldBe(2);
        Measured("monitor.matches", "topic=measured-topic weight=passing").ShouldBe(5);
        measured.ShouldContain(one => one.Name == "monitor.run.duration" && one.Tags == "function=MeasuredRun");
        measured.ShouldContain(("monitor.entries", 40, "kind=new"));
        measured.ShouldContain(("monitor.messages", 3, "outcome=sent"));
        measured.ShouldContain(("monitor.feeds", 1, "state=blocked"));
        var trace = traced.Single(one => one.DisplayName == "run MeasuredRun");
        trace.Status.ShouldBe(ActivityStatusCode.Unset);
        trace.GetTagItem("monitor.rules").ShouldBe("rules");
    }

    [Fact]
    public async Task A_run_that_fails_is_counted_as_failed()
    {
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Runner().RunAsync("FailedRun", DateTimeOffset.UnixEpoch, (_, _) => throw new InvalidOperationException("no"), CancellationToken.None));

        Measured("monitor.runs", "function=FailedRun outcome=failed").ShouldBe(1);
    }

    private static FunctionRunner Runner() => new(new RunLog(new InMemoryBlobStore()), TimeProvider.System, NullLogger<FunctionRunner>.Instance);

    private double Measured(string name, string tags) => measured.Where(one => one.Name == name && one.Tags == tags).Sum(one => one.Value);

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
