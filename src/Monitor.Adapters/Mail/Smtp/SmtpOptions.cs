using System.ComponentModel.DataAnnotations;
using System.Net;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail.Smtp;

public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Monitor:Mail:Smtp";

    /// <summary>Name or address of the server. No default.</summary>
    [Required(ErrorMessage = "set Monitor__Mail__Smtp__Host to the mail server's name, or Monitor__Mail__Acs__Endpoint to send by Azure Communication Services")]
    public string Host { get; set; } = "";

    /// <summary>Port. Default 587, submission (RFC 6409).</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must turn to TLS before anything is said. Default true; false only for the local inbox.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Whether the connection is TLS from its first byte, as on port 465 (RFC 8314). Default false; where true, STARTTLS is not asked for.</summary>
    public bool ImplicitTls { get; set; }

    /// <summary>Login name; without it none is made.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Longest time for one message. Default 60 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Most messages in any minute. Default 0: no limit.</summary>
    [Range(0, 100_000)]
    public int AMinute { get; set; }

    /// <summary>Most messages in any hour. Default 0: no limit.</summary>
    [Range(0, 1_000_000)]
    public int AnHour { get; set; }

    /// <summary>Most messages in any day. Default 0: no limit.</summary>
    [Range(0, 10_000_000)]
    public int ADay { get; set; }

    internal PaceLimits Limits =>
        AMinute + AnHour + ADay == 0 ? PaceLimits.None : new(AMinute > 0 ? AMinute : null, AnHour > 0 ? AnHour : null, ADay > 0 ? ADay : null);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isHere = Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
        if (!string.IsNullOrEmpty(User) && !StartTls && !ImplicitTls && !isHere)
        {
            yield return new ValidationResult("a login needs TLS: leave Monitor__Mail__Smtp__StartTls on, or set Monitor__Mail__Smtp__ImplicitTls", [nameof(StartTls)]);
        }
    }
}
