using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Monitor.Adapters.Tests.Mail.Smtp;

/// <summary>
/// A mail server on loopback that answers each verb by a script, breaks off where it is told to, and keeps what it took. "GREETING"
/// is what it says first, and "." what it says after the message. "drop" ends the connection, "hang" says nothing more.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private static readonly Lazy<X509Certificate2> Certificate = new(SelfSigned);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool isTlsAtOnce;
    private readonly Task accepting;

    private readonly Dictionary<string, string> replies = new(StringComparer.Ordinal)
    {
        ["GREETING"] = "220 mail.example.org at your service",
        ["EHLO"] = "250-mail.example.org\r\n250-SIZE 10240000\r\n250 8BITMIME",
        ["STARTTLS"] = "220 go ahead",
        ["AUTH"] = "235 2.7.0 welcome",
        ["MAIL"] = "250 2.1.0 ok",
        ["RCPT"] = "250 2.1.5 ok",
        ["DATA"] = "354 end with a dot",
        ["."] = "250 2.0.0 queued",
        ["QUIT"] = "221 bye",
    };

    public ScriptedServer(bool isTlsAtOnce = false)
    {
        this.isTlsAtOnce = isTlsAtOnce;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Of the certificate that it shows, and that nobody vouches for.</summary>
    public static string Thumbprint => Certificate.Value.GetCertHashString();

    /// <summary>It has come to where it says nothing more.</summary>
    public Task Hanging => hanging.Task;

    /// <summary>Commands as they came, without what followed DATA.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Messages as they came, dots unstuffed.</summary>
    public List<string> Taken { get; } = [];

    public ScriptedServer On(string verb, string reply)
    {
        replies[verb] = reply;
        return this;
    }

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
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        Stream stream = client.GetStream();
        try
        {
            if (isTlsAtOnce)
            {
                stream = await SecureAsync(stream);
            }

            var reader = new StreamReader(stream, Encoding.Latin1);
            if (!await AnswerAsync(stream, "GREETING"))
            {
                return;
            }

            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                Commands.Add(line);
                var verb = line.Split(' ')[0];
                if (!await AnswerAsync(stream, replies.ContainsKey(verb) ? verb : "EHLO") || verb == "QUIT")
                {
                    return;
                }

                if (verb == "STARTTLS" && replies[verb].StartsWith("220", StringComparison.Ordinal))
                {
                    stream = await SecureAsync(stream);
                    reader = new StreamReader(stream, Encoding.Latin1);
                }
                else if (verb == "DATA" && replies[verb].StartsWith("354", StringComparison.Ordinal))
                {
                    var message = await MessageAsync(reader);
                    if (replies["."].StartsWith('2'))
                    {
                        Taken.Add(message);
                    }

                    if (!await AnswerAsync(stream, "."))
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
        }
    }

    private async Task<bool> AnswerAsync(Stream stream, string to)
    {
        switch (replies[to])
        {
            case "drop":
                return false;
            case "hang":
                hanging.SetResult();
                await Task.Delay(Timeout.Infinite, stop.Token);
                return false;
            case var reply:
                await stream.WriteAsync(Encoding.Latin1.GetBytes($"{reply}\r\n"), stop.Token);
                await stream.FlushAsync(stop.Token);
                return true;
        }
    }

    private async Task<string> MessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return message.ToString();
    }

    private async Task<SslStream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate.Value }, stop.Token);
        return secure;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
