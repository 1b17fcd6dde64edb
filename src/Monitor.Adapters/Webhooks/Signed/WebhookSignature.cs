using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Adapters.Webhooks.Signed;

/// <summary>The signature of Standard Webhooks: HMAC-SHA256 over id, timestamp and body with full stops between.</summary>
/// <remarks>https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md</remarks>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int MinKey = 24;
    private const int MaxKey = 64;

    /// <summary>The keys in a setting, in its order; null where one of them is no secret, or there is none.</summary>
    public static IReadOnlyList<byte[]>? Keys(string? secrets)
    {
        var keys = new List<byte[]>();
        foreach (var secret in (secrets ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var buffer = new byte[secret.Length];
            if (!secret.StartsWith(Prefix, StringComparison.Ordinal)
                || !Convert.TryFromBase64String(secret[Prefix.Length..], buffer, out var length)
                || length is < MinKey or > MaxKey)
            {
                return null;
            }

            keys.Add(buffer[..length]);
        }

        return keys.Count > 0 ? keys : null;
    }

    /// <summary>The header's value: one signature for each key, so that a receiver may know the old one or the new one.</summary>
    public static string Of(string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body, IReadOnlyList<byte[]> keys)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp.ToUnixTimeSeconds()}.")), .. body];
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }
}
