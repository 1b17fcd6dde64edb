using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Pipeline.Outbox;

/// <summary>
/// When a waiting message is to be tried, and before which others: the label of its blob, so that a sender picks the messages
/// whose turn it is from a listing and reads no others, however many wait.
/// </summary>
/// <param name="Rank">0 for an alert of high severity, 1 for other alerts, 2 for what can wait for them.</param>
/// <param name="Since">When the message was decided.</param>
/// <param name="NotBefore">No attempt before this instant; null where it may be tried at once.</param>
public readonly record struct Turn(int Rank, DateTimeOffset Since, DateTimeOffset? NotBefore, Channel Channel)
{
    /// <summary>The one that is to go last comes first: by rank, then by how long the message has been waiting for this attempt.</summary>
    public static readonly IComparer<Turn> LastFirst = Comparer<Turn>.Create((one, other) =>
        (other.Rank, other.NotBefore ?? other.Since).CompareTo((one.Rank, one.NotBefore ?? one.Since)));

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static Turn Of(Message message)
    {
        var delivery = message.Delivery;
        return new Turn(
            (message.Kind, message.Severity) switch { (MessageKind.Alert, Severity.High) => 0, (MessageKind.Alert, _) => 1, _ => 2 },
            message.DecidedAt,
            delivery.NotBefore > delivery.ClaimedUntil ? delivery.NotBefore : delivery.ClaimedUntil ?? delivery.NotBefore,
            message.To.Channel);
    }

    public bool HasCome(DateTimeOffset now) => !(NotBefore > now);

    public override string ToString() => $"{Rank} {Written(Since)} {(NotBefore is { } instant ? Written(instant) : "-")} {Channel}";

    /// <summary>Null where the text is no turn: whoever asks reads the message itself.</summary>
    public static Turn? Parse(string? label) =>
        label?.Split(' ') is [var rank, var since, var notBefore, var channel]
        && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Read(since) is { } decided
        && Enum.TryParse<Channel>(channel, out var known) && Enum.IsDefined(known)
        && (notBefore == "-" || Read(notBefore) is not null)
            ? new Turn(number, decided, Read(notBefore), known)
            : null;

    private static string Written(DateTimeOffset instant) => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
}
