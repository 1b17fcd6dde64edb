using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Monitor.Cli.Doctor.Checks;
using Monitor.Functions;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Language;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Doctor.Through;

/// <summary>
/// One entry the whole way: polled, matched, placed in a story, archived, alerted, sent to operations by the real mail server,
/// all by the product's own steps, in a part of every container that is taken away afterwards.
/// </summary>
internal sealed class ThroughCheck : ICheck
{
    private const string Check = "the whole way";

    public string Name => Check;

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (patient.Store is not { } store || patient.Following is not { } following)
        {
            yield return Finding.Fault(Check, "not tried: storage or the files in it are not fit for it", "mend what is said above, then look again");
            yield break;
        }

        var enclave = new Enclave(store, $"doctor-{Guid.NewGuid():N}/");
        Finding found;
        var left = 0;
        try
        {
            found = await GoAsync(patient, enclave, following, cancellationToken);
        }
        finally
        {
            left = await enclave.ClearAsync(CancellationToken.None);
        }

        yield return found.Verdict == Verdict.Ok ? found with { Seen = $"{found.Seen}; {left} blobs made and taken away" } : found;
    }

    private static async Task<Finding> GoAsync(Patient patient, Enclave enclave, Following following, CancellationToken cancellationToken)
    {
        var now = patient.Now;
        foreach (var (path, text) in TestEntry.Files(following.Desk).Texts)
        {
            await enclave.CreateAsync(new BlobName(Containers.Config, path), Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        var outlet = new TestEntry(now);
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(patient.Configuration())
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddMonitor()
            .Replace(ServiceDescriptor.Singleton<IBlobStore>(enclave))
            .Replace(ServiceDescriptor.Singleton<IFetcher>(outlet))
            // The language service's budget is kept outside of the enclave; it is asked by a check of its own.
            .Replace(ServiceDescriptor.Singleton<ILanguageReader>(new LocalLanguageReader()))
            .BuildServiceProvider();
        var poll = services.GetRequiredService<PollFeeds>();
        await poll.RunAsync(now.AddDays(-1), cancellationToken);
        outlet.IsPublished = true;
        var report = await poll.RunAsync(now, cancellationToken);
        if (report.Poll is not { EntriesNew: 1 } || !report.Poll.Topics.TryGetValue("doctor", out var counts) || counts.Central != 1)
        {
            return Finding.Fault(Check, $"the entry was polled and did not match: {report.Poll?.EntriesNew} new, {report.Poll?.Topics.Count} topics", "this is a fault of Monitor: roll back to the version before");
        }

        var archived = await new ArticleArchive(enclave).SeenBetweenAsync(now.AddHours(-1), now, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (archived is not { Page.Snapshot.Length: > 0, Article.Story.Length: > 0 })
        {
            return Finding.Fault(Check, "the entry matched and is not in the archive with its page and story", "this is a fault of Monitor: roll back to the version before");
        }

        var expected = following.Desk.People([following.Desk.Operations]).Count;
        if (report.Messages?.Decided != expected)
        {
            return Finding.Fault(Check, $"the entry matched, and {report.Messages?.Decided ?? 0} of {expected} messages were written", "this is a fault of Monitor: roll back to the version before");
        }

        var sent = await services.GetRequiredService<SendMessages>().RunAsync(now, cancellationToken);
        if (sent.Messages?.Sent == expected)
        {
            return Finding.Ok(Check, $"feed, match, story {archived.Article.Story}, archive, outbox, mail: {expected} to operations, headed \"{TestEntry.Headline}\"");
        }

        var box = new MessageBox(enclave);
        var why = (await box.PendingAsync(cancellationToken).Select(message => message.Message).Concat(box.FailedAsync(cancellationToken)).FirstOrDefaultAsync(cancellationToken))?.Delivery.LastError;
        return Finding.Fault(Check, $"all went well but the sending: {sent.Messages?.Sent ?? 0} of {expected} mails were taken{(why is null ? "" : $", because {why}")}", "mend what the mail check above says; look at operations' addresses in desk.yaml");
    }
}
