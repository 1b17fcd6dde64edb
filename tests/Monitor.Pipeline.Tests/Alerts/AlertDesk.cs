using System.Globalization;
using Monitor.Core.Addresses;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Core.Revisions;
using Monitor.Core.Topics;
using Monitor.Pipeline.Alerts;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Configuration;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.Tests.Alerts;

/// <summary>
/// A desk with alerts, on a clock that is set by hand. Articles come as a poll would find them; every message tells in its
/// subject what it says.
/// </summary>
internal sealed class AlertDesk
{
    private const string Levy = """
        id: levy
        name: The levy
        description: A second topic.
        signals:
          - id: the-name
            any: [levy]
            weight: 2
        thresholds: { match: 1.0, central: 2.0 }
        samples:
          must: [The levy was raised.]
          mustNot: [The bank raised its rates.]
        """;

    /// <summary>Thursday 19 November 2026, 9:00 am in Auckland.</summary>
    public static readonly DateTimeOffset Nine = DateTimeOffset.Parse("2026-11-18T20:00:00Z", CultureInfo.InvariantCulture);

    private readonly WriteTips tips;
    private readonly ReleaseAlerts release;
    private readonly Func<Task<Following>> following;
    private readonly Dictionary<string, MatchedArticle> articles = [];

    public AlertDesk(string alerts = "", IBlobStore? shared = null)
    {
        Memory = shared ?? new InMemoryBlobStore();
        Store = new DyingBlobStore(Memory);
        if (shared is null)
        {
            Put(alerts).Wait();
        }

        var box = new TipBox(Store);
        var configuration = new ConfigurationSource(Store);
        following = () => configuration.LoadAsync(At, default);
        tips = new WriteTips(box);
        release = new ReleaseAlerts(configuration, box, new MessageBox(Store), new StoryBook(Store), new SubjectWriter());
    }

    public DyingBlobStore Store { get; }

    public IBlobStore Memory { get; }

    /// <summary>Now.</summary>
    public DateTimeOffset At { get; set; } = Nine;

    /// <summary>Another process on the same storage, at the same instant.</summary>
    public AlertDesk Beside() => new(shared: Memory) { At = At };

    /// <param name="alerts">Lines of the alerts part, indented by two.</param>
    public Task Put(string alerts, string people = "[ { name: The desk, address: desk@example.org } ]") =>
        Files.PutAsync(Memory, new Dictionary<string, string>(Files.Good())
        {
            ["topics/levy.yaml"] = Levy,
            [ConfigFiles.DeskPath] = $$"""
                zone: Pacific/Auckland
                contact: desk@example.org
                from: { name: Monitor, address: monitor@example.org }
                recipients:
                  desk: {{people}}
                  defence: [ defence@example.org ]
                  operations: [ ops@example.org ]
                operations: operations
                editions:
                  - { id: morning, name: Morning digest, at: ["07:00"], topics: [anzus], recipients: [desk] }
                alerts:
                  recipients: [desk]
                {{(alerts.Contains("topics:") ? alerts : "  topics: [anzus, levy]\n" + alerts)}}
                """,
        });

    /// <summary>A poll finds articles; nothing is let go yet.</summary>
    public async Task FindAsync(params Found[] found) =>
        await tips.RunAsync(await following(), [.. found.Select(Place)], [], At, default);

    /// <summary>A poll finds that an article is not as it was.</summary>
    public async Task ReviseAsync(string article, Func<MatchedArticle, MatchedArticle> to, TextDifference? differences = null)
    {
        var before = articles[article];
        var after = to(before);
        after = after with { Version = MessageId.From(after.Headline, after.Document.Text)[..8] };
        articles[article] = after;
        differences ??= TextComparison.Between(before.Document.Text, after.Document.Text);
        await ReviseAsync(new ArticleRevision(RevisionKind.Changed, before, after, differences, At));
    }

    public Task RetitleAsync(string article, string headline) =>
        ReviseAsync(article, before => before with { Document = before.Document with { Title = headline } });

    public Task RewriteAsync(string article, string text) =>
        ReviseAsync(article, before => before with { Document = before.Document with { Text = text } });

    public Task RemoveAsync(string article) =>
        ReviseAsync(new ArticleRevision(RevisionKind.Removed, articles[article], null, TextDifference.None, At, At.AddHours(-1), "answers 410"));

