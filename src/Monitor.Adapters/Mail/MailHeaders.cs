using Monitor.Core.Alerts;
using Monitor.Pipeline.Outbox;

namespace Monitor.Adapters.Mail;

/// <summary>The headers of a mail that follow from the message itself, in whichever way it travels.</summary>
public static class MailHeaders
{
    public static IEnumerable<(string Name, string Value)> Of(Message message)
    {
        var domain = message.From.Email[(message.From.Email.LastIndexOf('@') + 1)..];
        yield return ("Message-ID", $"<{message.Id}@{domain}>");
        if (message.Follows is { } before)
        {
            yield return ("In-Reply-To", $"<{before}@{domain}>");
            yield return ("References", $"<{before}@{domain}>");
        }

        // RFC 3834, 5: nobody's holiday notice answers this.
        yield return ("Auto-Submitted", "auto-generated");
        yield return ("X-Monitor-Kind", message.Kind.ToString().ToLowerInvariant());
        if (message.Severity == Severity.High)
        {
            yield return ("Importance", "high");
        }
    }
}
