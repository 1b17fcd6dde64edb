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

        // RFC 2369 and RFC 8058: a mail program shows a button of its own, and posts to the address itself.
        if (message.Unsubscribe is { } unsubscribe)
        {
            yield return ("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        // RFC 3834, 5: nobody's holiday notice answers this.
        yield return ("Auto-Submitted", "auto-generated");
        yield return ("X-Monitor-Kind", message.Kind.ToString().ToLowerInvariant());
        // RFC 4021, 2.1.54; Outlook on Windows and older programs look at the other one.
        if (message.Severity != Severity.Normal)
        {
            var isHigh = message.Severity == Severity.High;
            yield return ("Importance", isHigh ? "high" : "low");
            yield return ("X-Priority", isHigh ? "1" : "5");
        }
    }
}
