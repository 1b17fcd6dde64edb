using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Core.Alerts;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Webhooks.Slack;

/// <summary>A message in Slack's blocks: a header, a section for each item, the footer as context, and a text for notifications.</summary>
/// <remarks>https://api.slack.com/reference/block-kit/blocks and https://api.slack.com/reference/surfaces/formatting#escaping</remarks>
internal static class SlackBlocks
{
    /// <summary>Blocks in one message.</summary>
    internal const int MaxBlocks = 50;

    /// <summary>Characters of a section's text, escapes included.</summary>
    internal const int MaxSection = 3000;

    /// <summary>Characters of a header.</summary>
    internal const int MaxHeader = 150;

    // Nothing is said of the whole; this is far below what was seen to be refused.
    private const int MaxBytes = 100 * 1024;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Message message) => ShorterCards.Fit(ShorterCards.CardOf(message), card =>
    {
        var sections = card.Items.Select(Section).Append(Escape(card.Footer)).ToList();
        var json = JsonSerializer.SerializeToUtf8Bytes(Payload(message, card, sections), Json);
        return (json, card.Items.Count + 2 <= MaxBlocks && sections.TrueForAll(section => section.Length <= MaxSection) && json.Length <= MaxBytes);
    });

    /// <summary>The three characters that Slack gives a meaning: with them gone, a text cannot mention, link or call a channel.</summary>
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static JsonObject Payload(Message message, Card card, List<string> sections)
    {
        var title = message.Severity == Severity.High ? $"❗ {card.Title}" : card.Title;
        var blocks = new JsonArray(new JsonObject
        {
            ["type"] = "header",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = title.Length > MaxHeader ? Cut(title) : title, ["emoji"] = false },
        });
        foreach (var section in sections.Take(card.Items.Count))
        {
            blocks.Add(new JsonObject { ["type"] = "section", ["text"] = Markdown(section) });
        }

        if (card.Footer.Length > 0)
        {
            blocks.Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Markdown(sections[^1])) });
        }

        return new JsonObject
        {
            ["text"] = Escape(message.Subject),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["blocks"] = blocks,
        };
    }

    private static string Section(CardItem item)
    {
        var text = new StringBuilder("*");
        // A bar would end the address.
        text.Append(item.Link is { } link ? $"<{Escape(link.Replace("|", "%7C", StringComparison.Ordinal))}|{Escape(item.Title)}>" : Escape(item.Title)).Append('*');
        foreach (var line in item.Lines)
        {
            text.Append('\n').Append(Escape(line));
        }

        return text.ToString();
    }

    // Verbatim: nothing in the text turns into a link or a channel by itself.
    private static JsonObject Markdown(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };

    private static string Cut(string title) => title[..(MaxHeader - 1 - (char.IsHighSurrogate(title[MaxHeader - 2]) ? 1 : 0))] + "…";
}
