using System.Net.Sockets;
using System.Security.Authentication;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>
/// Talks to the mail server as far as one can without sending: greeting, TLS, login, and whether it takes the sender
/// (MAIL FROM, then RSET; RFC 5321). The sending itself is <see cref="SmtpSender"/>'s.
/// </summary>
public sealed class SmtpProbe(SmtpOptions options)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <param name="sender">The address that mails come from; null where it is not known.</param>
    public async Task<SmtpLook> LookAsync(string? sender, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        await using var connection = new SmtpConnection();
        var entrance = new SmtpEntrance(options, null);
        try
        {
            if (await entrance.EnterAsync(connection, limit.Token) is { } refusal)
            {
                return new SmtpLook(refusal.At, refusal.Reply?.Said ?? refusal.Clause);
            }

            if (sender is not null && await connection.AskAsync($"MAIL FROM:<{sender}>", limit.Token) is { IsPositive: false } refused)
            {
                return new SmtpLook(SmtpStep.Sender, refused.Said);
            }

            await connection.AskAsync("RSET", limit.Token);
            await connection.AskAsync("QUIT", limit.Token);
            return new SmtpLook(null, "ready");
        }
        catch (AuthenticationException e)
        {
            return new SmtpLook(SmtpStep.Certificate, OneLine(e.Message));
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidDataException)
        {
            return new SmtpLook(entrance.At, OneLine(e.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SmtpLook(entrance.At, $"no answer within {TimeLimit.TotalSeconds:0} s");
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}

/// <param name="FailedAt">The step that did not go well; null where all did.</param>
/// <param name="Said">What the server said there; one line.</param>
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
