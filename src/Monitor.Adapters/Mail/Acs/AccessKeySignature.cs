using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Monitor.Adapters.Mail.Acs;

/// <summary>Signs each request with the resource's access key (Azure Communication Services, "Authenticate with HMAC").</summary>
internal sealed class AccessKeySignature(string key, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    private readonly byte[] secret = Convert.FromBase64String(key);

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        using var body = new MemoryStream();
        request.Content?.WriteTo(body, message.CancellationToken);
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var uri = request.Uri.ToUri();
        var (hash, signature) = Sign(secret, request.Method.Method, uri, date, body.GetBuffer().AsSpan(0, (int)body.Length));
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("x-ms-content-sha256", hash);
        request.Headers.SetValue("Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }

    /// <returns>The hash of the body and the signature, both in base64.</returns>
    public static (string Hash, string Signature) Sign(byte[] secret, string method, Uri uri, string date, ReadOnlySpan<byte> body)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(body));
        var signed = $"{method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{hash}";
        return (hash, Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed))));
    }
}
