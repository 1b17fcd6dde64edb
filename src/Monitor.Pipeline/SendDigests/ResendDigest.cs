using System.Globalization;
using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Unsubscribe;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.SendDigests;

/// <summary>
/// Sends a digest that was written once more, because somebody asked for it. It says what it said, and that it is sent again. Its
/// messages are made of the request's instant: each request is sent once, and a request that is repeated at the same instant is the same.
/// </summary>
public sealed class ResendDigest(ConfigurationSource configuration, IBlobStore store, MessageBox box, IMailWriter writer)
{
    /// <param name="which">An edition's id for its last digest; with @2026-11-19 that of a date, with @2026-11-19T17:00 that of a time.</param>
    /// <param name="to">The only recipient; null for everyone who gets the edition.</param>
    public async Task<Resent> RunAsync(string which, string? to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (edition, when) = which.Split('@', 2) is [var id, var date] ? (id, date.Replace(":", "", StringComparison.Ordinal)) : (which, "");
        var written = await NamesAsync(edition, cancellationToken);
        if (written.LastOrDefault(name => IsOf(name, when)) is not { } folder)
        {
            return new Resent.NeverWritten([.. written.TakeLast(5)]);
        }

        var following = await configuration.LoadAsync(now, cancellationToken);
        var desk = following.Desk;
        var current = desk.Editions.FirstOrDefault(e => e.Id == edition || e.Was?.Contains(edition) == true);
        var destinations = to is null
            ? desk.DestinationsOf(current?.Recipients ?? []).ToList()
            : [Known(desk, to)];
        if (destinations.Count == 0)
        {
            return new Resent.NobodyToSendTo();
        }

        var name = new BlobName(Containers.Digests, $"{folder}/index.json");
        var blob = await store.ReadAsync(name, cancellationToken) ?? throw new InvalidOperationException($"{name} is listed and is gone");
        var mail = await writer.WriteAsync(PipelineJson.Read<Digest>(blob.Content, name) with { Again = now }, cancellationToken);
        string[] identity = ["digest", "again", folder, now.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)];
        // Who is named gets it, whatever they have left: somebody asked for it.
        var mailing = new Mailing(identity, MessageKind.Digest, mail, now, List: to is null && current is not null ? MailList.Of(current) : null);
        var added = await box.AddAsync(mailing, desk, destinations, cancellationToken);
        return new Resent.InTheOutbox(folder, added);
    }

    /// <summary>The digests of an edition, the oldest first: 2026-11-19-morning, or 2026-11-19T1700-morning.</summary>
    private async Task<List<string>> NamesAsync(string edition, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var listed in store.ListAsync(Containers.Digests, "", cancellationToken))
        {
            if (listed.Path.Split('/') is [var folder, "index.json"] && folder.IndexOf('-', Math.Min(folder.Length, DateLength)) is > 0 and var end
                && folder[(end + 1)..] == edition)
            {
                names.Add(folder);
            }
        }

        return names;
    }

    private const int DateLength = 10;

    private static bool IsOf(string name, string when) =>
        name.StartsWith(when, StringComparison.Ordinal) && (when.Length == 0 || name[when.Length] is '-' or 'T');

    private static Destination Known(Desk desk, string address) =>
        desk.DestinationsOf(desk.Groups.Select(group => group.Id))
            .FirstOrDefault(known => known.Channel == Channel.Mail && known.Address.Equals(address, StringComparison.OrdinalIgnoreCase))
        ?? new Destination(address);
}

/// <summary>What came of asking for a digest again.</summary>
public abstract record Resent
{
    private Resent()
    {
    }

    /// <param name="Latest">Digests of the edition that are there, the newest last.</param>
    public sealed record NeverWritten(IReadOnlyList<string> Latest) : Resent;

    /// <summary>desk.yaml no longer has the edition, and nobody was named.</summary>
    public sealed record NobodyToSendTo : Resent;

    /// <param name="Digest">Its folder in the container.</param>
    /// <param name="Messages">Those that are new; empty where the same request was made before.</param>
    public sealed record InTheOutbox(string Digest, IReadOnlyList<Message> Messages) : Resent;
}
