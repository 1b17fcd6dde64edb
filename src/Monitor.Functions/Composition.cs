using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Monitor.Adapters.Blobs;
using Monitor.Adapters.Http;
using Monitor.Adapters.Language;
using Monitor.Adapters.Mail;
using Monitor.Adapters.Queues;
using Monitor.Adapters.Telemetry;
using Monitor.Adapters.Webhooks.Signed;
using Monitor.Adapters.Webhooks.Slack;
using Monitor.Adapters.Webhooks.Teams;
using Monitor.Pages;
using Monitor.Pipeline.Alerts;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Language;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.RereadPages;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.SendDigests;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Unsubscribe;
using Monitor.Pipeline.Writing;

namespace Monitor.Functions;

/// <summary>The one place where the parts are put together, for the function app and for the command line.</summary>
public static class Composition
{
    public static IServiceCollection AddMonitor(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddBlobStore().AddShardMessages().AddHttpFetcher().AddMail().AddLanguage().AddTelemetry();
        services.AddTeams().AddSlack().AddSignedWebhook();
        services.AddOptions<PollOptions>().BindConfiguration("Monitor:Poll").ValidateDataAnnotations();
        services.AddOptions<RereadOptions>().BindConfiguration("Monitor:Reread").ValidateDataAnnotations();
        services.AddOptions<SubscriptionOptions>().BindConfiguration(SubscriptionOptions.Section).ValidateDataAnnotations();
        services.AddOptions<SendOptions>().BindConfiguration("Monitor:Send").ValidateDataAnnotations();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<PollOptions>>().Value)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<RereadOptions>>().Value)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<SendOptions>>().Value)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<SubscriptionOptions>>().Value)
            .AddSingleton<IMailWriter, MailWriter>()
            .AddSingleton<UnsubscribePages>()
            .AddSingleton<ConfigurationSource>()
            .AddSingleton<ArticleArchive>()
            .AddSingleton<Subscriptions>()
            .AddSingleton<MessageBox>()
            .AddSingleton<PaceBook>()
            .AddSingleton<RefusalBook>()
            .AddSingleton<TellOfFailures>()
            .AddSingleton<RunLog>()
            .AddSingleton<FunctionRunner>()
            .AddSingleton<ReadFeed>()
            .AddSingleton<ReadArticle>()
            .AddSingleton<ReadAgain>()
            .AddSingleton<RereadPages>()
            .AddSingleton<StoryBook>()
            .AddSingleton<TipBox>()
            .AddSingleton<WriteTips>()
            .AddSingleton<ReleaseAlerts>()
            .AddSingleton<ReadGists>()
            .AddSingleton<NotifyOperations>()
            .AddSingleton<RuleWatch>()
            .AddSingleton<ShardWatch>()
            .AddSingleton<PollFeeds>()
            .AddSingleton<PollShard>()
            .AddSingleton<SendDigests>()
            .AddSingleton<SendMessages>()
            .AddSingleton<CheckHealth>()
            .AddSingleton<Unsubscribe>();
    }
}
