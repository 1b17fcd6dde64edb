using System.Collections.Concurrent;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Pipeline.Tests.SendMessages;

/// <summary>Answers as it is told, and then accepts everything.</summary>
internal sealed class ScriptedSender(params SendOutcome[] outcomes) : IMessageSender
{
    private readonly ConcurrentQueue<SendOutcome> left = new(outcomes);

    public Channel Channel => Channel.Mail;

    public PaceLimits Limits { get; init; } = PaceLimits.None;

    /// <summary>The operations that the messages named, in order of the attempts.</summary>
    public ConcurrentQueue<string?> Operations { get; } = [];

    /// <summary>Identifiers of the messages that were handed over, in order.</summary>
    public ConcurrentQueue<string> Messages { get; } = [];

    public int Asked => Operations.Count;

    public Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
    {
        Operations.Enqueue(message.Delivery.Operation);
        Messages.Enqueue(message.Id);
        return Task.FromResult(left.TryDequeue(out var next) ? next : new SendOutcome.Accepted());
    }
}
