using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Pipeline.Outbox;

namespace Monitor.Adapters.Mail.Acs;

/// <summary>A message as emails:send takes it.</summary>
internal static class AcsMail
{
    /// <summary>The service refuses a larger request.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>One recipient, of the fifty that the service would take: each one's copy arrives or fails by itself.</summary>
    public static byte[] Write(Message message, string? replyTo) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            SenderAddress = message.From.Email,
            Content = new { message.Subject, PlainText = message.Text, message.Html },
            Recipients = new { To = new[] { Mailbox(message.To.Address, message.To.Name) } },
            ReplyTo = string.IsNullOrEmpty(replyTo) ? null : new[] { Mailbox(replyTo, null) },
            Headers = MailHeaders.Of(message).ToDictionary(header => header.Name, header => header.Value),
            // What opens a mail or follows a link in it is nobody's business.
            UserEngagementTrackingDisabled = true,
        },
        Options);

    private static object Mailbox(string address, string? name) => new { Address = address, DisplayName = string.IsNullOrEmpty(name) ? null : name };
}
