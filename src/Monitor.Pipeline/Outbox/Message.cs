using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.Outbox;

/// <summary>A message that was decided, in the form it will be sent in. It is written before anything is sent.</summary>
/// <param name="Id">Derived from what it says and to whom (<see cref="MessageId"/>), so that writing it twice is writing it once.</param>
/// <param name="Kind">alert, digest or operations.</param>
/// <param name="To">One recipient: each one's copy arrives or fails by itself.</param>
/// <param name="Html">For mail; null on other channels.</param>
/// <param name="DecidedAt">When it was written.</param>
/// <param name="Follows">Identifier of the message that this one continues, to the same recipient; null where it stands alone.</param>
/// <param name="Card">For channels other than mail; null for mail.</param>
/// <param name="About">Identifier of the message whose failure this one tells of; null for all others. Its own failure is told to nobody.</param>
/// <param name="Unsubscribe">Where the recipient leaves the list (RFC 2369, RFC 8058); null where they cannot, and on other channels.</param>
/// <param name="List">What it belongs to, as <see cref="Monitor.Pipeline.Unsubscribe.MailList"/> has it; null where nobody can leave it.</param>
public sealed record Message(
    string Id,
    MessageKind Kind,
    Address From,
    Destination To,
    string Subject,
    string? Html,
    string Text,
    DateTimeOffset DecidedAt,
    Delivery Delivery,
    Severity Severity = Severity.Normal,
    string? Follows = null,
    Card? Card = null,
    string? About = null,
    Uri? Unsubscribe = null,
    string? List = null);

public enum MessageKind
{
    Alert,
    Digest,
    Operations,
}

/// <summary>A mailbox.</summary>
public sealed record Address(string Email, string? Name = null);

/// <summary>Where one message goes.</summary>
/// <param name="Address">An e-mail address, or a channel's id in desk.yaml.</param>
/// <param name="Name">For people; null or empty where none is known.</param>
public sealed record Destination(string Address, string? Name = null, Channel Channel = Channel.Mail);

/// <summary>Identifiers of messages: the first 16 hex digits of SHA-256 over the parts, each ended by a line feed.</summary>
public static class MessageId
{
    /// <summary>The identifier of what is said to one recipient.</summary>
    public static string Of(IReadOnlyList<string> identity, Destination to) =>
        From([.. identity, to.Channel == Channel.Mail ? to.Address : $"{to.Channel}:{to.Address}"]);

    /// <summary>Whether a text from outside could be an identifier at all: it becomes part of a path.</summary>
    public static bool IsOne(string text) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower);

    public static string From(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