    public Task ReturnAsync(string article) =>
        ReviseAsync(new ArticleRevision(RevisionKind.Returned, articles[article], articles[article], TextDifference.None, At, At.AddHours(-1)));

    public async Task ReviseAsync(ArticleRevision revision) =>
        await tips.RunAsync(await following(), [], [revision], At, default);

    public Task<int> ReleaseAsync() => release.RunAsync(At, default);

    /// <summary>Minutes pass, with a sending in each; gives the messages of that time.</summary>
    public async Task<IReadOnlyList<Message>> PassAsync(int minutes)
    {
        var before = (await MessagesAsync()).Select(message => message.Id).ToHashSet();
        for (var minute = 0; minute < minutes; minute++)
        {
            await ReleaseAsync();
            At = At.AddMinutes(1);
        }

        return [.. (await MessagesAsync()).Where(message => !before.Contains(message.Id))];
    }

    /// <summary>The subjects of what came in some minutes.</summary>
    public async Task<IReadOnlyList<string>> SubjectsAsync(int minutes) => [.. (await PassAsync(minutes)).Select(message => message.Subject)];

    public async Task<IReadOnlyList<Message>> MessagesAsync()
    {
        var all = await new MessageBox(Memory).PendingAsync(default).Select(pending => pending.Message).ToListAsync();
        return [.. all.OrderBy(message => message.DecidedAt).ThenBy(message => message.Subject, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> WaitingAsync() =>
        await Memory.ListAsync(Containers.Outbox, "alerts/waiting/", default).Select(blob => blob.Path).ToListAsync();

    public async Task<IReadOnlyList<string>> BlobsAsync() =>
        await Memory.ListAsync(Containers.Outbox, "", default).Select(blob => blob.Path).ToListAsync();

    private PlacedArticle Place(Found found)
    {
        var document = new TopicDocument(found.Headline, "", found.Text);
        var article = new MatchedArticle(
            found.Article, MessageId.From(found.Headline, found.Text)[..8], null, $"https://{found.Outlet.ToLowerInvariant()}.example/{found.Article}",
            found.Outlet, found.Outlet, "NZ", [], At - found.Age, At, found.Story, found.CopyOf, document,
            [.. found.Topics.Select(topic => new TopicMatch(topic, 2, true, found.Central, []))], "5f1c2e9a");
        articles[found.Article] = article;
        var feed = new FollowedFeed(found.Outlet, found.Outlet, new Uri("https://outlet.example/feed"), found.Outlet, "NZ", false, 1);
        var entry = new Entry(found.Article, found.Headline, null, null, null, null, null, null, []);
        return new PlacedArticle(
            new ReadEntry(
                new SightedEntry(feed, entry, found.Changed, found.FirstReading), CanonicalUrl.TryCreate(article.Url)!, document, null, null, null, article.Matches),
            article);
    }

    /// <summary>"anzus: Ministers meet / Fleet sails", "again anzus: ...", "corrected anzus: ..."; with the occasion in front.</summary>
    private sealed class SubjectWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken)
        {
            var parts = alert.Parts.Select(part => part.Kind switch
            {
                AlertPartKind.Broke => $"{part.Topic}: {part.Story.Lead.Headline}{string.Concat(part.Corrections!.Select(correction => $" ({correction.Kind})"))}",
                AlertPartKind.FollowUp => $"again {part.Topic}: {part.Story.Lead.Headline}",
                _ => $"corrected {part.Topic}: {string.Join(", ", part.Corrections!.Select(correction => $"{correction.Kind} {correction.HeadlineBefore}"))}",
            });
            var occasion = alert.Occasion == AlertOccasion.AtOnce ? "" : $"{alert.Occasion} | ";
            return Task.FromResult(new WrittenMail(occasion + string.Join(" / ", parts), "", ""));
        }

        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

/// <summary>An article as a poll finds it.</summary>
internal sealed record Found(
    string Article,
    string Headline,
    string Story = "",
    string Text = "",
    string Outlet = "North",
    string? CopyOf = null,
    bool Central = true,
    bool Changed = false,
    bool FirstReading = false,
    TimeSpan Age = default,
    params IReadOnlyList<string> Topics)
{
    public string Story { get; init; } = Story.Length > 0 ? Story : $"story-{Article}";

    public IReadOnlyList<string> Topics { get; init; } = Topics.Count > 0 ? Topics : ["anzus"];
}
