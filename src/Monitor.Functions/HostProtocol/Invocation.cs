using System.Globalization;
using System.Text;
using System.Text.Json;
using Monitor.Pipeline.PollShard;

namespace Monitor.Functions.HostProtocol;

/// <summary>
/// What the Functions host says when it fires a timer or hands over a queue message (custom handler contract, non-forwarded). Read leniently: the first run's
/// times are of the year 1 with or without an offset, ScheduleStatus may be null, and a manual run has less of everything.
/// </summary>
/// <param name="UtcNow">The host's clock when it fired; null where it does not say.</param>
/// <param name="Last">The run before; null on the first run.</param>
/// <param name="Next">The occurrence that is being run; null where the host keeps no status.</param>
/// <param name="IsPastDue">The host started after the time was over.</param>
/// <param name="RetryCount">0 for the first attempt.</param>
/// <param name="Message">The queue message; null for a timer.</param>
internal sealed record Invocation(
    DateTimeOffset? UtcNow, DateTimeOffset? Last, DateTimeOffset? Next, bool IsPastDue, int RetryCount, QueuedMessage? Message = null)
{
    private static readonly Invocation Bare = new(null, null, null, false, 0);

    /// <summary>Null where the body is no JSON object: nobody but the host should be asking.</summary>
    public static Invocation? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Parse(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">There is no message, or none of a shard.</exception>
    public ShardDelivery Delivery(DateTimeOffset now) =>
        Message is { } message
            ? new ShardDelivery(ShardMessage.Parse(Encoding.UTF8.GetBytes(message.Text)), message.Id, message.DequeueCount, now)
            : throw new JsonException("the invocation carries no queue message");

    private static Invocation Parse(JsonElement root)
    {
        var timer = At(At(root, "Data"), "timer");
        // Some hosts hand bindings over as JSON in a string.
        if (timer is { ValueKind: JsonValueKind.String } text)
        {
            try
            {
                using var inner = JsonDocument.Parse(text.GetString()!);
                timer = inner.RootElement.Clone();
            }
            catch (JsonException)
            {
                timer = null;
            }
        }

        var status = At(timer, "ScheduleStatus");
        var metadata = At(root, "Metadata");
        return Bare with
        {
            UtcNow = Time(At(At(metadata, "sys"), "UtcNow")),
            Last = Time(At(status, "Last")),
            Next = Time(At(status, "Next")),
            IsPastDue = At(timer, "IsPastDue") is { ValueKind: JsonValueKind.True },
            RetryCount = At(At(metadata, "RetryContext"), "RetryCount") is { ValueKind: JsonValueKind.Number } count
                && count.TryGetInt32(out var retries) ? retries : 0,
            Message = Queued(At(At(root, "Data"), "shard"), metadata),
        };
    }

    // The message comes as JSON of a string that holds JSON, once more than it was queued; a host that saves itself a round is fine.
    private static QueuedMessage? Queued(JsonElement? data, JsonElement? metadata)
    {
        if (data is not { } value)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return new QueuedMessage(Unquoted(text), Text(At(metadata, "Id")), long.TryParse(Text(At(metadata, "DequeueCount")), CultureInfo.InvariantCulture, out var times) ? times : 1);
    }

    private static string Unquoted(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    // Trigger metadata come as values or as JSON in strings.
    private static string Text(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => Unquoted(text.GetString()!),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };

    // The host writes its own names in Pascal case; other hosts and people by hand do not always.
    private static JsonElement? At(JsonElement? parent, string name)
    {
        if (parent is not { ValueKind: JsonValueKind.Object } known)
        {
            return null;
        }

        foreach (var property in known.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    // Times without an offset are UTC; the year 1 means never.
    private static DateTimeOffset? Time(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text
        && DateTimeOffset.TryParse(
            text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && time.Year > 1
            ? time
            : null;
}

/// <param name="Text">As it was queued.</param>
/// <param name="Id">The queue's name for it; empty where the host does not say.</param>
/// <param name="DequeueCount">How often it was handed over, this time included.</param>
internal sealed record QueuedMessage(string Text, string Id, long DequeueCount);
