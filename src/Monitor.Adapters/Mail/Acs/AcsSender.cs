using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Mail.Acs;

/// <summary>
/// Mail by Azure Communication Services over REST. emails:send begins a work under a name of ours (Operation-Id), and the run that
/// comes when the service said asks what became of it: nothing waits in memory. A message whose hand-over broke off is asked for
/// before it is handed over again, and then under the same name. That a mailbox bounced later is not told here; the service
/// notes it, and refuses the next message to it.
/// </summary>
public sealed class AcsSender : IMessageSender
{
    private const string Version = "2025-09-01";

    // The double slash is the service's own.
    private const string Scope = "https://communication.azure.com//.default";

    private readonly AcsOptions options;
    private readonly string? replyTo;
    private readonly TimeProvider clock;
    private readonly HttpPipeline pipeline;

    public AcsSender(AcsOptions options, MailOptions mail, TimeProvider clock)
        : this(options, mail, clock, new HttpClientTransport(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan }), null)
    {
    }

    internal AcsSender(AcsOptions options, MailOptions mail, TimeProvider clock, HttpPipelineTransport transport, TokenCredential? credential)
    {
        (this.options, replyTo, this.clock) = (options, mail.ReplyTo, clock);
        // The outbox tries again, and tells what happened; nothing tries again unseen.
        var client = new Client { Transport = transport, Retry = { MaxRetries = 0, NetworkTimeout = options.TimeLimit } };
        client.Diagnostics.IsLoggingContentEnabled = false;
        pipeline = HttpPipelineBuilder.Build(client, string.IsNullOrEmpty(options.AccessKey)
            ? new BearerTokenAuthenticationPolicy(credential ?? Credential(options.ClientId), Scope)
            : new AccessKeySignature(options.AccessKey, clock));
    }

    public Channel Channel => Channel.Mail;

    public PaceLimits Limits => options.Limits;

    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
    {
        var delivery = message.Delivery;
        var operation = delivery.Operation ?? OperationId.Of(message.Id, delivery.OperationsEnded);
        if (delivery.Operation is not null || delivery.InDoubt)
        {
            var (answer, failure) = await AskAsync(RequestMethod.Get, $"/emails/operations/{operation}", null, null, cancellationToken);
            if (failure is not null)
            {
                return failure;
            }

            if (AcsVerdict.OfAsking(answer!, operation) is { } outcome)
            {
                return outcome;
            }

            // It has confirmed this work once: to begin anew would be to send twice.
            if (delivery.Operation is not null)
            {
                return new SendOutcome.Recoverable(answer!.Says("the service has forgotten its own work"), answer.RetryAfter) { InDoubt = true };
            }
        }

        var mail = AcsMail.Write(message, replyTo);
        if (mail.Length > AcsMail.MaxBytes)
        {
            return new SendOutcome.Permanent("the message is larger than the service takes (10 MB)");
        }

        var (taken, broken) = await AskAsync(RequestMethod.Post, "/emails:send", operation, mail, cancellationToken);
        return broken ?? AcsVerdict.OfSending(taken!, operation);
    }

    private async Task<(AcsAnswer? Answer, SendOutcome? Failure)> AskAsync(
        RequestMethod method, string path, string? operation, byte[]? body, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(options.TimeLimit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        using var asked = pipeline.CreateMessage();
        asked.BufferResponse = false;
        asked.Request.Method = method;
        asked.Request.Uri.Reset(new Uri(options.Endpoint!, $"{path}?api-version={Version}"));
        asked.Request.Headers.Add("Accept", "application/json");
        if (body is not null)
        {
            asked.Request.Headers.Add("Operation-Id", operation!);
            asked.Request.Headers.Add("Content-Type", "application/json");
            asked.Request.Content = RequestContent.Create(body);
        }

        try
        {
            await pipeline.SendAsync(asked, limit.Token);
            return (await AcsAnswer.ReadAsync(asked.Response, clock.GetUtcNow(), limit.Token), null);
        }
        catch (AuthenticationFailedException)
        {
            return (null, new SendOutcome.Recoverable("Azure gave no token for the service") { OfProvider = true, InDoubt = body is null });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Broken($"the service took longer than {options.TimeLimit.TotalSeconds:0} s"));
        }
        catch (Exception e) when (e is RequestFailedException or IOException or HttpRequestException)
        {
            return (null, Broken("the connection to the service broke"));
        }
    }

    // Whether the service had read the request nobody knows.
    private static SendOutcome.Recoverable Broken(string reason) => new(reason) { OfProvider = true, InDoubt = true };

    private static TokenCredential Credential(string? clientId) =>
        string.IsNullOrEmpty(clientId) ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private sealed class Client : ClientOptions;
}
