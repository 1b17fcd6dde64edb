using System.ComponentModel.DataAnnotations;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail.Acs;

/// <summary>E-mail by Azure Communication Services. The limits are those of a domain of one's own; one that Azure manages has fewer.</summary>
public sealed class AcsOptions : IValidatableObject
{
    public const string Section = "Monitor:Mail:Acs";

    /// <summary>Address of the resource, such as https://name.australia.communication.azure.com. Without it mail goes by SMTP. No default.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Client id of the user-assigned identity that sends; without it the environment's own identity does. No default.</summary>
    public string? ClientId { get; set; }

    /// <summary>Access key of the resource, in base64, for a laptop without an identity. Never set in Azure. No default.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Most messages in any minute. Default 30; 0 for no limit.</summary>
    [Range(0, 100_000)]
    public int AMinute { get; set; } = 30;

    /// <summary>Most messages in any hour. Default 100; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int AnHour { get; set; } = 100;

    /// <summary>Most messages in any day. Default 0: no limit.</summary>
    [Range(0, 10_000_000)]
    public int ADay { get; set; }

    /// <summary>Longest time for one request. Default 30 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    internal PaceLimits Limits => new(AMinute > 0 ? AMinute : null, AnHour > 0 ? AnHour : null, ADay > 0 ? ADay : null);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is null)
        {
            yield break;
        }

        // A token or a signature sent in the clear is a token given away.
        if (!Endpoint.IsAbsoluteUri || (Endpoint.Scheme != Uri.UriSchemeHttps && !Endpoint.IsLoopback))
        {
            yield return new ValidationResult("Monitor__Mail__Acs__Endpoint must be an https address", [nameof(Endpoint)]);
        }

        if (!string.IsNullOrEmpty(AccessKey) && !Convert.TryFromBase64String(AccessKey, new byte[AccessKey.Length], out _))
        {
            yield return new ValidationResult("Monitor__Mail__Acs__AccessKey is not base64", [nameof(AccessKey)]);
        }
    }
}
