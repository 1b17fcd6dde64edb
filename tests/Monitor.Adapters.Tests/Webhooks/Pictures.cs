using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Monitor.Adapters.Tests.Webhooks;

/// <summary>An Adaptive Card about as Teams shows it, as text: bold between stars, links behind their text, a rule where it draws one.</summary>
internal static class TeamsPicture
{
    public static string Of(byte[] json)
    {
        var message = JsonNode.Parse(json)!;
        var picture = new StringBuilder($"in the list of chats: {message["summary"]}\n\n");
        foreach (var element in message["attachments"]![0]!["content"]!["body"]!.AsArray())
        {
            Draw(element!, picture);
        }

        return picture.ToString();
    }

    private static void Draw(JsonNode element, StringBuilder picture)
    {
        if (element["separator"] is not null)
        {
            picture.Append("────\n");
        }

        switch (element["type"]!.ToString())
        {
            case "Container":
                foreach (var inner in element["items"]!.AsArray())
                {
                    Draw(inner!, picture);
                }

                break;
            case "RichTextBlock":
                picture.AppendJoin("", element["inlines"]!.AsArray().Select(run => Run(run!))).Append('\n');
                break;
            default:
                throw new InvalidOperationException($"Teams has no {element["type"]}");
        }
    }

    private static string Run(JsonNode run)
    {
        var text = run["text"]!.ToString();
        text = run["weight"]?.ToString() == "Bolder" ? $"*{text}*" : text;
        text = run["color"]?.ToString() == "Attention" ? $"{text} (attention)" : text;
        return run["selectAction"]?["url"] is { } url ? $"{text} → {url}" : text;
    }
}

/// <summary>Slack's blocks about as Slack shows them, as text.</summary>
internal static partial class SlackPicture
{
    public static string Of(JsonNode message)
    {
        var picture = new StringBuilder($"in a notification: {Shown(message["text"]!)}\n\n");
        foreach (var block in message["blocks"]!.AsArray())
        {
            picture.Append(block!["type"]!.ToString() switch
            {
                "header" => $"# {block["text"]!["text"]}\n",
                "section" => $"\n{Shown(block["text"]!["text"]!)}\n",
                "context" => $"\n({Shown(block["elements"]![0]!["text"]!)})\n",
                var other => throw new InvalidOperationException($"Slack has no {other}"),
            });
        }

        return picture.ToString();
    }

    private static string Shown(JsonNode mrkdwn) =>
        Link().Replace(mrkdwn.ToString(), "$2 → $1")
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<([^|<>]+)[|]([^<>]*)>")]
    private static partial Regex Link();
}
