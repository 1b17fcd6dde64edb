using Monitor.Core.Alerts;
using Monitor.Pipeline.Writing;

namespace Monitor.Pipeline.Outbox;

/// <summary>One thing to say; it becomes a message for each of its recipients.</summary>
/// <param name="Identity">What it says, as the identifiers of its messages are made of it. Never the time of a run.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="Follows">Identity of the mailing that it continues; each recipient's message stands under their own copy of that.</param>
public sealed record Mailing(
    IReadOnlyList<string> Identity,
    MessageKind Kind,
    WrittenMail Mail,
    DateTimeOffset DecidedAt,
    Severity Severity = Severity.Normal,
    IReadOnlyList<string>? Follows = null)
{
    /// <summary>The message as it goes to one of its recipients.</summary>
    public Message To(Destination to, Address from) => new(
        MessageId.Of(Identity, to), Kind, from, to, Mail.Subject, to.Channel == Core.Digests.Channel.Mail ? Mail.Html : null, Mail.Text, DecidedAt,
        new Delivery(), Severity, Follows is null ? null : MessageId.Of(Follows, to), to.Channel == Core.Digests.Channel.Mail ? null : Mail.Card);
}
