using System.IO.Compression;
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

    /// <summary>As gzip, for documents that are large and that nobody reads by eye. The JSON is never in memory whole.</summary>
    public static ReadOnlyMemory<byte> Zip<T>(T value)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, value, Options);
        }

        return zipped.GetBuffer().AsMemory(0, (int)zipped.Length);
    }

    /// <exception cref="JsonException">The document is not what this version writes.</exception>
    public static T Unzip<T>(ReadOnlyMemory<byte> content, BlobName from)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<T>(gzip, Options) ?? throw new JsonException("the document is null");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new JsonException($"{from} cannot be read: {e.Message}", e);
        }
    }
}
