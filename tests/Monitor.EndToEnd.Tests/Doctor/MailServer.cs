using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Monitor.EndToEnd.Tests.Doctor;

/// <summary>A mail server that offers what a test wants, and answers some commands as the test says.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private readonly string[] offers;
    private readonly Dictionary<string, string> answers;

    /// <param name="offers">Extensions after EHLO.</param>
    /// <param name="answers">Answers by the first word of a command; 250 to all others.</param>
    public MailServer(string[] offers, Dictionary<string, string>? answers = null)
    {
        (this.offers, this.answers) = (offers, answers ?? []);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Every command as it came.</summary>
    public List<string> Commands { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                try
                {
                    await ServeAsync(client.GetStream());
                }
                catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // Whoever asked has gone, or does not trust the certificate.
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        await SayAsync(stream, answers.GetValueOrDefault("greeting", "220 test ready"));
        while (await ReadAsync(stream) is { Length: > 0 } command)
        {
            Commands.Add(command);
            var word = command.Split(' ')[0];
            await SayAsync(stream, word == "EHLO"
                ? string.Concat(offers.Prepend("test").Select((offer, at) => $"250{(at < offers.Length ? '-' : ' ')}{offer}\r\n")).TrimEnd()
                : answers.GetValueOrDefault(word, word == "STARTTLS" ? "220 go ahead" : "250 fine"));
            if (word == "STARTTLS")
            {
                var secure = new SslStream(stream);
                using var certificate = SelfMade();
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
                stream = secure;
            }
        }
    }

    private static X509Certificate2 SelfMade()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private Task SayAsync(Stream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token).AsTask();

    private async Task<string> ReadAsync(Stream stream)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (await stream.ReadAsync(next, stop.Token) == 1 && next[0] != '\n')
        {
            line.Append((char)next[0]);
        }

        return line.ToString().TrimEnd('\r');
    }
}
