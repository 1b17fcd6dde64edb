using System.Globalization;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Webhooks;

/// <summary>What came of one post.</summary>
/// <param name="Failure">Set where nothing was posted or no answer came: one clause, without the address.</param>
/// <param name="Status">The status code; 0 where no answer came.</param>
/// <param name="Body">The beginning of the answer's body; what it says is never repeated in a reason.</param>
/// <param name="RetryAfter">How long the server asks to wait.</param>
internal sealed record WebhookAnswer(SendOutcome? Failure, int Status = 0, string Body = "", TimeSpan? RetryAfter = null)
{
    /// <summary>
    /// The outcome by the status alone. What may pass by itself is worth another try: 408, 409, 425, 429 and server errors. The
    /// rest is final: the request would be the same, or the address has to be mended, and operations should hear of it now.
    /// </summary>
    public SendOutcome Outcome => Failure ?? (Status switch
    {
        >= 200 and < 300 => new SendOutcome.Accepted(),
        >= 300 and < 400 => new SendOutcome.Permanent(Says("it redirects, and redirects are not followed")),
        429 => new SendOutcome.Recoverable(Says("it has had too many messages"), RetryAfter),
        408 or 409 or 425 or >= 500 => new SendOutcome.Recoverable(Says("it could not take the message"), RetryAfter),
        401 or 403 => new SendOutcome.Permanent(Says("it refuses its address")),
        404 or 410 => new SendOutcome.Permanent(Says("it is not there any more")),
        413 => new SendOutcome.Permanent(Says("the message is too long for it")),
        _ => new SendOutcome.Permanent(Says("it refuses the message")),
    });

    /// <summary>The clause with the status beside it.</summary>
    public string Says(string clause) => string.Create(CultureInfo.InvariantCulture, $"{clause} ({Status})");
}
