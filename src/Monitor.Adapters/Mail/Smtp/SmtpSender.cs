using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>
/// Mail over SMTP, for the local inbox and for a desk with a server of its own; a connection for each message. What the server
/// refuses before it hears of a message (greeting, TLS, login, sender) is about the settings, and holds the others back too; what
/// it refuses after that is about the message. SMTP has no way to ask whether a message was taken when the connection breaks
/// after the last dot; such a message is sent again, under the same Message-ID, and it is for the receiving server to see that
/// it knows it (RFC 5321, 4.5.4.1).
/// </summary>
public sealed class SmtpSender : IMessageSender
{
    private readonly SmtpOptions options;
    private readonly string? replyTo;
    private readonly TimeProvider clock;
    private readonly RemoteCertificateValidationCallback? trust;

    public SmtpSender(SmtpOptions options, MailOptions mail, TimeProvider clock)
        : this(options, mail, clock, null)
    {
    }

    internal SmtpSender(SmtpOptions options, MailOptions mail, TimeProvider clock, RemoteCertificateValidationCallback? trust) =>
        (this.options, replyTo, this.clock, this.trust) = (options, mail.ReplyTo, clock, trust);

    public Channel Channel => Channel.Mail;

    public PaceLimits Limits => options.Limits;

    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
    {
        if (!Recipient.IsAddress(message.From.Email) || !Recipient.IsAddress(message.To.Address))
        {
            return new SendOutcome.Permanent("an address of the message is no e-mail address");
        }

        using var time = new CancellationTokenSource(options.TimeLimit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        await using var connection = new SmtpConnection();
        var visit = new Visit();
        try
        {
            return await new SmtpEntrance(options, trust).EnterAsync(connection, limit.Token) is { } refusal
                ? new SendOutcome.Recoverable(refusal.Says) { OfProvider = true }
                : await HandOverAsync(connection, message, visit, limit.Token);
        }
        catch (AuthenticationException)
        {
            return new SendOutcome.Recoverable("the mail server's certificate is not to be trusted") { OfProvider = true };
        }
        catch (InvalidDataException e)
        {
            return Broken(e.Message, visit);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return Broken($"the mail server did not answer ({options.Host}:{options.Port})", visit);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Broken($"the mail server took longer than {options.TimeLimit.TotalSeconds:0} s", visit);
        }
    }

    private async Task<SendOutcome> HandOverAsync(SmtpConnection connection, Message message, Visit visit, CancellationToken cancellationToken)
    {
        var sender = await connection.AskAsync($"MAIL FROM:<{message.From.Email}>", cancellationToken);
        if (!sender.IsPositive)
        {
            return sender.Code == 552 ? new SendOutcome.Permanent(sender.Says("the message is too large for the server")) : Closed(sender, "the mail server refuses the sender");
        }

        var recipient = await connection.AskAsync($"RCPT TO:<{message.To.Address}>", cancellationToken);
        if (!recipient.IsPositive)
        {
            return Refused(recipient, "the server refused the recipient", IsAboutMailbox(recipient));
        }

        var ready = await connection.AskAsync("DATA", cancellationToken);
        if (ready.Code != 354)
        {
            return Refused(ready, "the server refused the message");
        }

        await connection.WriteAsync(MimeMail.Write(message, replyTo, clock.GetUtcNow()), cancellationToken);
        // From here on the server may have it, whatever becomes of the connection.
        visit.IsHandedOver = true;
        await connection.WriteAsync(".\r\n"u8.ToArray(), cancellationToken);
        var taken = await connection.ReadAsync(cancellationToken);
        visit.IsHandedOver = false;
        if (!taken.IsPositive)
        {
            return Refused(taken, "the server refused the message");
        }

        await LeaveAsync(connection, cancellationToken);
        return new SendOutcome.Accepted();
    }

    // The message is taken: how the farewell goes is no matter.
    private static async Task LeaveAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.WriteAsync("QUIT\r\n"u8.ToArray(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
        }
    }

    private static SendOutcome Refused(SmtpReply reply, string clause, bool ofRecipient = false) =>
        reply.ClosesDown || reply.Code is 530 or 535 ? Closed(reply, clause)
        : reply.MayPass ? new SendOutcome.Recoverable(reply.Says(clause))
        : new SendOutcome.Permanent(reply.Says(clause)) { OfRecipient = ofRecipient };

    private static SendOutcome.Recoverable Closed(SmtpReply reply, string clause) => new(reply.Says(clause)) { OfProvider = true };

    // 5.1.x is of the address and 5.2.x of the mailbox (RFC 3463); policy, such as a relay that is denied, is of neither.
    private static bool IsAboutMailbox(SmtpReply reply) =>
        reply.Enhanced.Length > 0 ? reply.Enhanced.StartsWith("5.1.", StringComparison.Ordinal) || reply.Enhanced.StartsWith("5.2.", StringComparison.Ordinal) : reply.Code is 550 or 551 or 553;

    private static SendOutcome.Recoverable Broken(string reason, Visit visit) =>
        visit.IsHandedOver
            ? new($"{reason} after it had the message: it may come twice, under one Message-ID") { OfProvider = true, InDoubt = true }
            : new(reason) { OfProvider = true };

    private sealed class Visit
    {
        public bool IsHandedOver { get; set; }
    }
}
