using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Monitor.Adapters.Http;
using Monitor.Core.Addresses;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Webhooks;

/// <summary>
/// Posts JSON to a channel's address: https to public hosts only, checked again when the connection is made; no redirect, no
/// cookie, no proxy; a bounded answer and a time limit. Neither the address nor what the server says gets into a reason.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>From asking to the end of the answer. Longer than Teams and Slack take, shorter than a claim on a message.</summary>
    public static readonly TimeSpan UsualTimeLimit = TimeSpan.FromSeconds(30);

    // Providers say what they mean in a word or in a short JSON object.
    private const int MaxAnswerBytes = 4 * 1024;

    private readonly WebhookOptions options;
    private readonly HttpOptions http;
    private readonly TimeProvider time;
    private readonly TimeSpan timeLimit;
    private readonly HttpMessageInvoker invoker;

    public WebhookClient(WebhookOptions options, HttpOptions http, TimeProvider time)
        : this(options, http, time, UsualTimeLimit, Dns.GetHostAddressesAsync)
    {
    }

    internal WebhookClient(
        WebhookOptions options, HttpOptions http, TimeProvider time, TimeSpan timeLimit, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (this.options, this.http, this.time, this.timeLimit) = (options, http, time, timeLimit);
        invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = new CheckedConnection(http, time, resolve).ConnectAsync,
            ConnectTimeout = timeLimit,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        });
    }

    /// <summary>What is set for the channel; empty where nothing is.</summary>
    public WebhookTarget Target(string channel) => options.Channels.GetValueOrDefault(channel) ?? new WebhookTarget();

    /// <param name="headers">Besides the usual ones; ASCII without control characters.</param>
    public async Task<WebhookAnswer> PostAsync(
        string channel, ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, string>? headers, CancellationToken cancellationToken)
    {
        var setting = WebhookOptions.Setting(channel, nameof(WebhookTarget.Url));
        if (string.IsNullOrWhiteSpace(Target(channel).Url))
        {
            return Waits($"{setting} is not set");
        }

        if (!Uri.TryCreate(Target(channel).Url!.Trim(), UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttps || (http.AllowLoopback && url.IsLoopback))
            || !AddressPolicy.Check(url.AbsoluteUri, http.AllowLoopback).Allowed)
        {
            return Waits($"{setting} is not an https address at a public host");
        }

        using var limit = new CancellationTokenSource(timeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = Write(url, json, headers);
            using var response = await invoker.SendAsync(request, either.Token);
            return new WebhookAnswer(null, (int)response.StatusCode, await BeginningAsync(response, either.Token), RetryAfterOf(response));
        }
        // Whatever form it takes, giving up because the caller asked for it is the caller's.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            return Waits($"it did not answer within {timeLimit.TotalSeconds:0} s");
        }
        catch (Exception failure) when (NetworkFailure.Explain(failure) is { } outcome)
        {
            // The clause of a refused address names the host: that stays here.
            return Waits(outcome is FetchOutcome.Broken broken ? $"it could not be asked: {broken.Reason}" : "its address leads to a host that is not public");
        }
    }

    public void Dispose() => invoker.Dispose();

    // A setting is mended, a network comes back: the message waits for either.
    private static WebhookAnswer Waits(string reason) => new(new SendOutcome.Recoverable(reason));

    private HttpRequestMessage Write(Uri url, ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, string>? headers)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", $"{HttpFetcher.Product} (+{http.Contact})");
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    // The status is the answer: a body that cannot be read, or not in time, is an empty one.
    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxAnswerBytes];
        try
        {
            await using var wire = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await wire.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return "";
        }
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        RetryAfter.Parse(Header(response, "Retry-After"), Header(response, "Date"), time.GetUtcNow());

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
