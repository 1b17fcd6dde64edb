using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>
/// Stands between the function app and the inbox, and at one of the server's words lets a test strike: the server has done what
/// it was asked, and the app does not hear of it.
/// </summary>
internal sealed class MailProxy : IAsyncDisposable
{
    /// <summary>What a server answers to for one message, in this order; the greeting answers to nothing.</summary>
    public static readonly IReadOnlyList<string> Words = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "."];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int inbox;
    private readonly Task accepting;

    public MailProxy(int inbox)
    {
        this.inbox = inbox;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The word to strike at, once; null for none.</summary>
    public string? StrikeAt { get; set; }

    public Action Strike { get; set; } = () => { };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task ServeAsync(TcpClient app)
    {
        using var _ = app;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, inbox, stop.Token);
            using var commands = new StreamReader(app.GetStream(), Encoding.Latin1);
            using var replies = new StreamReader(server.GetStream(), Encoding.Latin1);
            for (var word = "greeting"; ;)
            {
                var reply = await ReplyAsync(replies);
                if (word == StrikeAt)
                {
                    StrikeAt = null;
                    Strike();
                    return;
                }

                await WriteAsync(app, reply);
                var isData = word == "DATA" && reply.StartsWith("354", StringComparison.Ordinal);
                if (await CommandAsync(commands, isData) is not { } command)
                {
                    return;
                }

                await WriteAsync(server, command);
                word = isData ? "." : command.Split(' ', '\r')[0];
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
        }
    }

    // All lines of it: it goes on while a hyphen follows its code.
    private async Task<string> ReplyAsync(StreamReader reader)
    {
        var reply = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            reply.Append(line).Append("\r\n");
            if (line is not [_, _, _, '-', ..])
            {
                return reply.ToString();
            }
        }

        throw new IOException("the inbox ended the connection");
    }

    // One line, or a whole message with its dot.
    private async Task<string?> CommandAsync(StreamReader reader, bool isData)
    {
        var command = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            command.Append(line).Append("\r\n");
            if (!isData || line == ".")
            {
                return command.ToString();
            }
        }

        return null;
    }

    private async Task WriteAsync(TcpClient to, string text) => await to.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), stop.Token);
}
