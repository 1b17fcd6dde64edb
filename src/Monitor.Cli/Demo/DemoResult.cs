using System.Globalization;
using Monitor.Cli.LocalHost;
using Monitor.Core.Digests;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;
using Spectre.Console;

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
    string? DigestFile)
{
    /// <summary>Every message that was decided is in the inbox, once, and a digest is among them.</summary>
    public bool IsComplete =>
        Missing.Count == 0 && Pending == 0 && Failed == 0 && Mails == Sent.Count && Sent.Any(message => message.Kind == MessageKind.Digest);

    public static async Task<DemoResult> GatherAsync(
        DemoMorning morning, IBlobStore store, Inbox inbox, string folder, SampleDay day, CancellationToken cancellationToken)
    {
        var blobs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var container in Containers.All)
        {
            blobs[container] = await store.ListAsync(container, "", cancellationToken).CountAsync(cancellationToken);
        }

        var articles = new List<MatchedArticle>();
        await foreach (var archived in new ArticleArchive(store).SeenBetweenAsync(day.FirstPoll.AddDays(-1), day.Digest, cancellationToken))
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
            await SaveDigestAsync(store, folder, cancellationToken));
    }

    public void Show(TimeSpan took, Laptop laptop, string log, string folder)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("What").AddColumn(new TableColumn("How many").RightAligned()).AddColumn("");
        void Row(string what, int count, string more = "") =>
            table.AddRow(Markup.Escape(what), count.ToString(CultureInfo.InvariantCulture), Markup.Escape(more));

        Row("feeds read", FeedsRead, $"of {FeedsFollowed}");
        Row("entries seen", Morning.Sum("poll", "entriesNew"), $"{Morning.Sum("poll", "entriesChanged")} changed since");
        Row("pages read", Morning.Sum("poll", "pagesRead"));
        var latest = Articles.GroupBy(article => article.Id, StringComparer.Ordinal).Select(versions => versions.MaxBy(version => version.SeenAt)!).ToList();
        foreach (var topic in latest.SelectMany(article => article.Matches).GroupBy(match => match.Topic, StringComparer.Ordinal).OrderBy(topic => topic.Key, StringComparer.Ordinal))
        {
            var central = topic.Count(match => match.Central);
            Row($"matches: {topic.Key}", topic.Count(), $"{central} central, {topic.Count() - central} passing");
        }

        Row("stories", latest.Select(article => article.Story).Distinct(StringComparer.Ordinal).Count(), $"{latest.Count(article => article.CopyOf is not null)} copies among {latest.Count} articles");
        Row("blobs in storage", Blobs.Values.Sum(), string.Join(", ", Blobs.Where(blob => blob.Value > 0).Select(blob => $"{blob.Key} {blob.Value}")));
        Row("messages sent now", Morning.Sum("messages", "sent"), $"{Sent.Count} in all, {Mails} in the inbox");
        AnsiConsole.Write(table);

        AnsiConsole.MarkupLineInterpolated($"The inbox:        {laptop.Inbox.WebPage} (its mails stay in {Path.Combine(folder, "inbox")})");
        AnsiConsole.MarkupLineInterpolated($"The digest:       {DigestFile ?? "none"}");
        AnsiConsole.MarkupLineInterpolated($"The blobs:        {Path.Combine(folder, "azurite")}");
        AnsiConsole.MarkupLineInterpolated($"The function app: {log}");
        foreach (var subject in Missing)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]not in the inbox exactly once: {subject}[/]");
        }

        AnsiConsole.MarkupLineInterpolated($"{(IsComplete ? "Every message is in the inbox, once." : "Something did not arrive as it should.")} {took.TotalSeconds:0} s in all.");
    }

    private static async Task<string?> SaveDigestAsync(IBlobStore store, string folder, CancellationToken cancellationToken)
    {
        string? html = null;
        await foreach (var listed in store.ListAsync(Containers.Digests, "", cancellationToken))
        {
            if (await store.ReadAsync(new BlobName(Containers.Digests, listed.Path), cancellationToken) is { } blob)
            {
                var file = Path.Combine(folder, "digests", listed.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, blob.Content, cancellationToken);
                html = listed.Path.EndsWith(".html", StringComparison.Ordinal) ? file : html;
            }
        }

        return html;
    }
}
