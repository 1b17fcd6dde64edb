using System.Globalization;
using System.Text.Json;
using Azure;

namespace Monitor.Adapters.Mail.Acs;

/// <summary>What the service answered, read leniently and no further than needed.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Error code of the service; empty where it gave none. Letters, digits and points only: what else it says may name an address.</param>
/// <param name="Operation">Name of its work; null where it gave none that can be asked after.</param>
/// <param name="State">State of its work; empty where it gave none.</param>
/// <param name="RetryAfter">How long it asks to wait.</param>
internal sealed record AcsAnswer(int Status, string Code, string? Operation, string State, TimeSpan? RetryAfter)
{
    private const int MaxBody = 64 * 1024;
    private const int MaxCode = 60;

    public static async Task<AcsAnswer> ReadAsync(Response response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(response.ContentStream, cancellationToken);
        var (code, operation, state) = Parse(body);
        if (code.Length == 0 && response.Headers.TryGetValue("x-ms-error-code", out var header))
        {
            code = Clean(header);
        }

        response.Headers.TryGetValue("Retry-After", out var wait);
        response.Headers.TryGetValue("Date", out var date);
        return new AcsAnswer(response.Status, code, operation, state, Http.RetryAfter.Parse(wait, date, now));
    }

    /// <summary>The clause with status and code beside it.</summary>
    public string Says(string clause) => string.Create(CultureInfo.InvariantCulture, $"{clause} ({Status}{(Code.Length > 0 ? $" {Code}" : "")})");

    // An answer that is longer says nothing that is waited for.
    private static async Task<ReadOnlyMemory<byte>> BodyAsync(Stream? stream, CancellationToken cancellationToken)
    {
        if (stream is null)
        {
            return default;
        }

        var buffer = new byte[MaxBody];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length < MaxBody ? buffer.AsMemory(0, length) : default;
    }

    private static (string Code, string? Operation, string State) Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return ("", null, "");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return (Clean(Text(At(root, "error"), "code")), Guid.TryParse(Text(root, "id"), out var id) ? id.ToString("D") : null, Clean(Text(root, "status")));
        }
        catch (JsonException)
        {
            return ("", null, "");
        }
    }

    private static JsonElement? At(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement? parent, string name) =>
        At(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    private static string Clean(string? text) =>
        new([.. (text ?? "").Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.').Take(MaxCode)]);
}
