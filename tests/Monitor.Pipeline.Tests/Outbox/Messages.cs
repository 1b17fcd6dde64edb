using Monitor.Pipeline.Outbox;

namespace Monitor.Pipeline.Tests.Outbox;

internal static class Messages
{
    public static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-11-18T18:00:00Z");

    public static Message Alert(string what = "tribunal", string to = "desk@example.org") => new(
        MessageId.From("alert", what, to), MessageKind.Alert,
        new Address("monitor@example.org", "Monitor"), new Destination(to), $"About {what}", "<p>html</p>", "text", Morning, new Delivery());
}
