using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>A mail server that takes everything, and keeps of each message how often it came.</summary>
internal sealed class CountingServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public CountingServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>By Message-ID.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

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

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await SayAsync(client, "220 counting");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var verb = line.Split(' ')[0];
                await SayAsync(client, verb switch { "EHLO" => "250 counting", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
                if (verb == "DATA")
                {
                    await TakeAsync(reader);
                    await SayAsync(client, "250 taken");
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            id = line.StartsWith("Message-ID: ", StringComparison.Ordinal) ? line : id;
        }

        Taken.AddOrUpdate(id, 1, (_, count) => count + 1);
    }

    private async Task SayAsync(TcpClient client, string reply) => await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"{reply}\r\n"), stop.Token);
}
