using System.Collections.Concurrent;
using System.Globalization;
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

    /// <summary>Requests as they came, each with its headers and its body.</summary>
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
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await socket.ReceiveAsync(buffer.AsMemory(length), stop.Token);
            length += read;
            // A TLS greeting has no lines to wait for.
            if (read == 0 || buffer[0] == 0x16 || IsWhole(buffer.AsSpan(0, length)))
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }

    // A body that is left unread would reset the connection under the answer.
    private static bool IsWhole(ReadOnlySpan<byte> request)
    {
        var head = request.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var announced = Encoding.ASCII.GetString(request[..head]).Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return announced is null || request.Length - head - 4 >= int.Parse(announced.Split(':')[1], CultureInfo.InvariantCulture);
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
