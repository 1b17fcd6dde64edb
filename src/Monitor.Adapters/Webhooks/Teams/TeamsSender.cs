using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Webhooks.Teams;

/// <summary>
/// A Teams channel, by the webhook of a workflow ("Post to a channel when a webhook request is received"). Teams knows no
/// identifier of ours: a post whose answer was lost is posted again.
/// </summary>
internal sealed class TeamsSender(WebhookClient client) : IMessageSender
{
    public Channel Channel => Channel.Teams;

    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
    {
        var answer = await client.PostAsync(message.To.Address, TeamsCard.Write(message), null, cancellationToken);
        return answer switch
        {
            // Somebody has switched the workflow off, and may switch it on again.
            { Status: 400, Body: var body } when body.Contains("TriggerIsNotEnabled", StringComparison.OrdinalIgnoreCase)
                || body.Contains("WorkflowTriggerIsNotEnabled", StringComparison.OrdinalIgnoreCase) =>
                new SendOutcome.Recoverable(answer.Says("its workflow is switched off")),
            // The old connectors answered 200 and said in the body that they had been throttled.
            { Status: 200, Body: var body } when body.Contains("HTTP error 429", StringComparison.OrdinalIgnoreCase) =>
                new SendOutcome.Recoverable("it has had too many messages", answer.RetryAfter),
            _ => answer.Outcome,
        };
    }
}

public static class TeamsRegistration
{
    public static IServiceCollection AddTeams(this IServiceCollection services) =>
        services.AddWebhookClient().AddSingleton<IMessageSender, TeamsSender>();
}
