using Monitor.Core.Feeds;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Tells our own trouble from the feeds': where every feed of a run fails, those among them that had always answered did not
/// all break at once.
/// </summary>
public static class OwnNetwork
{
    private const int HostsThatProve = 2;

    /// <summary>No feed answered, and at least two hosts were among them that had not failed before.</summary>
    public static bool IsDown(IReadOnlyList<FeedReadout> readouts) =>
        readouts.All(readout => !readout.Answered)
        && readouts
            .Where(readout => readout.Visit.Outcome == "broken" && readout.Before.Schedule is not { Failures: > 0 })
            .Select(readout => readout.Record.Address!.Authority)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count() >= HostsThatProve;

    /// <summary>The feed as it was, to be asked again in the next run: nothing was found out about it.</summary>
    public static FeedRecord Spared(FeedReadout readout, DateTimeOffset now)
    {
        var schedule = readout.Before.Schedule ?? FeedSchedule.Start(now);
        return readout.Before with
        {
            Address = readout.Record.Address,
            LastAttemptAt = now,
            Schedule = schedule.IsGone ? schedule : schedule with { Due = now + FeedSchedule.Shortest },
        };
    }
}
