using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Topics;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.SendDigests;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Configuration;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Writing;
using Send = Monitor.Pipeline.SendDigests.SendDigests;

namespace Monitor.Pipeline.Tests.SendDigests;

/// <summary>A desk whose edition is due at seven, its storage, and what it is told. Times are local to Auckland.</summary>
internal sealed class DigestRoom : IDisposable
{
    private static readonly DeskZone Auckland = DeskZone.Find("Pacific/Auckland")!;

    private readonly Dictionary<string, string> files = Files.Good();
    private readonly ConfigurationSource configuration;
    private readonly ArticleArchive archive;
    private readonly MessageBox box;

    public DigestRoom()
    {
        configuration = new ConfigurationSource(Store);
        archive = new ArticleArchive(Store);
        box = new MessageBox(Store);
    }

    public InMemoryBlobStore Store { get; } = new();

    public StubWriter Writer { get; } = new();

    public IEnumerable<string> Digests => Store.Names.Where(name => name.StartsWith("digests/", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal));

    public void Dispose() => configuration.Dispose();

    public static DateTimeOffset At(string local)
    {
        var parts = local.Split(' ');
        return Auckland.At(DateOnly.Parse(parts[0]), TimeOnly.Parse(parts[1]));
    }

    /// <summary>desk.yaml with one text for another.</summary>
    public DigestRoom Desk(string good, string other)
    {
        files[ConfigFiles.DeskPath].ShouldContain(good);
        files[ConfigFiles.DeskPath] = files[ConfigFiles.DeskPath].Replace(good, other, StringComparison.Ordinal);
        return this;
    }

    public DigestRoom Calendar(string id, params string[] days)
    {
        files[$"calendars/{id}.yaml"] = $"id: {id}\nname: The {id}\nthrough: 2026-12-31\ndays:\n{string.Concat(days.Select(day => $"  {day}\n"))}";
        return this;
    }

    /// <summary>One run at an instant. Returns the messages that it put in the outbox.</summary>
    public async Task<IReadOnlyList<Message>> RunAsync(string local)
    {
        await Files.PutAsync(Store, files);
        var before = await PendingAsync();
        await new Send(configuration, Store, archive, new RunLog(Store), box, Writer, new StoryBook(Store)).RunAsync(At(local), default);
        return [.. (await PendingAsync()).ExceptBy(before.Select(message => message.Id), message => message.Id)];
    }

    public Task<Resent> ResendAsync(string which, string local, string? to = null) =>
        new ResendDigest(configuration, Store, box, Writer).RunAsync(which, to, At(local), default);

    public async Task<Digest> DigestAsync(string folder)
    {
        var name = new BlobName(Containers.Digests, $"{folder}/index.json");
        return PipelineJson.Read<Digest>((await Store.ReadAsync(name, default))!.Content, name);
    }

    public Task FindAsync(string headline, string local) => archive.AddAsync(
        new ArchivedArticle(
            new MatchedArticle(
                MessageId.From(headline), "01234567", null, "https://north.example.org/a", "north", "North Times", "NZ", [], At(local), At(local), headline, null,
                new TopicDocument(headline, "", "Text about Anzus."), [new TopicMatch("anzus", 3, true, true, [])], "rules"),
            "a", null, "en-NZ", false, null, null),
        default);

    private async Task<List<Message>> PendingAsync() => await box.PendingAsync(default).Select(pending => pending.Message).ToListAsync();

    /// <summary>Writes the title, the headlines and whether it is late or sent again.</summary>
    internal sealed class StubWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken)
        {
            var headlines = digest.Topics.SelectMany(topic => topic.Main).Select(story => story.Lead.Headline);
            var subject = $"{digest.Title}: {string.Join(", ", headlines)}{(digest.Late is null ? "" : " (late)")}{(digest.Again is null ? "" : " (again)")}";
            return Task.FromResult(new WrittenMail(subject, "<p></p>", subject));
        }

        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken) => throw new InvalidOperationException("no alert is expected");

        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) => throw new InvalidOperationException("no notice is expected");
    }
}
