using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Monitor.Core.Addresses;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Http;

/// <summary>
/// The fetcher over HTTP. For each address on the way: the policy, for pages robots.txt, the host's turn, one request, and
/// either an outcome or the next address. No cookies, no proxy, no trace headers, no credentials; the connection is made to an
/// address that was checked (<see cref="CheckedConnection"/>).
/// </summary>
public sealed class HttpFetcher : IFetcher, IDisposable
{
    /// <summary>The product token: in the User-Agent, and what robots.txt may name.</summary>
    internal const string Product = "Monitor";

    private static readonly TimeSpan WaitWhereNoneIsSaid = TimeSpan.FromMinutes(1);

    private static readonly string Version =
        typeof(HttpFetcher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private readonly HttpOptions options;
    private readonly TimeProvider time;
    private readonly HttpMessageInvoker invoker;
    private readonly HostTurns turns;
    private readonly Robots robots;
    private readonly string userAgent;

    public HttpFetcher(HttpOptions options, TimeProvider time)
        : this(options, time, Dns.GetHostAddressesAsync)
    {
    }

    /// <param name="resolve">Looks a name up, as <see cref="Dns.GetHostAddressesAsync(string, CancellationToken)"/> does.</param>
    internal HttpFetcher(HttpOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        this.options = options;
        this.time = time;
        userAgent = $"{Product}/{Version} (+{options.Contact})";
        turns = new HostTurns(time, options.PausePerHost, options.MaxHostsAtOnce);
        robots = new Robots(options, time, (url, cancellationToken) => FollowAsync(new FetchRequest(url, FetchKind.Feed), visitGoesOn: true, cancellationToken));
        invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = new CheckedConnection(options, time, resolve).ConnectAsync,
            // A request that gives up leaves its connection attempt behind; this ends it.
            ConnectTimeout = options.FirstByteTime,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            // Long enough for the next page after the usual pause; each idle connection holds buffers, and a run meets many hosts.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        });
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
        (await FollowAsync(request, visitGoesOn: false, cancellationToken)).Outcome!;

    public void Dispose()
    {
        invoker.Dispose();
        turns.Dispose();
    }

    /// <param name="visitGoesOn">Another request to the same host follows at once: robots.txt and the page are one visit.</param>
    private async Task<Answer> FollowAsync(FetchRequest request, bool visitGoesOn, CancellationToken cancellationToken)
    {
        var url = request.Url;
        var allPermanent = true;
        var timeLeft = options.TotalTime;
        var visited = new HashSet<Uri>();
        while (true)
        {
            if (AddressPolicy.Check(url.AbsoluteUri, options.AllowLoopback) is { Allowed: false, Reason: var why })
            {
                return new(new FetchOutcome.Refused(visited.Count == 0 ? why : $"redirects to an address that is not asked: {why}"));
            }

            var permission = request.Kind == FetchKind.Page && options.RespectRobots ? await robots.AskAsync(url, cancellationToken) : default;
            if (permission.Refusal is { } refusal)
            {
                return new(refusal);
            }

            visited.Add(url);
            Answer answer;
            using (var turn = await turns.TakeAsync(url.Authority, permission.Pause, cancellationToken))
            {
                // A limit met by one page is the limit of the next; feeds have limits of their own, which their schedules obey.
                if (request.Kind == FetchKind.Page && turn.AskedToWait > TimeSpan.Zero)
                {
                    turn.Continues = true;
                    return new(new FetchOutcome.RateLimited(turn.AskedToWait));
                }

                var started = time.GetTimestamp();
                answer = await AskAsync(request with { Url = url }, allPermanent && visited.Count > 1, timeLeft, cancellationToken);
                timeLeft -= time.GetElapsedTime(started);
                if (answer.Outcome is FetchOutcome.RateLimited limited)
                {
                    turn.Quieten(limited.RetryAfter ?? WaitWhereNoneIsSaid);
                }

                turn.Continues = visitGoesOn || (answer.Next is { } next && next.Authority == url.Authority);
            }

            if (answer.Next is null)
            {
                return answer;
            }

            allPermanent &= answer.Permanent;
            url = answer.Next;
            if (visited.Contains(url) || visited.Count > options.MaxRedirects)
            {
                return new(new FetchOutcome.Broken(visited.Contains(url) ? "redirects in a circle" : $"redirects more than {options.MaxRedirects} times"), answer.Status);
            }
        }
    }

    private async Task<Answer> AskAsync(FetchRequest request, bool moved, TimeSpan timeLeft, CancellationToken cancellationToken)
    {
        var late = $"did not finish within {Seconds(options.TotalTime)}";
        if (timeLeft <= TimeSpan.Zero)
        {
            return new(new FetchOutcome.Broken(late));
        }

        using var total = new CancellationTokenSource(timeLeft, time);
        using var firstByte = new CancellationTokenSource(options.FirstByteTime, time);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        using var headers = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, firstByte.Token);
        try
        {
            using var message = Write(request);
            using var response = await invoker.SendAsync(message, headers.Token);
            return await UnderstandAsync(request, response, moved, whole.Token);
        }
        // Whatever form it takes, giving up because the caller asked for it is the caller's.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new(new FetchOutcome.Broken(total.IsCancellationRequested ? late : $"no answer within {Seconds(options.FirstByteTime)}"));
        }
        catch (Exception failure) when (NetworkFailure.Explain(failure) is { } outcome)
        {
            // A connection torn down by our own time limit can surface as the network's failure.
            return new(total.IsCancellationRequested ? new FetchOutcome.Broken(late) : outcome);
        }
    }

