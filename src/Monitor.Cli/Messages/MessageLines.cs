using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Cli.Feeds;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;

namespace Monitor.Cli.Messages;

/// <summary>Messages as lines for people, or a JSON object a line for programs.</summary>
internal static class MessageLines
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> WriteAsync(IAsyncEnumerable<StoredMessage> messages, DeskZone zone, DateOnly today, bool json, TextWriter output)
    {
        var counts = new Dictionary<MessageState, int>();
        await foreach (var stored in messages)
        {
            counts[stored.State] = counts.GetValueOrDefault(stored.State) + 1;
            await output.WriteLineAsync(json ? JsonSerializer.Serialize(Row(stored), Json) : Line(stored, zone, today));
        }

        if (!json)
        {
            int Of(MessageState state) => counts.GetValueOrDefault(state);
            await output.WriteLineAsync($"{Of(MessageState.Pending)} pending, {Of(MessageState.Failed)} failed, {Of(MessageState.Sent)} sent. Times are {zone.Id}.");
        }

        return 0;
    }

    /// <summary>Whom a message goes to, as the operator knows them.</summary>
    public static string Recipient(Destination to) => to switch
    {
        { Channel: not Channel.Mail } => $"{to.Channel} {to.Address}",
        { Name: { Length: > 0 } name } => $"{name} <{to.Address}>",
        _ => to.Address,
    };

    private static object Row(StoredMessage stored)
    {
        var (message, delivery) = (stored.Message, stored.Message.Delivery);
        return new
        {
            message.Id,
            stored.State,
            message.Kind,
            message.Severity,
            message.To.Channel,
            To = message.To.Address,
            message.Subject,
            DecidedAt = message.DecidedAt.UtcDateTime,
            SentAt = delivery.SentAt?.UtcDateTime,
            FailedAt = delivery.FailedAt?.UtcDateTime,
            delivery.Attempts,
            NotBefore = delivery.NotBefore?.UtcDateTime,
            delivery.LastError,
            delivery.InDoubt,
        };
    }

    private static string Line(StoredMessage stored, DeskZone zone, DateOnly today)
    {
        var (message, delivery) = (stored.Message, stored.Message.Delivery);
        var line = $"{message.Id}  {stored.State.ToString().ToLowerInvariant(),-7}  {zone.TimeSeenFrom(today, delivery.SentAt ?? delivery.FailedAt ?? message.DecidedAt),-20}  {message.Kind.ToString().ToLowerInvariant(),-10}  "
            + $"{Terminal.Line(Recipient(message.To), 50)}  {Terminal.Line(message.Subject, 80)}";
        return What(stored, zone, today) is { } what ? $"{line}\n                  {what}" : line;
    }

    private static string? What(StoredMessage stored, DeskZone zone, DateOnly today) => (stored.State, stored.Message.Delivery) switch
    {
        (MessageState.Failed, { LastError: { } reason }) => Terminal.Line(reason, 120),
        (MessageState.Pending, { Operation: not null }) => "the provider has it, and is asked what came of it",
        (MessageState.Pending, { ClaimedUntil: not null }) => "in a sender's hands",
        (MessageState.Pending, { LastError: { } reason, NotBefore: { } at }) => $"{Terminal.Line(reason, 90)}; again {zone.TimeSeenFrom(today, at)}",
        _ => null,
    };
}
