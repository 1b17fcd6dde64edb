using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Adapters.Tests.Http;

/// <summary>
/// A web server on loopback that writes raw bytes, so that it can break every rule. Each request is answered by the script of
/// its path, and remembered.
/// </summary>
internal sealed class Misbehaving : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<string, Func<Visit, Task>> scripts = [];
    private readonly Task accepting;

    public Misbehaving(IPAddress? address = null)
    {
        listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Requests as they came, each with its headers.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public Uri Url(string path) => new($"http://{listener.LocalEndpoint}{path}");

    public Misbehaving On(string path, Func<Visit, Task> script)
    {
        scripts[path] = script;
        return this;
    }

    /// <param name="head">Status line and headers without the last empty line.</param>
    public Misbehaving On(string path, string head, string body = "") => On(path, head, Encoding.UTF8.GetBytes(body));

    public Misbehaving On(string path, string head, byte[] body) => On(path, async visit =>
    {
        await visit.WriteAsync($"HTTP/1.1 {head}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        await visit.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        // Accepting ends before the listener does: a listener that is stopped refuses to be asked, and a test would fail for it.
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
                _ = ServeAsync(await listener.AcceptSocketAsync(stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        try
        {
            var request = await ReadRequestAsync(socket);
            Requests.Enqueue(request);
            var path = request.Split(' ') is [_, var asked, ..] ? asked : "";
            var visit = new Visit(socket, request, stop.Token);
            await (scripts.TryGetValue(path, out var script) ? script(visit) : visit.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            if (!visit.WasReset)
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task<string> ReadRequestAsync(Socket socket)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), stop.Token);
            length += read;
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            // A TLS greeting has no lines to wait for.
            if (read == 0 || buffer[0] == 0x16 || text.Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                return text;
            }
        }
    }

    internal sealed class Visit(Socket socket, string request, CancellationToken stop)
    {
        public string Request => request;

        public bool WasReset { get; private set; }

        public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

        public async Task WriteAsync(byte[] bytes)
        {
            for (var sent = 0; sent < bytes.Length;)
            {
                sent += await socket.SendAsync(bytes.AsMemory(sent), stop);
            }
        }

        public Task PauseAsync(int milliseconds) => Task.Delay(milliseconds, stop);

        public Task HangAsync() => Task.Delay(Timeout.Infinite, stop);

        public void Reset()
        {
            WasReset = true;
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
    }
}
