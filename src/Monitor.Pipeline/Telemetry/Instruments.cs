using System.Diagnostics;
using System.Diagnostics.Metrics;
using Monitor.Core.Digests;
using Monitor.Pipeline.Runs;

namespace Monitor.Pipeline.Telemetry;

/// <summary>
/// What is measured: docs/telemetry.md has a row for each. Nearly all of it follows from a run's report, so that nothing is
/// counted in two ways. Tags are names of functions, topics and outcomes: never an address, never a text.
/// </summary>
public static class Instruments
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Monitor";

    public static readonly ActivitySource Traces = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("monitor.runs", "{run}");
    private static readonly Histogram<double> RunDuration = Meter.CreateHistogram<double>("monitor.run.duration", "s");
    private static readonly Counter<long> FeedsVisited = Meter.CreateCounter<long>("monitor.feeds.visited", "{feed}");
    private static readonly Gauge<long> FeedsInState = Meter.CreateGauge<long>("monitor.feeds", "{feed}");
    private static readonly Counter<long> Entries = Meter.CreateCounter<long>("monitor.entries", "{entry}");
    private static readonly Counter<long> Pages = Meter.CreateCounter<long>("monitor.pages", "{page}");
    private static readonly Counter<long> Matches = Meter.CreateCounter<long>("monitor.matches", "{match}");
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("monitor.messages", "{message}");
    private static readonly Counter<long> LanguageRecords = Meter.CreateCounter<long>("monitor.language.records", "{record}");
    private static readonly Counter<long> LanguageProblems = Meter.CreateCounter<long>("monitor.language.problems", "{problem}");

    public static void RunEnded(RunReport report)
    {
        Runs.Add(1, Tag("function", report.Function), Tag("outcome", "succeeded"));
        RunDuration.Record(report.Seconds, Tag("function", report.Function));
        foreach (var outcome in report.Feeds.CountBy(visit => visit.Outcome, StringComparer.Ordinal))
        {
            FeedsVisited.Add(outcome.Value, Tag("outcome", outcome.Key));
        }

        foreach (var state in report.Health is { } health ? Enum.GetValues<FeedState>() : [])
        {
            FeedsInState.Record(report.Health!.Count(feed => feed.State == state), Tag("state", state.ToString().ToLowerInvariant()));
        }

        Count(report.Poll);
        Count(report.Messages);
    }

    public static void RunFailed(string function, double seconds)
    {
        Runs.Add(1, Tag("function", function), Tag("outcome", "failed"));
        RunDuration.Record(seconds, Tag("function", function));
    }

    /// <param name="feature">As the language service names it.</param>
    public static void LanguageRecordsSent(string feature, int records) => LanguageRecords.Add(records, Tag("feature", feature));

    public static void LanguageFellBack() => LanguageProblems.Add(1);

    private static void Count(PollCounts? poll)
    {
        if (poll is null)
        {
            return;
        }

        Entries.Add(poll.EntriesNew, Tag("kind", "new"));
        Entries.Add(poll.EntriesChanged, Tag("kind", "changed"));
        Pages.Add(poll.PagesRead);
        foreach (var (topic, counts) in poll.Topics)
        {
            Matches.Add(counts.Central, Tag("topic", topic), Tag("weight", "central"));
            Matches.Add(counts.Passing, Tag("topic", topic), Tag("weight", "passing"));
        }
    }

    private static void Count(MessageCounts? messages)
    {
        if (messages is null)
        {
            return;
        }

        Messages.Add(messages.Decided, Tag("outcome", "decided"));
        Messages.Add(messages.Sent, Tag("outcome", "sent"));
        Messages.Add(messages.Postponed, Tag("outcome", "postponed"));
        Messages.Add(messages.Failed, Tag("outcome", "failed"));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
