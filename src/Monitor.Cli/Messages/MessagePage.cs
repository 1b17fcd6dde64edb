using System.Text.Json;
using Monitor.Adapters.Mail;
using Monitor.Cli.Feeds;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;

namespace Monitor.Cli.Messages;

/// <summary>One message on a terminal. Addresses are shown: whoever may read the storage may see them.</summary>
internal static class MessagePage
{
    private const int Wide = 200;

    public static async Task<int> ShowAsync(
        MessageBox box, string id, DeskZone zone, bool json, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (await box.FindAsync(id, cancellationToken) is not { } message)
        {
            await errors.WriteLineAsync($"monitor messages: there is no message {Terminal.Line(id, 40)}; `monitor messages list` shows them");
            return 1;
        }

        await output.WriteLineAsync(json ? JsonSerializer.Serialize(message, MessageLines.Json) : string.Join('\n', Lines(message, zone)));
        return 0;
    }

    private static IEnumerable<string> Lines(Message message, DeskZone zone)
    {
        string Seen(DateTimeOffset instant) => zone.TimeSeenFrom(DateOnly.MinValue, instant);
        var delivery = message.Delivery;
        yield return Field("Message", $"{message.Id} ({message.Kind.ToString().ToLowerInvariant()}, {message.Severity.ToString().ToLowerInvariant()})");
        yield return Field("From", message.From.Name is { Length: > 0 } name ? $"{name} <{message.From.Email}>" : message.From.Email);
        yield return Field("To", MessageLines.Recipient(message.To));
        yield return Field("Subject", message.Subject);
        if (message.To.Channel == Channel.Mail)
        {
            foreach (var (header, value) in MailHeaders.Of(message))
            {
                yield return Field(header, value);
            }
        }

        yield return "";
        yield return $"What happened so far (times are {zone.Id}):";
        yield return $"  {Seen(message.DecidedAt)}  decided";
        foreach (var happened in delivery.History ?? [])
        {
            yield return $"  {Seen(happened.At)}  {Terminal.Line(happened.What, Wide)}";
        }

        yield return $"  {Now(delivery, Seen)}";
        yield return "";
        foreach (var line in message.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            // Not cut, but harmless to a terminal.
            yield return Terminal.Line(line, int.MaxValue);
        }
    }

    private static string Now(Delivery delivery, Func<DateTimeOffset, string> seen) => delivery switch
    {
        { SentAt: { } at } => $"Sent {seen(at)}, at attempt {delivery.Attempts}.",
        { FailedAt: not null } => $"Given up after {delivery.Attempts} {(delivery.Attempts == 1 ? "attempt" : "attempts")}. `monitor messages retry ID` sends it again.",
        { Operation: { } operation } => $"The provider has it as {Terminal.Line(operation, 60)}, and is asked what came of it{(delivery.NotBefore is { } next ? $" {seen(next)}" : "")}.",
        { ClaimedUntil: { } until } => $"In a sender's hands until {seen(until)}.",
        { NotBefore: { } next } => $"Waiting for attempt {delivery.Attempts + 1}, {seen(next)}.",
        _ => "Waiting for the next sending.",
    };

    private static string Field(string name, string value) => $"{name + ":",-16} {Terminal.Line(value, Wide)}";
}
