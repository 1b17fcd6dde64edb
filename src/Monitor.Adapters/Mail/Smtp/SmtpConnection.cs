using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>Lines to and from a server: one command, one reply, both bounded.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int MostLines = 200;
    private const int LongestLine = 4096;

    private readonly TcpClient client = new();
    private readonly byte[] buffer = new byte[LongestLine];
    private Stream stream = Stream.Null;
    private int from;
    private int to;

    public bool IsSecure => stream is SslStream;

    /// <summary>How this side calls itself: by the address that it comes from (RFC 5321, 4.1.3).</summary>
    public string OwnName => client.Client.LocalEndPoint is IPEndPoint { Address: var address }
        ? address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6 ? $"[IPv6:{address}]" : $"[{address.MapToIPv4()}]"
        : "[127.0.0.1]";

    public async Task ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        client.NoDelay = true;
        await client.ConnectAsync(host, port, cancellationToken);
        stream = client.GetStream();
    }

    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not the host's, or nobody vouches for it.</exception>
    public async Task SecureAsync(string host, RemoteCertificateValidationCallback? trust, CancellationToken cancellationToken)
    {
        if (from != to)
        {
            // What was said in the clear must not be taken for something said under TLS.
            throw new InvalidDataException("the server said more than it was asked before TLS");
        }

        var secure = new SslStream(stream);
        stream = secure;
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = trust }, cancellationToken);
    }

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <exception cref="InvalidDataException">What comes is not SMTP.</exception>
    /// <exception cref="EndOfStreamException">The server ended the connection.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 200 or > 599
                || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                break;
            }

            lines.Add(line.Length > 4 ? new string([.. line[4..].Select(letter => letter is >= ' ' and <= '~' ? letter : ' ')]) : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new InvalidDataException("what answers there does not speak SMTP");
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var end = buffer.AsSpan(from, to - from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.ASCII.GetString(buffer, from, end).TrimEnd('\r');
                from += end + 1;
                return line;
            }

            if (from > 0)
            {
                buffer.AsSpan(from, to - from).CopyTo(buffer);
                (from, to) = (0, to - from);
            }

            if (to == buffer.Length)
            {
                throw new InvalidDataException("a line of the server has no end");
            }

            var read = await stream.ReadAsync(buffer.AsMemory(to), cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException("the server ended the connection");
            }

            to += read;
        }
    }
}
