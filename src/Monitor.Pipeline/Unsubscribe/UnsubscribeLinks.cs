using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Pipeline.Unsubscribe;

/// <summary>
/// Makes and reads the links by which a recipient leaves a list (RFC 8058: no login, no other step, hard to forge). A link
/// names the list and, by a keyed hash, the recipient: no address stands in it. It does not grow old, as mails do not; all of
/// them end when the key does (ADR 19).
/// </summary>
public sealed class UnsubscribeLinks(ReadOnlyMemory<byte> key)
{
    /// <summary>Where the Functions host serves the function: its usual prefix, and the route in function.json.</summary>
    public const string Path = "api/unsubscribe";

    private const int WhoBytes = 16;
    private const int MaxQuery = 512;

    /// <param name="app">The app's public address.</param>
    public Uri To(Uri app, string list, string address)
    {
        var who = Who(address);
        return new Uri($"{app.AbsoluteUri.TrimEnd('/')}/{Path}?list={Uri.EscapeDataString(list)}&who={who}&sig={Sign("unsubscribe", list, who)}");
    }

    /// <summary>What a link says; null unless its signature is ours. Compares in constant time.</summary>
    /// <param name="query">As in the address, with or without the question mark.</param>
    public UnsubscribeClaim? Read(string query)
    {
        if (query.Length > MaxQuery)
        {
            return null;
        }

        var (list, who, signature) = ("", "", "");
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var value = at < 0 ? "" : Uri.UnescapeDataString(pair[(at + 1)..]);
            switch (at < 0 ? pair : pair[..at])
            {
                case "list":
                    list = value;
                    break;
                case "who":
                    who = value;
                    break;
                case "sig":
                    signature = value;
                    break;
                default:
                    break;
            }
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign("unsubscribe", list, who)), Encoding.UTF8.GetBytes(signature))
            ? new UnsubscribeClaim(list, who)
            : null;
    }

    /// <summary>The recipient as a link names them: 32 hex digits that only the holder of the key can tell an address by.</summary>
    public string Who(string address) => Convert.ToHexStringLower(Hash("recipient", address.ToLowerInvariant()).AsSpan(0, WhoBytes));

    private string Sign(params ReadOnlySpan<string> parts) => Base64Url.EncodeToString(Hash(parts));

    // Each part is ended by a line feed and the first says what it is for: no two things are signed alike.
    private byte[] Hash(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part).Append('\n');
        }

        return HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(text.ToString()));
    }
}

/// <summary>What a good link says.</summary>
/// <param name="Who">The recipient, as <see cref="UnsubscribeLinks.Who"/> has it.</param>
public sealed record UnsubscribeClaim(string List, string Who);
