using System.ComponentModel.DataAnnotations;
using Monitor.Core.Digests;

namespace Monitor.Adapters.Mail;

/// <summary>What is the same whichever way mail goes.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Monitor:Mail";

    /// <summary>Where answers to a mail go; empty for the sender of desk.yaml. No default.</summary>
    public string? ReplyTo { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(ReplyTo) && !Recipient.IsAddress(ReplyTo))
        {
            yield return new ValidationResult("Monitor__Mail__ReplyTo is no e-mail address", [nameof(ReplyTo)]);
        }
    }
}
