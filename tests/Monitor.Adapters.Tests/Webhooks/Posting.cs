using System.Net;
using Monitor.Adapters.Http;
using Monitor.Adapters.Tests.Http;
using Monitor.Adapters.Webhooks;
using Monitor.Adapters.Webhooks.Signed;
using Monitor.Adapters.Webhooks.Slack;
using Monitor.Adapters.Webhooks.Teams;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Tests.Webhooks;

/// <summary>Senders towards a server on this machine, and messages for them.</summary>
internal static class Posting
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-18T18:00:05Z", System.Globalization.CultureInfo.InvariantCulture);

    public static readonly Card SampleCard = new(
        "Alert: 501 deportations",
        [new CardItem("Tribunal upholds removal", "https://harbourherald.example/a?b=1&c=2", ["New: he has until Friday.", "Why: section 501."])],
        "13 of 14 feeds.");

    public static WebhookClient Client(
        string? url, string? secret = Secret, bool allowLoopback = true, TimeSpan? timeLimit = null, TimeProvider? time = null,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var options = new WebhookOptions();
        options.Channels["desk"] = new WebhookTarget { Url = url, Secret = secret };
        return new WebhookClient(
            options, new HttpOptions { Contact = "desk@example.org", AllowLoopback = allowLoopback }, time ?? new StoppedClock(Now),
            timeLimit ?? TimeSpan.FromMinutes(1), resolve ?? ((_, _) => throw new InvalidOperationException("no name is looked up here")));
    }

    public static IMessageSender Sender(Channel channel, WebhookClient client) => channel switch
    {
        Channel.Teams => new TeamsSender(client),
        Channel.Slack => new SlackSender(client),
        _ => new SignedSender(client, new StoppedClock(Now)),
    };

    public static async Task<SendOutcome> SendAsync(Channel channel, WebhookClient client, Message? message = null)
    {
        using (client)
        {
            return await Sender(channel, client).SendAsync(message ?? Message(channel), CancellationToken.None);
        }
    }

    public static Message Message(Channel channel, Card? card = null, MessageKind kind = MessageKind.Alert) => new(
        "7a3c9d5e1f20b846", kind, new Address("monitor@example.org", "Monitor"), new Destination("desk", Channel: channel),
        "Alert · 501 deportations: Tribunal upholds removal", null, "The text of the message.", Now.AddSeconds(-5), new Delivery(),
        Card: card ?? SampleCard);
}
