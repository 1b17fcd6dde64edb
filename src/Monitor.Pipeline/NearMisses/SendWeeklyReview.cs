using System.Globalization;
using Monitor.Core.Digests;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.NearMisses;

/// <summary>
/// On Mondays those who get alerts, or else the first digest, are told what the week before brought, outlet by topic, and some of
/// what fell short. One message a recipient and week, whoever asks and how often.
/// </summary>
public sealed class SendWeeklyReview(IBlobStore store, MessageBox box, IMailWriter writer)
{
    public const int MostOfTopic = 10;

    // From nine on Monday until Tuesday is over: an app that was down is late, and a week without anything is not looked for all week.
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
            || await ReviewAsync(following, monday.AddDays(-7), cancellationToken) is not { } review)
        {
            return 0;
        }

        var mail = await writer.WriteAsync(review, cancellationToken);
        return await box.AddAsync(new Mailing(identity, MessageKind.Digest, mail, now), desk, groups, cancellationToken);
    }

    private async Task<WeeklyReview?> ReviewAsync(Following following, DateOnly first, CancellationToken cancellationToken)
    {
        var zone = following.Desk.Zone;
        var (from, to) = (zone.At(first, TimeOnly.MinValue), zone.At(first.AddDays(7), TimeOnly.MinValue));
        var misses = await new NearMissStore(store).SeenBetweenAsync(from, to, cancellationToken).ToListAsync(cancellationToken);
        var articles = await new ArticleArchive(store).SeenBetweenAsync(from, to, cancellationToken)
            .Select(archived => archived.Article).ToListAsync(cancellationToken);
        if (misses.Count + articles.Count == 0)
        {
            return null;
        }

        var topics = following.Topics.Topics;
        var outlets = WeeklyReview.Count([.. topics.Select(topic => topic.Id)], articles);
        return new WeeklyReview(
            first, zone.Id,
            [.. topics.Select(topic => Of(topic.Id, topic.Name, [.. misses.Where(miss => miss.Miss.Topic == topic.Id)]))],
            outlets,
            [.. following.Feeds.Select(feed => feed.Outlet).Distinct(StringComparer.Ordinal).Except(outlets.Select(outlet => outlet.Outlet))],
            await new ReadCoverage(store, new RunLog(store)).RunAsync(following, from, to, cancellationToken),
            zone.Language.Tag);
    }

    private static ReviewedTopic Of(string id, string name, List<KeptNearMiss> misses) => new(
        id, name,
        [.. misses.OrderBy(miss => miss.Lot, StringComparer.Ordinal).Take(MostOfTopic).Select(miss => new ReviewedMiss(
            miss.Document.Title, miss.Url, miss.Outlet, miss.SeenAt, miss.Miss.Found, miss.Miss.HeldBack, miss.Miss.Short))],
        Math.Max(0, misses.Count - MostOfTopic));
}
