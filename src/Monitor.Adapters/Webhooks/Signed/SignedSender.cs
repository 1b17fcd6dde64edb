using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Webhooks.Signed;

/// <summary>
/// Another program, by a webhook signed as Standard Webhooks has it. The message's identifier goes along as webhook-id, the same
/// on every attempt: a receiver that keeps it takes each message once. docs/webhook.md describes the body.
/// </summary>
internal sealed class SignedSender(WebhookClient client, TimeProvider time) : IMessageSender
{
    public Channel Channel => Channel.Webhook;

    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
    {
        if (WebhookSignature.Keys(client.Target(message.To.Address).Secret) is not { } keys)
        {
            return new SendOutcome.Recoverable($"{WebhookOptions.Setting(message.To.Address, nameof(WebhookTarget.Secret))} holds no secret such as whsec_ and Base64");
        }

        var body = SignedBody.Write(message);
        var now = time.GetUtcNow();
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = message.Id,
            ["webhook-timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = WebhookSignature.Of(message.Id, now, body, keys),
        };
        var answer = await client.PostAsync(message.To.Address, body, headers, cancellationToken);
        return answer switch
        {
            // While secrets change, or while the program is being put in place.
            { Status: 401 or 403 or 404 or 405 } => new SendOutcome.Recoverable(answer.Says("it refuses the signature or is not there yet"), answer.RetryAfter),
            _ => answer.Outcome,
        };
    }
}

public static class SignedRegistration
{
    public static IServiceCollection AddSignedWebhook(this IServiceCollection services) =>
        services.AddWebhookClient().AddSingleton<IMessageSender, SignedSender>();
}
