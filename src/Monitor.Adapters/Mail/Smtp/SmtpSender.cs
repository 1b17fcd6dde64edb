using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail;

/// <summary>
/// Mail over SMTP, for the local inbox and for a desk with a server of its own. SMTP has no way to ask whether a message was
/// taken when the connection breaks after the last dot; such a message is sent again, under the same Message-ID, and it is for
/// the receiving server to see that it knows it (RFC 5321, 4.5.4.1).
/// </summary>
public sealed class SmtpSender(IOptions<SmtpOptions> options) : IMessageSender
{
    private readonly SmtpOptions smtp = options.Value;

    public Channel Channel => Channel.Mail;

    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(smtp.Host, smtp.Port)
        {
            EnableSsl = smtp.StartTls,
            Timeout = (int)smtp.TimeLimit.TotalMilliseconds,
            Credentials = smtp.User is null ? null : new NetworkCredential(smtp.User, smtp.Password),
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(smtp.TimeLimit);
        try
        {
            using var mail = Write(message);
            await client.SendMailAsync(mail, limit.Token);
            return new SendOutcome.Accepted();
        }
        catch (SmtpFailedRecipientException e)
        {
            return Outcome(e.StatusCode, "the server refused the recipient");
        }
        catch (SmtpException e) when (e.InnerException is SocketException or IOException || e.StatusCode == SmtpStatusCode.GeneralFailure)
        {
            return new SendOutcome.Recoverable($"the mail server did not answer ({smtp.Host}:{smtp.Port})");
        }
        catch (SmtpException e)
        {
            return Outcome(e.StatusCode, "the server refused the message");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Recoverable($"the mail server took longer than {smtp.TimeLimit.TotalSeconds:0} s");
        }
        catch (FormatException)
        {
            return new SendOutcome.Permanent("an address of the message is no e-mail address");
        }
    }

    // RFC 5321, 4.2.1: 4yz may go better later, 5yz will not. What is asked for first (TLS, login) is for the operator to mend.
    private static SendOutcome Outcome(SmtpStatusCode status, string what)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"{what} ({(int)status})");
        return status is SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted || (int)status is < 500 or 535
            ? new SendOutcome.Recoverable(reason)
            : new SendOutcome.Permanent(reason);
    }

    private static MailMessage Write(Message message)
    {
        var mail = new MailMessage
        {
            From = Mailbox(message.From),
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        mail.To.Add(Mailbox(new(message.To.Address, message.To.Name)));
        mail.Headers["Message-ID"] = $"<{message.Id}@{mail.From.Host}>";
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.Headers["X-Monitor-Kind"] = message.Kind.ToString().ToLowerInvariant();
        var html = AlternateView.CreateAlternateViewFromString(message.Html ?? throw new ArgumentException("a mail needs HTML", nameof(message)), Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.Base64;
        mail.AlternateViews.Add(html);
        return mail;
    }

    private static MailAddress Mailbox(Address address) => new(address.Email, address.Name, Encoding.UTF8);
}
