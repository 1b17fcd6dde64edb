using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;

namespace Monitor.Pipeline.SendMessages;

/// <summary>Hands one message to the provider of one channel. What the provider says is a value; the adapter tells what is worth another try.</summary>
public interface IMessageSender
{
    /// <summary>The channel that it serves.</summary>
    Channel Channel { get; }

    /// <summary>How fast the provider takes messages; attempts count, whatever comes of them.</summary>
    PaceLimits Limits => PaceLimits.None;

    /// <summary>
    /// One attempt. Where the message's delivery is in doubt, or names an operation, a provider that can be asked is asked what
    /// became of that before it is given the message again.
    /// </summary>
    Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken);
}
