using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Core.Alerts;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Webhooks.Teams;

/// <summary>
/// A message as an Adaptive Card in the envelope that Workflows takes. Text stands in text runs, which know no markup: nothing
/// in a headline can turn into a link or a mention.
/// </summary>
/// <remarks>https://adaptivecards.io/explorer/RichTextBlock.html</remarks>
internal static class TeamsCard
{
    /// <summary>Teams takes posts of 28 KB, its own envelope included.</summary>
    internal const int MaxBytes = 24 * 1024;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Message message) => ShorterCards.Fit(ShorterCards.CardOf(message), card =>
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Envelope(message, card), Json);
        return (json, json.Length <= MaxBytes);
    });

    private static JsonObject Envelope(Message message, Card card) => new()
    {
        ["type"] = "message",
        ["summary"] = message.Subject,
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = "1.4",
                ["fallbackText"] = message.Subject,
                ["msteams"] = new JsonObject { ["width"] = "Full" },
                ["body"] = Body(message, card),
            },
        }),
    };

    private static JsonArray Body(Message message, Card card)
    {
        var title = Run(card.Title, size: "Large", bold: true, color: message.Severity == Severity.High ? "Attention" : null);
        var body = new JsonArray(Block(title));
        foreach (var item in card.Items)
        {
            var headline = Run(item.Title, bold: true);
            if (item.Link is not null)
            {
                headline["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = item.Link };
            }

            body.Add(new JsonObject
            {
                ["type"] = "Container",
                ["separator"] = true,
                ["spacing"] = "Medium",
                ["items"] = new JsonArray([Block(headline), .. item.Lines.Select(line => Block(Run(line), spacing: "Small"))]),
            });
        }

        if (card.Footer.Length > 0)
        {
            var footer = Block(Run(card.Footer, size: "Small", subtle: true), spacing: "Medium");
            footer["separator"] = true;
            body.Add(footer);
        }

        return body;
    }

    private static JsonObject Block(JsonObject run, string? spacing = null)
    {
        var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
        if (spacing is not null)
        {
            block["spacing"] = spacing;
        }

        return block;
    }

    private static JsonObject Run(string text, string? size = null, bool bold = false, bool subtle = false, string? color = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (size is not null)
        {
            run["size"] = size;
        }

        if (bold)
        {
            run["weight"] = "Bolder";
        }

        if (subtle)
        {
            run["isSubtle"] = true;
        }

        if (color is not null)
        {
            run["color"] = color;
        }

        return run;
    }
}
