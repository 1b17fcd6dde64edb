using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.NearMisses;

/// <summary>
/// On Mondays the desk is shown some of what fell short in the week before, so that somebody sees what the rules leave out. One
/// message a recipient and week, whoever asks and how often.
/// </summary>
public sealed class WeeklySample(IBlobStore store, MessageBox box, IMailWriter writer)
{
    public const int MostOfTopic = 10;

    // From nine on Monday until Tuesday is over: an app that was down is late, and a week without any is not looked for all week.
    private const int FirstHour = 9;
    private const int LastHour = 47;

    public async Task<int> RunAsync(Following following, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var desk = following.Desk;
        if (desk.Zone.HourOfWeek(now) is < FirstHour or > LastHour)
        {
            return 0;
        }

        var today = desk.Zone.DateOf(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        string[] identity = ["near misses", monday.ToString("O", CultureInfo.InvariantCulture)];
        var groups = desk.Alerts?.Recipients ?? desk.Editions[0].Recipients;
        if (await box.KnowsAllAsync(identity, desk, groups, cancellationToken)
            || await NoticeAsync(following, monday, now, cancellationToken) is not { } notice)
        {
            return 0;
        }

        var mail = await writer.WriteAsync(notice, cancellationToken);
        return await box.AddAsync(new Mailing(identity, MessageKind.Operations, mail, now), desk, groups, cancellationToken);
    }

    private async Task<OperationsNotice?> NoticeAsync(
        Following following, DateOnly monday, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = following.Desk.Zone;
        var (from, to) = (zone.At(monday.AddDays(-7), TimeOnly.MinValue), zone.At(monday, TimeOnly.MinValue));
        var misses = await new NearMissStore(store).SeenBetweenAsync(from, to, cancellationToken).ToListAsync(cancellationToken);
        var lines = following.Topics.Topics
            .SelectMany(topic => misses
                .Where(miss => miss.Miss.Topic == topic.Id)
                .OrderBy(miss => miss.Lot, StringComparer.Ordinal)
                .Take(MostOfTopic)
                .Select(miss => Line(topic.Name, miss)))
            .ToList();
        return lines.Count == 0
            ? null
            : new OperationsNotice(
                $"A sample of what fell short in the week from {DeskZone.LongDate(monday.AddDays(-7))}",
                [.. lines, "Where one of them belongs after all: monitor topics label ADDRESS --topic TOPIC --label 1 --why REASON"],
                zone.Id, now);
    }

    private static string Line(string topic, KeptNearMiss miss)
    {
        var (found, held) = (string.Join(", ", miss.Miss.Found), string.Join(", ", miss.Miss.HeldBack));
        var why = found.Length == 0 ? $"held back: {held}" : held.Length == 0 ? $"found: {found}" : $"found: {found}; held back: {held}";
        var title = miss.Document.Title.Length > 160 ? miss.Document.Title[..160] + "…" : miss.Document.Title;
        return FormattableString.Invariant($"{topic}: {title} ({miss.Outlet}). {why}; short of a match by {miss.Miss.Short:0.##}. {miss.Url}");
    }
}
