using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Core.Topics;

namespace Monitor.Cli.Authoring;

/// <summary>The desk's own judgements, an article a line: id, url, title, summary, text, labels, why.</summary>
internal sealed class FeedbackFile(string path)
{
    public const string Name = "feedback.jsonl";

    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Path => path;

    /// <summary>Adds the article, or the label to the article that is there; a later label of the same topic counts.</summary>
    /// <exception cref="InvalidDataException">A line of the file cannot be read; the message names it, and nothing is written.</exception>
    public void Put(string id, string? url, TopicDocument document, string topic, int label, string why)
    {
        var lines = Read();
        var article = lines.Find(line => line["id"] is JsonValue value && value.TryGetValue<string>(out var known) && known == id);
        if (article is null)
        {
            article = new JsonObject { ["id"] = id };
            if (url is not null)
            {
                article["url"] = url;
            }

            lines.Add(article);
        }

        (article["title"], article["summary"], article["text"]) = (document.Title, document.Summary, document.Text);
        var labels = article["labels"] as JsonObject;
        if (labels is null)
        {
            article["labels"] = labels = [];
        }

        labels[topic] = label;
        article["why"] = why;

        // Written beside and moved over, so that a stop in between leaves the old file.
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        File.WriteAllLines(path + ".new", lines.Select(line => line.ToJsonString(Legible)));
        File.Move(path + ".new", path, overwrite: true);
    }

    private List<JsonObject> Read()
    {
        var lines = new List<JsonObject>();
        var number = 0;
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                lines.Add(JsonNode.Parse(line) as JsonObject ?? throw new JsonException("the line is not an object"));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
            }
        }

        return lines;
    }
}
