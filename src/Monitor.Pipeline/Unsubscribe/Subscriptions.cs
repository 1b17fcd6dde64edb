using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Unsubscribe;

/// <summary>
/// Who has left which list: state/unsubscribed.json, written with If-Match. An operator who takes an entry out lets the
/// recipient back in. The key of the links is state/unsubscribe.key: 32 random bytes, created once, by whoever needs it first.
/// </summary>
public sealed class Subscriptions(IBlobStore store, SubscriptionOptions options)
{
    private const int KeyBytes = 32;
    private static readonly BlobName Key = new(Containers.State, "unsubscribe.key");
    private static readonly BlobName Entries = new(Containers.State, "unsubscribed.json");

    /// <summary>Everybody who has left a list.</summary>
    public async Task<Unsubscribed> LoadAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Unsubscribed;

    /// <summary>Notes that a recipient has left a list. False where that is noted already.</summary>
    public async Task<bool> LeaveAsync(string list, string address, DateTimeOffset at, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (unsubscribed, etag) = await ReadAsync(cancellationToken);
            if (unsubscribed.Has(list, address))
            {
                return false;
            }

            var content = PipelineJson.Write(new Unsubscribed([.. unsubscribed.Entries, new UnsubscribedEntry(list, address, at)]));
            if (etag is null ? await store.CreateAsync(Entries, content, cancellationToken) : await store.ReplaceAsync(Entries, content, etag, cancellationToken) is not null)
            {
                return true;
            }
        }
    }

    /// <summary>For each mail recipient of a list the link to leave it by; null where the app's public address is not set.</summary>
    public async Task<Func<string, Uri>?> LinksAsync(string list, CancellationToken cancellationToken)
    {
        if (options.PublicUrl is not { } app)
        {
            return null;
        }

        if (await LinksAsync(cancellationToken) is not { } links)
        {
            await store.CreateAsync(Key, RandomNumberGenerator.GetBytes(KeyBytes), cancellationToken);
            links = await LinksAsync(cancellationToken) ?? throw new InvalidOperationException($"{Key} is not a key of {KeyBytes} bytes");
        }

        return address => links.To(app, list, address);
    }

    /// <summary>The links as the key makes them; null while there is no key, and so no link.</summary>
    public async Task<UnsubscribeLinks?> LinksAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(Key, cancellationToken) is { Content.Length: KeyBytes } key ? new UnsubscribeLinks(key.Content) : null;

    private async Task<(Unsubscribed Unsubscribed, string? ETag)> ReadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(Entries, cancellationToken) is { } blob
            ? (PipelineJson.Read<Unsubscribed>(blob.Content, Entries), blob.ETag)
            : (Unsubscribed.Nobody, null);
}

/// <summary>What state/unsubscribed.json holds.</summary>
/// <param name="Entries">In order of time.</param>
public sealed record Unsubscribed(IReadOnlyList<UnsubscribedEntry> Entries)
{
    public static readonly Unsubscribed Nobody = new([]);

    /// <summary>The same under the names that the desk's lists have now.</summary>
    public Unsubscribed In(Desk desk) => new([.. Entries.Select(entry => entry with { List = MailList.Current(entry.List, desk) })]);

    /// <summary>Whether the message would go to somebody who has left its list. Channels never leave one.</summary>
    public bool Has(string? list, Destination to) => list is not null && to.Channel == Channel.Mail && Has(list, to.Address);

    public bool Has(string list, string address) =>
        Entries.Any(entry => entry.List == list && entry.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
}

/// <param name="List">As <see cref="MailList"/> has it.</param>
public sealed record UnsubscribedEntry(string List, string Address, DateTimeOffset At);

public sealed class SubscriptionOptions : IValidatableObject
{
    public const string Section = "Monitor";

    /// <summary>
    /// Where the function app is reached from outside, such as https://monitor.azurewebsites.net. No default; without it mails
    /// carry no link to unsubscribe by. Plain http only for this machine.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is { } url && !(url.IsAbsoluteUri && url.Query.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
        {
            yield return new ValidationResult("Monitor__PublicUrl must be an https address without a query");
        }
    }
}
