namespace Monitor.Pipeline.Outbox;

/// <summary>What came of sending so far.</summary>
/// <param name="Attempts">Attempts that were begun.</param>
/// <param name="NotBefore">No attempt before this instant.</param>
/// <param name="ClaimedUntil">A sender has it until this instant; null where none has.</param>
/// <param name="LastError">Why the last attempt failed.</param>
/// <param name="SentAt">When the provider accepted it.</param>
/// <param name="FailedAt">When it was given up.</param>
/// <param name="InDoubt">The last attempt broke off: the provider may have the message. It is asked before it is given the message again, where it can be asked.</param>
/// <param name="Operation">The provider's name for its work on the message, which is under way; null where none is.</param>
/// <param name="OperationAt">When that work was begun.</param>
/// <param name="OperationsEnded">Works of the provider on this message that ended without a mail: the next one needs another name.</param>
/// <param name="RetriedAt">When somebody had it tried again after it had failed; null where nobody had.</param>
/// <param name="History">What happened, oldest first; the latest <see cref="HistoryKept"/> at most.</param>
public sealed record Delivery(
    int Attempts = 0,
    DateTimeOffset? NotBefore = null,
    DateTimeOffset? ClaimedUntil = null,
    string? LastError = null,
    DateTimeOffset? SentAt = null,
    DateTimeOffset? FailedAt = null,
    bool InDoubt = false,
    string? Operation = null,
    DateTimeOffset? OperationAt = null,
    int OperationsEnded = 0,
    DateTimeOffset? RetriedAt = null,
    IReadOnlyList<DeliveryEvent>? History = null)
{
    public const int HistoryKept = 24;

    /// <summary>With one more thing that happened.</summary>
    public Delivery Then(DateTimeOffset at, string what) =>
        this with { History = [.. (History ?? []).TakeLast(HistoryKept - 1), new DeliveryEvent(at, what)] };
}

/// <param name="What">One clause; names no address.</param>
public sealed record DeliveryEvent(DateTimeOffset At, string What);
