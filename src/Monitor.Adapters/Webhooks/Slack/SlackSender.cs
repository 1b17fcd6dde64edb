using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Webhooks.Slack;

/// <summary>
/// A Slack channel, by an incoming webhook. Slack knows no identifier of ours: a post whose answer was lost is posted again.
/// </summary>
/// <remarks>What the words of its answers mean: https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks</remarks>
internal sealed class SlackSender(WebhookClient client) : IMessageSender
{
    public Channel Channel => Channel.Slack;

    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
    {
        var answer = await client.PostAsync(message.To.Address, SlackBlocks.Write(message), null, cancellationToken);
        if (answer.Failure is not null)
        {
            return answer.Outcome;
        }

        // A word, whatever the status beside it: some proxies turn every error into their own.
        return answer.Body.Trim() switch
        {
            "channel_is_archived" => new SendOutcome.Permanent(answer.Says("its channel is archived")),
            "channel_not_found" => new SendOutcome.Permanent(answer.Says("its channel is not there any more")),
            "no_service" or "no_service_id" or "no_active_hooks" or "no_team" or "team_disabled" or "invalid_token" =>
                new SendOutcome.Permanent(answer.Says("it is switched off or its address is not the one it had")),
            "action_prohibited" or "posting_to_general_channel_denied" => new SendOutcome.Permanent(answer.Says("its workspace does not let it post")),
            "invalid_payload" or "invalid_blocks" or "invalid_blocks_format" or "no_text" => new SendOutcome.Permanent(answer.Says("it cannot read the message")),
            "rate_limited" or "ratelimited" => new SendOutcome.Recoverable(answer.Says("it has had too many messages"), answer.RetryAfter),
            "rollup_error" => new SendOutcome.Recoverable(answer.Says("it could not take the message"), answer.RetryAfter),
            _ => answer.Outcome,
        };
    }
}

public static class SlackRegistration
{
    public static IServiceCollection AddSlack(this IServiceCollection services) =>
        services.AddWebhookClient().AddSingleton<IMessageSender, SlackSender>();
}
