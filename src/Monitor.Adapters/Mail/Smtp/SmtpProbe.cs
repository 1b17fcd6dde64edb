using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>
/// Talks to the mail server as far as one can without sending: greeting, STARTTLS, login, and whether it takes the sender
/// (MAIL FROM, then RSET; RFC 5321). The sending itself is <see cref="SmtpSender"/>'s.
/// </summary>
public sealed class SmtpProbe(SmtpOptions options)
{
    private const int MostLines = 100;
    private const int LongestLine = 2000;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <param name="sender">The address that mails come from; null where it is not known.</param>
    public async Task<SmtpLook> LookAsync(string? sender, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        var visit = new Visit();
        try
        {
            return await TalkAsync(visit, sender, limit.Token);
        }
        catch (AuthenticationException e)
        {
            return new SmtpLook(SmtpStep.Certificate, OneLine(e.Message));
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidDataException)
        {
            return new SmtpLook(visit.Step, OneLine(e.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SmtpLook(visit.Step, $"no answer within {TimeLimit.TotalSeconds:0} s");
        }
        finally
        {
            if (visit.Stream is { } stream)
            {
                await stream.DisposeAsync();
            }
        }
    }

    private async Task<SmtpLook> TalkAsync(Visit visit, string? sender, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Host, options.Port, cancellationToken);
        visit.Stream = client.GetStream();
        visit.Step = SmtpStep.Greeting;
        var greeting = await visit.ReadAsync(cancellationToken);
        if (greeting.Code != 220)
        {
            return new SmtpLook(SmtpStep.Greeting, greeting.Said);
        }

        var offers = await visit.AskAsync("EHLO monitor.invalid", cancellationToken);
        if (options.StartTls)
        {
            visit.Step = SmtpStep.StartTls;
            if (!offers.Offers("STARTTLS") || await visit.AskAsync("STARTTLS", cancellationToken) is not { Code: 220 })
            {
                return new SmtpLook(SmtpStep.StartTls, "the server does not offer STARTTLS");
            }

            var secure = new SslStream(visit.Stream);
            visit.Stream = secure;
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, cancellationToken);
            offers = await visit.AskAsync("EHLO monitor.invalid", cancellationToken);
        }

        visit.Step = SmtpStep.Login;
        if (options.User is { Length: > 0 } user && await LogInAsync(visit, offers, user, cancellationToken) is { } refusal)
        {
            return new SmtpLook(SmtpStep.Login, refusal);
        }

        visit.Step = SmtpStep.Sender;
        if (sender is not null && await visit.AskAsync($"MAIL FROM:<{sender}>", cancellationToken) is { Code: not 250 } refused)
        {
            return new SmtpLook(SmtpStep.Sender, refused.Said);
        }

        await visit.AskAsync("RSET", cancellationToken);
        await visit.AskAsync("QUIT", cancellationToken);
        return new SmtpLook(null, greeting.Said);
    }

    // AUTH LOGIN is the only way, besides those of Windows domains, that System.Net.Mail knows.
    private async Task<string?> LogInAsync(Visit visit, Reply offers, string user, CancellationToken cancellationToken)
    {
        if (!offers.Lines.Any(line => line.Length > 4 && line[4..].Split(' ', '=') is ["AUTH", .. var ways] && ways.Contains("LOGIN")))
        {
            return "the server does not offer AUTH LOGIN";
        }

        if (await visit.AskAsync("AUTH LOGIN", cancellationToken) is { Code: not 334 } unready)
        {
            return unready.Said;
        }

        await visit.AskAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(user)), cancellationToken);
        var answer = await visit.AskAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(options.Password ?? "")), cancellationToken);
        return answer.Code == 235 ? null : answer.Said;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private sealed class Visit
    {
        public Stream? Stream { get; set; }

        public SmtpStep Step { get; set; } = SmtpStep.Connect;

        public async Task<Reply> AskAsync(string command, CancellationToken cancellationToken)
        {
            await Stream!.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken);
            return await ReadAsync(cancellationToken);
        }

        // A reply goes on while a hyphen follows its code (RFC 5321, 4.2.1).
        public async Task<Reply> ReadAsync(CancellationToken cancellationToken)
        {
            var lines = new List<string>();
            do
            {
                lines.Add(await LineAsync(cancellationToken));
            }
            while (lines[^1] is [_, _, _, '-', ..] && lines.Count < MostLines);

            return int.TryParse(lines[^1].AsSpan(0, Math.Min(3, lines[^1].Length)), out var code)
                ? new Reply(code, lines)
                : throw new InvalidDataException("what answers there does not speak SMTP");
        }

        // Byte by byte: what comes after the answer to STARTTLS must be left for TLS.
        private async Task<string> LineAsync(CancellationToken cancellationToken)
        {
            var line = new StringBuilder();
            var next = new byte[1];
            while (line.Length < LongestLine)
            {
                if (await Stream!.ReadAsync(next, cancellationToken) == 0)
                {
                    throw new IOException("the server ended the connection");
                }

                if (next[0] == '\n')
                {
                    break;
                }

                line.Append(next[0] is >= 0x20 and < 0x7F ? (char)next[0] : ' ');
            }

            return line.ToString().TrimEnd();
        }
    }

    private sealed record Reply(int Code, IReadOnlyList<string> Lines)
    {
        public string Said => string.Join("; ", Lines);

        public bool Offers(string extension) =>
            Lines.Any(line => line.Length > 4 && line[4..].Split(' ', '=')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));
    }
}

/// <param name="FailedAt">The step that did not go well; null where all did.</param>
/// <param name="Said">What the server said there, or its greeting; one line.</param>
public sealed record SmtpLook(SmtpStep? FailedAt, string Said);

public enum SmtpStep
{
    Connect,
    Greeting,
    StartTls,
    Certificate,
    Login,
    Sender,
}
