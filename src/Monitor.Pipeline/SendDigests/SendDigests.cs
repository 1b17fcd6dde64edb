using System.Globalization;
using System.Text;
using Monitor.Core.Digests;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.SendDigests;

/// <summary>
/// Every quarter of an hour: any edition whose local time has come is gathered and written, once.
/// <list type="number">
/// <item>What it says is created as digests/{date}-{edition}/index.json. Whoever comes second takes what is there.</item>
/// <item>The HTML and the text follow from it, and so do the messages in the outbox.</item>
/// <item>state/editions.json says, last, that the edition is done.</item>
/// </list>
/// </summary>
public sealed class SendDigests(
    ConfigurationSource configuration, IBlobStore store, ArticleArchive archive, RunLog runs, MessageBox box, IMailWriter writer, StoryBook stories)
{
    public const string Name = "SendDigests";

    private static readonly TimeSpan StoriesLive = TimeSpan.FromDays(8);

    private static readonly BlobName Done = new(Containers.State, "editions.json");

    public async Task<RunReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var following = await configuration.LoadAsync(now, cancellationToken);
        var (done, etag) = await LoadDoneAsync(store, cancellationToken);
        var decided = 0;
        var notes = new List<string>();
        foreach (var edition in following.Desk.Editions)
        {
            DateTimeOffset? last = done.TryGetValue(edition.Id, out var completed) ? completed : null;
            if (EditionClock.Due(edition, following.Desk.Zone, last, now) is not { } due)
            {
                continue;
            }

            var digest = await GatherAsync(following, edition, due, now, cancellationToken);
            decided += await PublishAsync(following, edition, due.Name, digest, cancellationToken);
            done[edition.Id] = due.Scheduled;
            etag = await SaveDoneAsync(done, etag, cancellationToken);
            notes.Add($"{edition.Name} of {DeskZone.LongDate(digest.Date)} written");
        }

        return new RunReport(Name, now, 0, following.Topics.Hash, null, new MessageCounts(decided, 0, 0, 0), [], notes);
    }

    /// <summary>For each edition that was ever written, when the last one was due.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> DoneAsync(IBlobStore store, CancellationToken cancellationToken) =>
        (await LoadDoneAsync(store, cancellationToken)).Done;

    /// <summary>What the edition would say if it were due at this instant; nothing is written.</summary>
    public async Task<WrittenMail> PreviewAsync(string? editionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var following = await configuration.LoadAsync(now, cancellationToken);
        var edition = following.Desk.Editions.FirstOrDefault(e => editionId is null || e.Id == editionId)
            ?? throw new ArgumentException($"desk.yaml has no edition \"{editionId}\"", nameof(editionId));
        var done = await DoneAsync(store, cancellationToken);
        var from = done.TryGetValue(edition.Id, out var last) && last < now ? last : now.AddDays(-1);
        var digest = await ComposeAsync(following, edition, from, now, late: null, cancellationToken);
        return await writer.WriteAsync(digest, cancellationToken);
    }

    private async Task<Digest> GatherAsync(
        Following following, Edition edition, EditionOccurrence due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = new BlobName(Containers.Digests, $"{due.Name}/index.json");
        if (await store.ReadAsync(name, cancellationToken) is null)
        {
            var digest = await ComposeAsync(following, edition, due.From, due.To, due.IsLate ? now : null, cancellationToken);
            await store.CreateAsync(name, PipelineJson.Write(digest), cancellationToken);
        }

        var written = await store.ReadAsync(name, cancellationToken)
            ?? throw new InvalidOperationException($"{name} was written and is gone");
        return PipelineJson.Read<Digest>(written.Content, name);
    }

    private async Task<Digest> ComposeAsync(
        Following following, Edition edition, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? late, CancellationToken cancellationToken)
    {
        var articles = new List<MatchedArticle>();
        await foreach (var archived in archive.SeenBetweenAsync(from, to, cancellationToken))
        {
            articles.Add(archived.Article);
        }

        var earlier = new List<MatchedArticle>();
        await foreach (var archived in archive.SeenBetweenAsync(from - StoriesLive, from, cancellationToken))
        {
            earlier.Add(archived.Article);
        }

        var window = await stories.ReadAsync(to, cancellationToken);
        var background = new StoryBackground(
            from, earlier, window.Current, id => window.Entry(id)?.Agency,
            [.. following.Feeds.Select(feed => feed.Outlet).Distinct(StringComparer.OrdinalIgnoreCase)], following.Desk.Zone.DateOf);
        var names = following.Topics.Topics.ToDictionary(topic => topic.Id, topic => topic.Name, StringComparer.Ordinal);
        var topics = edition.Topics.Select(id => (id, names.GetValueOrDefault(id, id))).ToList();
        return new Digest(
            edition.Id, edition.Name, following.Desk.Zone.DateOf(to), following.Desk.Zone.Id, from, to, late,
            DigestComposer.Compose(topics, articles, background), await CoverageAsync(following, from, to, cancellationToken));
    }

    private async Task<DigestCoverage> CoverageAsync(
        Following following, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        var (entries, pages) = (0, 0);
        await foreach (var run in runs.BetweenAsync(PollFeeds.PollFeeds.Name, from, to, cancellationToken))
        {
            read.UnionWith(run.Feeds.Where(visit => visit.Outcome is "read" or "unchanged").Select(visit => visit.Feed));
            entries += run.Poll?.EntriesNew ?? 0;
            pages += run.Poll?.PagesRead ?? 0;
        }

        var shard = await FeedShard.LoadAsync(store, cancellationToken);
        var troubles = following.Feeds
            .Select(feed => shard[feed.Id].Health(feed, following.Desk.Zone))
            .Where(health => health.State != FeedState.Working)
            .Select(health => new FeedTrouble(health.Name, health.State, health.Since, health.Detail))
            .ToList();
        return new DigestCoverage(
            following.Feeds.Count(feed => read.Contains(feed.Id)), following.Feeds.Count, entries, pages, troubles);
    }

    private async Task<int> PublishAsync(
        Following following, Edition edition, string folder, Digest digest, CancellationToken cancellationToken)
    {
        var desk = following.Desk;
        var mail = await writer.WriteAsync(digest, cancellationToken);
        await store.CreateAsync(new BlobName(Containers.Digests, $"{folder}/index.html"), Encoding.UTF8.GetBytes(mail.Html), cancellationToken);
        await store.CreateAsync(new BlobName(Containers.Digests, $"{folder}/index.txt"), Encoding.UTF8.GetBytes(mail.Text), cancellationToken);
        string[] identity = ["digest", edition.Id, digest.To.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)];
        return await box.AddAsync(new Mailing(identity, MessageKind.Digest, mail, digest.To), desk, edition.Recipients, cancellationToken);
    }

    private static async Task<(Dictionary<string, DateTimeOffset> Done, string? ETag)> LoadDoneAsync(IBlobStore store, CancellationToken cancellationToken)
    {
        var blob = await store.ReadAsync(Done, cancellationToken);
        return blob is null
            ? (new(StringComparer.Ordinal), null)
            : (new(PipelineJson.Read<Dictionary<string, DateTimeOffset>>(blob.Content, Done), StringComparer.Ordinal), blob.ETag);
    }

    // Where another run was faster, what it wrote is what this one would have written: the names and messages are the same.
    private async Task<string?> SaveDoneAsync(Dictionary<string, DateTimeOffset> done, string? etag, CancellationToken cancellationToken)
    {
        var content = PipelineJson.Write(done);
        if (etag is not null)
        {
            return await store.ReplaceAsync(Done, content, etag, cancellationToken);
        }

        await store.CreateAsync(Done, content, cancellationToken);
        return (await store.ReadAsync(Done, cancellationToken))?.ETag;
    }
}
