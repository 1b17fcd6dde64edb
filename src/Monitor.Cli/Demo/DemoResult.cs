using Monitor.Cli.LocalHost;
using Monitor.Core.Digests;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Demo;

/// <summary>What the morning came to, as found in storage and in the inbox, not as anybody says.</summary>
internal sealed record DemoResult(
    DemoMorning Morning,
    int FeedsFollowed,
    int FeedsRead,
    IReadOnlyList<MatchedArticle> Articles,
    IReadOnlyDictionary<string, int> Blobs,
    int Pending,
    IReadOnlyList<Message> Sent,
    IReadOnlyList<string> Missing,
    int Failed,
    int Mails,
    IReadOnlyList<string> Adrift)
{
    /// <summary>Alerts that stand alone.</summary>
    public IReadOnlyList<Message> Alerts => [.. Sent.Where(message => message is { Kind: MessageKind.Alert, Follows: null })];

    /// <summary>Messages under an alert that tell something new.</summary>
    public IReadOnlyList<Message> FollowUps => Under("Follow-up");

    /// <summary>Messages under an alert that take something back.</summary>
    public IReadOnlyList<Message> Corrections => Under("Correction");

    public int Digests => Sent.Count(message => message.Kind == MessageKind.Digest);

    /// <summary>
    /// Every message that was decided is in the inbox, once, those of a story in one thread; and an alert, a follow-up, a
    /// correction and a digest are among them.
    /// </summary>
    public bool IsComplete =>
        Missing.Count == 0 && Adrift.Count == 0 && Pending == 0 && Failed == 0 && Mails == Sent.Count
        && Alerts.Count > 0 && FollowUps.Count > 0 && Corrections.Count > 0 && Digests > 0;

    private List<Message> Under(string kind) =>
        [.. Sent.Where(message => message is { Kind: MessageKind.Alert, Follows: not null } && message.Subject.StartsWith(kind, StringComparison.Ordinal))];

    public static async Task<DemoResult> GatherAsync(
        DemoMorning morning, IBlobStore store, Inbox inbox, SampleDay day, CancellationToken cancellationToken)
    {
        var blobs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var container in Containers.All)
        {
            blobs[container] = await store.ListAsync(container, "", cancellationToken).CountAsync(cancellationToken);
        }

        var articles = new List<MatchedArticle>();
        await foreach (var archived in new ArticleArchive(store).SeenBetweenAsync(day.FirstPoll.AddDays(-1), day.End, cancellationToken))
        {
            articles.Add(archived.Article);
        }

        var box = new MessageBox(store);
        var sent = await box.AllSentAsync(cancellationToken).ToListAsync(cancellationToken);
        var mails = await inbox.MailsAsync(cancellationToken);
        var missing = sent
            .Where(message => mails.Count(mail => mail.MessageId.StartsWith(message.Id, StringComparison.Ordinal)) != 1)
            .Select(message => message.Subject)
            .ToList();
        return new DemoResult(
            morning,
            day.Outlets.Count,
            morning.Reports.Max(report => report["poll"]?["feedsRead"]?.GetValue<int>() ?? 0),
            articles,
            blobs,
            await box.PendingAsync(cancellationToken).CountAsync(cancellationToken),
            sent,
            missing,
            await box.FailedAsync(cancellationToken).CountAsync(cancellationToken),
            mails.Count,
            [.. sent.Where(message => message.Follows is { } first
                && !mails.Any(mail => mail.MessageId.StartsWith(message.Id, StringComparison.Ordinal) && mail.InReplyTo.Contains(first, StringComparison.Ordinal)))
                .Select(message => message.Subject)]);
    }
}
