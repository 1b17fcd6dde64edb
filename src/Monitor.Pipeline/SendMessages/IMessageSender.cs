using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;

namespace Monitor.Pipeline.SendMessages;

/// <summary>Hands one message to the provider of one channel. What the provider says is a value; the adapter tells what is worth another try.</summary>
public interface IMessageSender
{
    /// <summary>The channel that it serves.</summary>
    Channel Channel { get; }

    Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken);
}

public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The provider has taken the message over.</summary>
    public sealed record Accepted : SendOutcome;

    /// <summary>It may go better later. <paramref name="Reason"/> is one clause and names no address.</summary>
    /// <param name="RetryAfter">How long the provider asks to wait; null where it does not say.</param>
    public sealed record Recoverable(string Reason, TimeSpan? RetryAfter = null) : SendOutcome;

    /// <summary>It will never go. <paramref name="Reason"/> is one clause and names no address.</summary>
    public sealed record Permanent(string Reason) : SendOutcome;
}
