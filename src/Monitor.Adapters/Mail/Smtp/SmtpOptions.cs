using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail;

public sealed class SmtpOptions
{
    public const string Section = "Monitor:Mail:Smtp";

    /// <summary>Name or address of the server. No default.</summary>
    [Required(ErrorMessage = "set Monitor__Mail__Smtp__Host to the mail server's name")]
    public string Host { get; set; } = "";

    /// <summary>Port. Default 587, submission (RFC 6409).</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must turn to TLS before anything is said. Default true; false only for the local inbox.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Login name; without it none is made.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Longest time for one message. Default 60 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(60);
}

public static class SmtpRegistration
{
    public static IServiceCollection AddSmtp(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateDataAnnotations();
        return services.AddSingleton<IMessageSender, SmtpSender>();
    }
}
