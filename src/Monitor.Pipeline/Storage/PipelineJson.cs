using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Monitor.Pipeline.Storage;

/// <summary>How documents are written in storage: camelCase, enums by name, times in ISO 8601, text legible to people.</summary>
public static class PipelineJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">The document is not what this version writes.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> content, BlobName from)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content.Span, Options) ?? throw new JsonException("the document is null");
        }
        catch (JsonException e)
        {
            throw new JsonException($"{from} cannot be read: {e.Message}", e);
        }
    }
}
