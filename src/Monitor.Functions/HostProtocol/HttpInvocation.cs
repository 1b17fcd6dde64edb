using System.Text.Json;

namespace Monitor.Functions.HostProtocol;

/// <summary>
/// A web request as the Functions host hands it to a custom handler without forwarding: Data.{binding} with Url and Method. The
/// rest of it (Query as an object or as JSON in a string, Headers, Body) differs between versions of the host and is not needed.
/// </summary>
/// <param name="Query">With its question mark; empty where there is none.</param>
internal sealed record HttpInvocation(string Method, string Query)
{
    /// <summary>Null where the body is not an invocation with a request in it.</summary>
    public static HttpInvocation? Parse(ReadOnlyMemory<byte> body, string binding)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("Data", out var data) && data.ValueKind == JsonValueKind.Object
                && data.TryGetProperty(binding, out var request) && request.ValueKind == JsonValueKind.Object
                && Text(request, "Method") is { } method && Text(request, "Url") is { } url
                ? new HttpInvocation(method.ToUpperInvariant(), url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? url[at..].Split('#')[0] : "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>What the host is to answer the browser.</summary>
internal sealed record HttpAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
