using System.Globalization;
using System.Runtime.CompilerServices;
using Monitor.Core.Digests;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.SendDigests;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>Whether polls happen and succeed, and whether every edition that was due is written.</summary>
internal sealed class RunsCheck : ICheck
{
    private const int DaysBack = 14;

    /// <summary>Three polls of the default schedule, as the alert rule waits.</summary>
    private static readonly TimeSpan Blind = TimeSpan.FromMinutes(30);

    /// <summary>Two of the default schedule of SendDigests.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(30);

    public string Name => "runs";

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (patient.Store is not { } store || patient.Following is not { } following)
        {
            yield break;
        }

        var start = patient.IsLocal ? "start `monitor up`, or poll once with `monitor poll`" : "look whether the function app runs (infra/README.md, no-poll)";
        yield return await new RunLog(store).LatestAsync(PollFeeds.Name, patient.Now, DaysBack, cancellationToken) switch
        {
            null => Finding.Fault("last poll", $"none in {DaysBack} days: nothing is being read", start),
            { Poll: { FeedsDue: > 0, FeedsRead: 0 } counts } => Finding.Fault("last poll", $"none of {counts.FeedsDue} feeds answered", "look at the way out to the web: DNS, proxy, firewall; `monitor feeds check` asks every feed from here"),
            { } last when patient.Now - last.StartedAt > Blind => Finding.Fault("last poll", $"{Ago(patient.Now - last.StartedAt)} ago: from then on Monitor is blind", start),
            { } last => Finding.Ok("last poll", $"{Ago(patient.Now - last.StartedAt)} ago: {last.Poll?.FeedsRead ?? 0} of {last.Poll?.FeedsDue ?? 0} feeds that were due answered"),
        };

        var completed = await CompletedEditions.LoadAsync(store, cancellationToken);
        foreach (var edition in following.Desk.Editions)
        {
            yield return Edition(edition, following.Desk.Zone, completed.LastOf(edition), patient, start);
        }
    }

    private static Finding Edition(Edition edition, DeskZone zone, DateTimeOffset? last, Patient patient, string start)
    {
        string Seen(DateTimeOffset instant) => zone.TimeSeenFrom(zone.DateOf(patient.Now), instant);
        return EditionClock.Due(edition, zone, last, patient.Now) switch
        {
            { } due when last is not null && patient.Now - due.Scheduled > Overdue =>
                Finding.Fault("last digest", $"{edition.Name} was due {Seen(due.Scheduled)} and is not written; the last one was {Seen(last.Value)}", $"{start}, then `monitor digest`: a late digest says that it is late"),
            _ when last is { } written => Finding.Ok("last digest", $"{edition.Name}: {Seen(written)}"),
            _ => Finding.Warning("last digest", $"{edition.Name} was never written", "wait for its hour, or look at it now: monitor digest --preview digest.html"),
        };
    }

    /// <summary>"4 min", "3 h", "2 days".</summary>
    public static string Ago(TimeSpan age) => age switch
    {
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age.TotalMinutes):0} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days"),
    };
}
