namespace Monitor.Pipeline.SendMessages;

/// <summary>
/// What one recipient's own server has refused for good since it last took a message: state/recipients/{key}.json, where the key
/// is 16 hex digits of SHA-256 of the address. The address itself is not in it.
/// </summary>
/// <param name="Since">When the first of them was refused.</param>
/// <param name="Messages">Identifiers of the messages that were refused, oldest first; the latest <see cref="Kept"/>.</param>
public sealed record Refusals(int InARow, DateTimeOffset Since, DateTimeOffset LastAt, string LastReason, IReadOnlyList<string> Messages)
{
    public const int Kept = 20;

    /// <summary>With one more. A message counts once, however often its refusal is told.</summary>
    public Refusals With(string message, string reason, DateTimeOffset at) =>
        Messages.Contains(message, StringComparer.Ordinal)
            ? this
            : new Refusals(InARow + 1, Since, at, reason, [.. Messages.TakeLast(Kept - 1), message]);
}
