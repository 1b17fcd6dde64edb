using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.Unsubscribe;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.Outbox;

/// <summary>One thing to say; it becomes a message for each of its recipients.</summary>
/// <param name="Identity">What it says, as the identifiers of its messages are made of it. Never the time of a run.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="Follows">Identity of the mailing that it continues; each recipient's message stands under their own copy of that.</param>
/// <param name="List">What a recipient can leave so as to get no more of these (<see cref="MailList"/>); null where nobody can.</param>
public sealed record Mailing(
    IReadOnlyList<string> Identity,
    MessageKind Kind,
    WrittenMail Mail,
    DateTimeOffset DecidedAt,
    Severity Severity = Severity.Normal,
    IReadOnlyList<string>? Follows = null,
    string? List = null)
{
    /// <summary>The message as it goes to one of its recipients.</summary>
    /// <param name="unsubscribe">Where this recipient leaves the list; null for other channels, and where nobody can.</param>
    public Message To(Destination to, Address from, Uri? unsubscribe = null)
    {
        var message = new Message(
            MessageId.Of(Identity, to), Kind, from, to, Mail.Subject, null, Mail.Text, DecidedAt,
            new Delivery(), Severity, Follows is null ? null : MessageId.Of(Follows, to), List: List);
        return to.Channel != Channel.Mail ? message with { Card = Mail.Card }
            : unsubscribe is null || Mail.Stop is null ? message with { Html = Mail.Html, Unsubscribe = unsubscribe }
            : message with { Html = Mail.Stop.Into(Mail.Html, unsubscribe), Text = Mail.Stop.After(Mail.Text, unsubscribe), Unsubscribe = unsubscribe };
    }
}
