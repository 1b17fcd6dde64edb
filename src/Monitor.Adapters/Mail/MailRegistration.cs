using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Adapters.Mail.Acs;
using Monitor.Adapters.Mail.Smtp;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail;

public static class MailRegistration
{
    /// <summary>Mail by Azure Communication Services where an endpoint is set, else by SMTP. Options are checked when the sender is first needed.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations();
        services.AddOptions<AcsOptions>().BindConfiguration(AcsOptions.Section).ValidateDataAnnotations();
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateDataAnnotations();
        return services.AddSingleton<IMessageSender>(provider =>
        {
            var mail = provider.GetRequiredService<IOptions<MailOptions>>().Value;
            var clock = provider.GetRequiredService<TimeProvider>();
            return provider.GetRequiredService<IOptions<AcsOptions>>().Value is { Endpoint: not null } acs
                ? new AcsSender(acs, mail, clock)
                : new SmtpSender(provider.GetRequiredService<IOptions<SmtpOptions>>().Value, mail, clock);
        });
    }
}
