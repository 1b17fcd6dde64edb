namespace Monitor.Pipeline.Outbox;

/// <summary>The end of a message.</summary>
/// <param name="FiledAs">Its path in the outbox.</param>
/// <param name="SentAt">When the provider accepted it; null where it never did.</param>
/// <param name="Reason">Why it failed or was withdrawn; null where it was sent.</param>
/// <param name="FailedAt">When it was given up or withdrawn; null where it was sent.</param>
/// <param name="ReopenedAt">When somebody wanted it tried again: it is no end any more. Only a failure can be reopened.</param>
internal sealed record Settlement(
    string FiledAs, DateTimeOffset? SentAt, string? Reason, DateTimeOffset? FailedAt = null, DateTimeOffset? ReopenedAt = null);
