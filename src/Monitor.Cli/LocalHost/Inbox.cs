using System.Net.Http.Json;
using System.Text.Json;

namespace Monitor.Cli.LocalHost;

/// <summary>A mail server on this machine that keeps what it gets, and shows it on a web page.</summary>
internal sealed class Inbox(ChildProcess process, int smtpPort, int webPort) : IAsyncDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri($"http://127.0.0.1:{webPort}") };

    public int SmtpPort => smtpPort;

    public Uri WebPage => http.BaseAddress!;

    /// <summary>Every mail in the inbox.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailsAsync(CancellationToken cancellationToken)
    {
        var mails = await http.GetFromJsonAsync<JsonElement>("/email", cancellationToken);
        return
        [
            .. mails.EnumerateArray().Select(mail => new ReceivedMail(
                mail.GetProperty("id").GetString()!,
                mail.TryGetProperty("messageId", out var id) ? id.GetString() ?? "" : "",
                mail.TryGetProperty("subject", out var subject) ? subject.GetString() ?? "" : "",
                mail.TryGetProperty("html", out var html) && html.ValueKind == JsonValueKind.String ? html.GetString()! : "",
                mail.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "",
                mail.TryGetProperty("headers", out var headers) && headers.TryGetProperty("in-reply-to", out var first) ? first.ToString() : "")),
        ];
    }

    /// <summary>A mail as it came, headers and all.</summary>
    public Task<string> SourceAsync(string id, CancellationToken cancellationToken) => http.GetStringAsync($"/email/{id}/source", cancellationToken);

    /// <summary>Throws every mail away.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken) =>
        (await http.DeleteAsync("/email/all", cancellationToken)).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return new ValueTask(process.StopAsync(TimeSpan.FromSeconds(5)));
    }
}

/// <param name="Id">The inbox's own name for it.</param>
/// <param name="MessageId">The Message-ID header, without angle brackets.</param>
/// <param name="InReplyTo">The In-Reply-To header; empty where there is none.</param>
internal sealed record ReceivedMail(string Id, string MessageId, string Subject, string Html, string Text, string InReplyTo = "");