    private HttpRequestMessage Write(FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        Add(message.Headers, "User-Agent", userAgent);
        Add(message.Headers, "Accept", request.Kind == FetchKind.Feed
            ? "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
            : "text/html, application/xhtml+xml;q=0.9, */*;q=0.5");
        Add(message.Headers, "Accept-Language", "en-NZ, en;q=0.9, *;q=0.5");
        Add(message.Headers, "Accept-Encoding", "gzip, deflate, br");
        Add(message.Headers, "If-None-Match", request.ETag);
        Add(message.Headers, "If-Modified-Since", request.LastModified);
        return message;
    }

    /// <summary>Only what fits on one line of ASCII is sent back: a validator came from a server, and a header is no place for surprises.</summary>
    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is { Length: > 0 and <= 1024 } && !value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private async Task<Answer> UnderstandAsync(FetchRequest request, HttpResponseMessage response, bool moved, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var header = Header(response);
        switch (status)
        {
            case 301 or 302 or 303 or 307 or 308:
                return Redirect(request.Url, status, header("Location"));
            case 304:
                return new(request.ETag is null && request.LastModified is null
                    ? new FetchOutcome.Broken("answers 304 to a full read")
                    : new FetchOutcome.NotModified(moved ? request.Url : null), status);
            case 410:
                return new(new FetchOutcome.Gone(), status);
            case 429:
                return new(RateLimited(header), status);
            case 206:
                return new(new FetchOutcome.Broken("answers with a part of the document (206)"), status);
            default:
                break;
        }

        var isSuccess = status is >= 200 and < 300;
        var body = isSuccess ? await ReadAsync(request.Kind, response, header, cancellationToken) : await ReadErrorAsync(response, header, cancellationToken);
        if (BotWall.Recognise(header, body, !isSuccess) is { } wall)
        {
            return new(new FetchOutcome.Blocked(isSuccess ? $"answers with {wall}" : $"answers {status} with {wall}"), status);
        }

        return new(status switch
        {
            >= 200 and < 300 => new FetchOutcome.Fetched(
                body,
                header("Content-Type"),
                header("ETag"),
                header("Last-Modified"),
                request.Url,
                moved ? request.Url : null,
                response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    .GroupBy(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(values => values.Key, values => string.Join(", ", values), StringComparer.OrdinalIgnoreCase)),
            401 => new FetchOutcome.Blocked("asks for a password (401)"),
            402 => new FetchOutcome.Blocked("asks for payment (402)"),
            403 => new FetchOutcome.Blocked("answers 403"),
            451 => new FetchOutcome.Blocked("withheld for legal reasons (451)"),
            503 when header("Retry-After") is not null => RateLimited(header),
            _ => new FetchOutcome.Broken(string.Create(CultureInfo.InvariantCulture, $"answers {status}"), status),
        }, status);
    }

    private static Answer Redirect(Uri from, int status, string? location)
    {
        if (string.IsNullOrWhiteSpace(location))
        {
            return new(new FetchOutcome.Broken($"answers {status} without saying where to"), status);
        }

        return Uri.TryCreate(from, location.Trim(), out var next)
            ? new(null, status, next, Permanent: status is 301 or 308)
            : new(new FetchOutcome.Broken("redirects to something that is no address"), status);
    }

    private FetchOutcome.RateLimited RateLimited(Func<string, string?> header) =>
        new(RetryAfter.Parse(header("Retry-After"), header("Date"), time.GetUtcNow()));

    private async Task<byte[]> ReadAsync(FetchKind kind, HttpResponseMessage response, Func<string, string?> header, CancellationToken cancellationToken)
    {
        await using var wire = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await BoundedBody.ReadAsync(
            wire,
            header("Content-Encoding"),
            response.Content.Headers.ContentLength ?? 0,
            kind == FetchKind.Feed ? options.MaxFeedBytes : options.MaxPageBytes,
            options.MaxCompressedBytes,
            cancellationToken);
    }

    /// <summary>The body beside an error only helps to tell a wall; where it cannot be read, the status says enough.</summary>
    private static async Task<byte[]> ReadErrorAsync(HttpResponseMessage response, Func<string, string?> header, CancellationToken cancellationToken)
    {
        try
        {
            await using var wire = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await BoundedBody.ReadAsync(wire, header("Content-Encoding"), 0, BotWall.MaxBytes, BotWall.MaxBytes, cancellationToken);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>Headers as they were received: nothing is parsed on the way, so nothing can be malformed.</summary>
    private static Func<string, string?> Header(HttpResponseMessage response) => name =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
