using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail.Acs;

/// <summary>What an answer of the service means for a message.</summary>
internal static class AcsVerdict
{
    // The mailbox has bounced before, or has asked for no more mail; the service keeps that list.
    private static readonly HashSet<string> OfRecipient = new(StringComparer.OrdinalIgnoreCase) { "EmailDroppedAllRecipientsSuppressed" };

    // What is set wrongly, in Azure or here: it is mended and the message goes.
    private static readonly HashSet<string> OfSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        "DomainNotLinked", "InvalidSenderUserName", "InvalidSenderAddress", "SenderNotAllowed", "Unauthorized", "Denied",
    };

    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "InternalServerError", "ServiceUnavailable", "TooManyRequests", "RequestTimeout", "Timeout", "Throttled", "BadGateway",
    };

    /// <summary>Of the answer to emails:send.</summary>
    /// <param name="operation">The name that was given to the service.</param>
    public static SendOutcome OfSending(AcsAnswer answer, string operation) => answer switch
    {
        { Status: >= 200 and < 300 } => new SendOutcome.Underway(answer.Operation ?? operation, answer.RetryAfter),
        // The service knows the name already: it is at work.
        { Status: 409 } => new SendOutcome.Underway(operation, answer.RetryAfter),
        { Status: 429 } => new SendOutcome.Recoverable(answer.Says("over the service's quota"), answer.RetryAfter) { OfProvider = true },
        { Status: 408 or 425 or >= 500 } => new SendOutcome.Recoverable(answer.Says("the service could not take the message"), answer.RetryAfter) { OfProvider = true, InDoubt = true },
        { Status: 401 or 403 or 404 } => new SendOutcome.Recoverable(answer.Says("the service lets nobody in by that name"), answer.RetryAfter) { OfProvider = true },
        { Status: < 400 } => new SendOutcome.Recoverable(answer.Says("the service sends elsewhere, and is not followed"), answer.RetryAfter) { OfProvider = true },
        _ when OfSettings.Contains(answer.Code) => new SendOutcome.Recoverable(answer.Says("the service refuses the sender"), answer.RetryAfter) { OfProvider = true },
        _ => new SendOutcome.Permanent(answer.Says("the service refuses the message")) { OfRecipient = OfRecipient.Contains(answer.Code) },
    };

    /// <summary>Of the answer to a question after its work. Null where the service has never heard of it.</summary>
    public static SendOutcome? OfAsking(AcsAnswer answer, string operation) => answer switch
    {
        { Status: 200, State: "Succeeded" } => new SendOutcome.Accepted(),
        { Status: 200, State: "Failed" or "Canceled" } => OfEnd(answer),
        { Status: 200 } => new SendOutcome.Underway(operation, answer.RetryAfter),
        { Status: 404 } => null,
        _ => new SendOutcome.Recoverable(answer.Says("the service does not say what became of the message"), answer.RetryAfter) { InDoubt = true },
    };

    private static SendOutcome OfEnd(AcsAnswer answer) =>
        OfRecipient.Contains(answer.Code) ? new SendOutcome.Permanent(answer.Says("the service keeps the recipient on its list of refusals")) { OfRecipient = true }
        : Passing.Contains(answer.Code) || OfSettings.Contains(answer.Code) ? new SendOutcome.Recoverable(answer.Says("the service began and did not end"), answer.RetryAfter) { OperationEnded = true }
        : new SendOutcome.Permanent(answer.Says("the service took the message and failed with it"));
}
