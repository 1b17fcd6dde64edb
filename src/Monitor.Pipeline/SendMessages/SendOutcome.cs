namespace Monitor.Pipeline.SendMessages;

/// <summary>What a provider said, or failed to say. Reasons are one clause and name no address.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The provider has taken the message over.</summary>
    public sealed record Accepted : SendOutcome;

    /// <summary>The provider works on it, and is to be asked again what came of it.</summary>
    /// <param name="Operation">The provider's name for that work.</param>
    /// <param name="RetryAfter">How long the provider asks to wait; null where it does not say.</param>
    public sealed record Underway(string Operation, TimeSpan? RetryAfter = null) : SendOutcome;

    /// <summary>It may go better later.</summary>
    /// <param name="RetryAfter">How long the provider asks to wait; null where it does not say.</param>
    public sealed record Recoverable(string Reason, TimeSpan? RetryAfter = null) : SendOutcome
    {
        /// <summary>The provider may have the message: the connection broke when it had been handed over.</summary>
        public bool InDoubt { get; init; }

        /// <summary>It is not about this message: no other would fare better now.</summary>
        public bool OfProvider { get; init; }

        /// <summary>What the provider had begun has ended without a mail: the next attempt is a new one.</summary>
        public bool OperationEnded { get; init; }
    }

    /// <summary>It will never go.</summary>
    public sealed record Permanent(string Reason) : SendOutcome
    {
        /// <summary>It is the recipient's address that was refused, not the message or its sender.</summary>
        public bool OfRecipient { get; init; }
    }
}
