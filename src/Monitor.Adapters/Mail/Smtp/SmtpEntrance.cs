using System.Net.Security;
using System.Text;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>The way into a server, until it is ready for a message: connection, TLS, greeting, login.</summary>
internal sealed class SmtpEntrance(SmtpOptions options, RemoteCertificateValidationCallback? trust)
{
    /// <summary>How far it came.</summary>
    public SmtpStep At { get; private set; } = SmtpStep.Connect;

    /// <summary>Null once the server is ready; otherwise what it refuses, or lacks.</summary>
    public async Task<SmtpRefusal?> EnterAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        await connection.ConnectAsync(options.Host, options.Port, cancellationToken);
        At = SmtpStep.Greeting;
        if (options.ImplicitTls)
        {
            await connection.SecureAsync(options.Host, trust, cancellationToken);
        }

        var greeting = await connection.ReadAsync(cancellationToken);
        if (greeting.Code != 220)
        {
            return Refusal("the mail server takes nobody in", greeting);
        }

        var offer = await connection.AskAsync($"EHLO {connection.OwnName}", cancellationToken);
        if (options.StartTls && !connection.IsSecure && offer.IsPositive)
        {
            At = SmtpStep.StartTls;
            if (offer.Offers("STARTTLS") is null)
            {
                return Refusal("the mail server does not offer STARTTLS", null);
            }

            var ready = await connection.AskAsync("STARTTLS", cancellationToken);
            if (ready.Code != 220)
            {
                return Refusal("the mail server does not begin TLS", ready);
            }

            await connection.SecureAsync(options.Host, trust, cancellationToken);
            offer = await connection.AskAsync($"EHLO {connection.OwnName}", cancellationToken);
        }

        if (!offer.IsPositive)
        {
            return Refusal("the mail server refuses the greeting", offer);
        }

        At = SmtpStep.Login;
        return string.IsNullOrEmpty(options.User) ? null : await LogInAsync(connection, offer, cancellationToken);
    }

    // RFC 4954, with PLAIN (RFC 4616) or what older servers know.
    private async Task<SmtpRefusal?> LogInAsync(SmtpConnection connection, SmtpReply offer, CancellationToken cancellationToken)
    {
        var ways = offer.Offers("AUTH") ?? [];
        SmtpReply answer;
        if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            answer = await connection.AskAsync($"AUTH PLAIN {Base64($"\0{options.User}\0{options.Password}")}", cancellationToken);
        }
        else if (ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            answer = await connection.AskAsync("AUTH LOGIN", cancellationToken);
            foreach (var part in (string[])[options.User!, options.Password ?? ""])
            {
                if (answer.Code == 334)
                {
                    answer = await connection.AskAsync(Base64(part), cancellationToken);
                }
            }
        }
        else
        {
            return Refusal("the mail server offers no login that is known here (PLAIN or LOGIN)", null);
        }

        return answer.Code == 235 ? null : Refusal("the mail server refuses the login", answer);
    }

    private SmtpRefusal Refusal(string clause, SmtpReply? reply) => new(At, clause, reply);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

/// <param name="Reply">What the server said; null where it is what it did not say.</param>
internal sealed record SmtpRefusal(SmtpStep At, string Clause, SmtpReply? Reply)
{
    public string Says => Reply?.Says(Clause) ?? Clause;
}
