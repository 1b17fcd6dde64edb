using System.Text.Encodings.Web;
using System.Text.Json;

namespace Monitor.Cli.Filters;

/// <summary>
/// A filter: one JSON object a line in, one out, in order, in constant memory. A line that cannot be handled gives
/// {"id", "error"} in its place and the filter goes on.
/// </summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions Output = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="answer">Writes the properties of the answer; the object and its id are written already.</param>
    public static int Run(Stream input, Stream output, Action<JsonElement, Utf8JsonWriter> answer)
    {
        using var reader = new StreamReader(input);
        using var line = new MemoryStream();
        using var writer = new Utf8JsonWriter(line, Output);
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            string? id = null;
            try
            {
                using var request = JsonDocument.Parse(text);
                id = Text(request.RootElement, "id") ?? throw new JsonException("the object has no \"id\"");
                Begin(line, writer, id);
                answer(request.RootElement, writer);
            }
            // Whatever a line holds, the lines after it are still answered: the error is the answer.
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Begin(line, writer, id);
                writer.WriteString("error", $"line {number}: {e.Message}");
            }

            writer.WriteEndObject();
            writer.Flush();
            line.WriteByte((byte)'\n');
            line.WriteTo(output);
        }

        output.Flush();
        return 0;
    }

    /// <summary>The property's value where it is a string; a number is given as written; null otherwise.</summary>
    public static string? Text(JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>Times as every filter writes them: UTC to the second.</summary>
    public static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } t)
        {
            writer.WriteString(name, t.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Begin(MemoryStream line, Utf8JsonWriter writer, string? id)
    {
        line.SetLength(0);
        writer.Reset();
        writer.WriteStartObject();
        if (id is null)
        {
            writer.WriteNull("id");
        }
        else
        {
            writer.WriteString("id", id);
        }
    }
}
