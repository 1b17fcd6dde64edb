using System.Globalization;
using System.Text;
using Monitor.Pipeline.Outbox;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>A message as it follows DATA: headers, then the text and the HTML as alternatives (RFC 2046, 5.1.4). ASCII, dots stuffed.</summary>
internal static class MimeMail
{
    /// <param name="at">When it is sent: the Date header.</param>
    public static byte[] Write(Message message, string? replyTo, DateTimeOffset at)
    {
        // Neither quoted-printable nor anything else in the parts can hold this.
        var boundary = $"=_{message.Id}";
        var mail = new StringBuilder()
            .Append(HeaderField.Words("Date", at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)))
            .Append(HeaderField.Mailbox("From", message.From.Email, message.From.Name))
            .Append(HeaderField.Mailbox("To", message.To.Address, message.To.Name));
        if (!string.IsNullOrEmpty(replyTo))
        {
            mail.Append(HeaderField.Mailbox("Reply-To", replyTo, null));
        }

        mail.Append(HeaderField.Text("Subject", message.Subject));
        foreach (var (name, value) in MailHeaders.Of(message))
        {
            mail.Append(HeaderField.Words(name, value));
        }

        mail.Append("MIME-Version: 1.0\r\n");
        if (message.Html is null)
        {
            Part(mail, "text/plain", message.Text);
        }
        else
        {
            mail.Append(HeaderField.Words("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"")).Append("\r\n");
            mail.Append("--").Append(boundary).Append("\r\n");
            Part(mail, "text/plain", message.Text);
            mail.Append("--").Append(boundary).Append("\r\n");
            Part(mail, "text/html", message.Html);
            mail.Append("--").Append(boundary).Append("--\r\n");
        }

        // RFC 5321, 4.5.2: a line that begins with a dot gets another one, or it could end the message.
        return Encoding.ASCII.GetBytes(mail.ToString().Replace("\r\n.", "\r\n..", StringComparison.Ordinal));
    }

    private static void Part(StringBuilder mail, string type, string text) =>
        mail.Append("Content-Type: ").Append(type).Append("; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n").Append(QuotedPrintable.Write(text));
}
