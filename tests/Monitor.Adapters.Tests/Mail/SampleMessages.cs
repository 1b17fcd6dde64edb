using Monitor.Pipeline.Outbox;

namespace Monitor.Adapters.Tests.Mail;

internal static class SampleMessages
{
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-18T18:00:00Z");

    public static Message Alert(string subject = "Tribunal refuses visa", Delivery? delivery = null) => new(
        "0123456789abcdef", MessageKind.Alert, new Address("monitor@example.org", "Monitor"), new Destination("desk@example.net", "The desk"),
        subject, "<p>Kōrero</p>", "Kōrero\n", Now, delivery ?? new Delivery());
}
