using System.Globalization;
using System.Text;
using Monitor.Core.Digests;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Unsubscribe;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.SendDigests;

/// <summary>
/// Every quarter of an hour: any edition whose local time has come is gathered and written, once.
/// <list type="number">
/// <item>What it says is created as digests/{date}-{edition}/index.json. Whoever comes second takes what is there.</item>
/// <item>The HTML and the text follow from it, and so do the messages in the outbox.</item>
/// <item>state/editions.json says, last, that the edition is done.</item>
/// </list>
/// A message is known by its topics, the instant it was due and its recipient, not by the edition's id: an edition that is renamed
/// after it went out writes its digest anew, and nobody gets it twice.
/// </summary>
public sealed class SendDigests(
    ConfigurationSource configuration, IBlobStore store, ArticleArchive archive, RunLog runs, MessageBox box, IMailWriter writer, StoryBook stories)
{
    public const string Name = "SendDigests";

    private readonly GatherDigest gather = new(store, archive, runs, stories);

    public async Task<RunReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var following = await configuration.LoadAsync(now, cancellationToken);
        var completed = await CompletedEditions.LoadAsync(store, cancellationToken);
        var decided = 0;
        var notes = new List<string>();
        foreach (var edition in following.Desk.Editions)
        {
            if (EditionClock.Due(edition, following.Desk.Zone, completed.LastOf(edition), now, following.Calendars) is not { } due)
            {
                continue;
            }

            var digest = await WrittenAsync(following, edition, due, now, cancellationToken);
            decided += await PublishAsync(following, edition, due.Name, digest, cancellationToken);
            await completed.CompleteAsync(edition, due.Scheduled, cancellationToken);
            notes.Add($"{edition.Name} of {DeskZone.LongDate(digest.Date)} written");
        }

        return new RunReport(Name, now, 0, following.Topics.Hash, null, new MessageCounts(decided, 0, 0, 0), [], notes);
    }

    /// <summary>What the edition would say if it were due at this instant; nothing is written.</summary>
    /// <exception cref="ArgumentException">desk.yaml has no such edition.</exception>
    public async Task<WrittenMail> PreviewAsync(string? editionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var following = await configuration.LoadAsync(now, cancellationToken);
        var edition = following.Desk.Editions.FirstOrDefault(e => editionId is null || e.Id == editionId)
            ?? throw new ArgumentException($"desk.yaml has no edition \"{editionId}\": it has {string.Join(", ", following.Desk.Editions.Select(e => e.Id))}");
        var last = (await CompletedEditions.LoadAsync(store, cancellationToken)).LastOf(edition);
        var digest = await gather.RunAsync(following, edition, last < now ? last.Value : now.AddDays(-1), now, late: null, cancellationToken);
        return await writer.WriteAsync(digest, cancellationToken);
    }

    private async Task<Digest> WrittenAsync(
        Following following, Edition edition, EditionOccurrence due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = new BlobName(Containers.Digests, $"{due.Name}/index.json");
        if (await store.ReadAsync(name, cancellationToken) is null)
        {
            var digest = await gather.RunAsync(following, edition, due.From, due.To, due.IsLate ? now : null, cancellationToken);
            await store.CreateAsync(name, PipelineJson.Write(digest), cancellationToken);
        }

        var written = await store.ReadAsync(name, cancellationToken)
            ?? throw new InvalidOperationException($"{name} was written and is gone");
        return PipelineJson.Read<Digest>(written.Content, name);
    }

    private async Task<int> PublishAsync(
        Following following, Edition edition, string folder, Digest digest, CancellationToken cancellationToken)
    {
        var mail = await writer.WriteAsync(digest, cancellationToken);
        await store.CreateAsync(new BlobName(Containers.Digests, $"{folder}/index.html"), Encoding.UTF8.GetBytes(mail.Html), cancellationToken);
        await store.CreateAsync(new BlobName(Containers.Digests, $"{folder}/index.txt"), Encoding.UTF8.GetBytes(mail.Text), cancellationToken);
        string[] identity = ["digest", .. digest.Topics.Select(topic => topic.Id), digest.To.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)];
        return await box.AddAsync(new Mailing(identity, MessageKind.Digest, mail, digest.To, List: MailList.Of(edition)), following.Desk, edition.Recipients, cancellationToken);
    }
}
