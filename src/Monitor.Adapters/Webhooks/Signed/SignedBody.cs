using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Webhooks.Signed;

/// <summary>The body of a signed webhook. Its fields are fixed: other programs read them (docs/webhook.md).</summary>
internal static class SignedBody
{
    /// <summary>Bytes of a body. Past it the text is left out, then the items shorten.</summary>
    internal const int MaxBytes = 256 * 1024;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Message message)
    {
        var card = ShorterCards.CardOf(message);
        var whole = Serialize(message, card, message.Text);
        return whole.Length <= MaxBytes ? whole : ShorterCards.Fit(card, shorter =>
        {
            var json = Serialize(message, shorter, null);
            return (json, json.Length <= MaxBytes);
        });
    }

    private static byte[] Serialize(Message message, Card card, string? text)
    {
        var kind = message.Kind.ToString().ToLowerInvariant();
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["type"] = $"message.{kind}",
                ["timestamp"] = message.DecidedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                ["data"] = new JsonObject
                {
                    ["id"] = message.Id,
                    ["kind"] = kind,
                    ["severity"] = message.Severity.ToString().ToLowerInvariant(),
                    ["follows"] = message.Follows,
                    ["subject"] = message.Subject,
                    ["title"] = card.Title,
                    ["items"] = new JsonArray([.. card.Items.Select(item => new JsonObject
                    {
                        ["title"] = item.Title,
                        ["link"] = item.Link,
                        ["lines"] = new JsonArray([.. item.Lines.Select(line => JsonValue.Create(line))]),
                    })]),
                    ["footer"] = card.Footer,
                    ["text"] = text,
                },
            },
            Json);
    }
}
