using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Monitor.Adapters.Http;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Tests.Http;

public class HttpFetcherTests
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>Outlet</title></channel></rss>";

    [Fact]
    public async Task A_feed_comes_with_what_the_next_request_needs()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nETag: W/\"7\"\r\nLast-Modified: Sat, 21 Nov 2026 00:00:00 GMT", Feed);
        var fetched = await FetchAsync<FetchOutcome.Fetched>(server.Url("/feed"));
        Encoding.UTF8.GetString(fetched.Body.Span).ShouldBe(Feed);
        fetched.ContentType.ShouldBe("text/xml; charset=utf-8");
        fetched.ETag.ShouldBe("W/\"7\"");
        fetched.LastModified.ShouldBe("Sat, 21 Nov 2026 00:00:00 GMT");
        fetched.FinalUrl.ShouldBe(server.Url("/feed"));
        fetched.MovedTo.ShouldBeNull();
        fetched.Headers["etag"].ShouldBe("W/\"7\"");
    }

    [Fact]
    public async Task A_request_says_who_asks_and_carries_nothing_else()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK\r\nSet-Cookie: a=b", Feed);
        using var fetcher = Fetcher();
        await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), default);
        await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), default);
        var headers = server.Requests.Last().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(':')[0]);
        headers.ShouldBe(["Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding"], ignoreOrder: true);
        server.Requests.Last().ShouldMatch(@"User-Agent: Monitor/\d+\.\d+\.\d+ \(\+desk@outlet\.example\)");
    }

    [Fact]
    public async Task Validators_are_sent_back_as_they_were_received()
    {
        await using var server = new Misbehaving().On("/feed", "304 Not Modified");
        using var fetcher = Fetcher();
        (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed, "unquoted-7", "Thu, 01 Jan 1970 00:00:00 GMT"), default)).ShouldBeOfType<FetchOutcome.NotModified>();
        server.Requests.Single().ShouldContain("If-None-Match: unquoted-7\r\n");
        server.Requests.Single().ShouldContain("If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT\r\n");
    }

    [Fact]
    public async Task A_server_that_answers_304_for_ever_is_found_out_by_a_full_read()
    {
        await using var server = new Misbehaving().On("/feed", "304 Not Modified\r\nETag: \"7\"");
        using var fetcher = Fetcher();
        for (var i = 0; i < 3; i++)
        {
            (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed, "\"7\""), default)).ShouldBe(new FetchOutcome.NotModified());
        }

        (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), default)).ShouldBe(new FetchOutcome.Broken("answers 304 to a full read"));
    }

    [Fact]
    public async Task A_clock_that_stands_in_1970_on_both_sides_changes_nothing()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nLast-Modified: Thu, 01 Jan 1970 00:00:00 GMT\r\nExpires: 0", Feed);
        using var fetcher = Fetcher(time: new ManualClock());
        (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), default))
            .ShouldBeOfType<FetchOutcome.Fetched>().LastModified.ShouldBe("Thu, 01 Jan 1970 00:00:00 GMT");
    }

    [Fact]
    public async Task A_validator_that_would_break_a_header_is_left_out()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK", Feed);
        using var fetcher = Fetcher();
        await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed, "\"7\"\r\nX-Injected: 1", "ā"), default);
        server.Requests.Single().ShouldNotContain("X-Injected");
        server.Requests.Single().ShouldNotContain("If-");
    }

    [Theory]
    [InlineData("304 Not Modified", "answers 304 to a full read")]
    [InlineData("404 Not Found", "answers 404")]
    [InlineData("500 Oops", "answers 500")]
    [InlineData("503 Busy", "answers 503")]
    [InlineData("206 Partial Content", "answers with a part of the document (206)")]
    [InlineData("302 Found", "answers 302 without saying where to")]
    [InlineData("302 Found\r\nLocation: http://[", "redirects to something that is no address")]
    public async Task Broken_names_what_was_answered(string head, string reason)
    {
        await using var server = new Misbehaving().On("/feed", head);
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"))).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Gone_is_not_broken()
    {
        await using var server = new Misbehaving().On("/feed", "410 Gone");
        await FetchAsync<FetchOutcome.Gone>(server.Url("/feed"));
    }

    [Theory]
    [InlineData("429 Too Many Requests\r\nRetry-After: 120", 120.0)]
    [InlineData("429 Too Many Requests", null)]
    [InlineData("429 Too Many Requests\r\nRetry-After: soon", null)]
    [InlineData("503 Busy\r\nRetry-After: Sat, 21 Nov 2026 12:05:00 GMT", 300.0)]
    [InlineData("503 Busy\r\nRetry-After: Sat, 21 Nov 2026 11:00:00 GMT", 0.0)]
    [InlineData("503 Busy\r\nDate: Thu, 01 Jan 1970 00:00:10 GMT\r\nRetry-After: Thu, 01 Jan 1970 00:02:10 GMT", 120.0)]
    [InlineData("429 Too Many Requests\r\nRetry-After: 99999999999999999999", 31536000.0)]
    [InlineData("429 Too Many Requests\r\nRetry-After: -5", null)]
    public async Task A_limited_rate_says_how_long_to_wait(string head, double? seconds)
    {
        await using var server = new Misbehaving().On("/feed", head);
        using var fetcher = Fetcher(time: new StoppedClock(DateTimeOffset.Parse("2026-11-21T12:00:00Z", CultureInfo.InvariantCulture)));
        var limited = (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), default)).ShouldBeOfType<FetchOutcome.RateLimited>();
        limited.RetryAfter?.TotalSeconds.ShouldBe(seconds!.Value);
        (limited.RetryAfter is null).ShouldBe(seconds is null);
    }

    [Theory]
    [InlineData("401 No\r\nWWW-Authenticate: Basic", "", "asks for a password (401)")]
    [InlineData("403 No", "", "answers 403")]
    [InlineData("403 No\r\ncf-mitigated: challenge", "<html>", "answers 403 with a Cloudflare challenge")]
    [InlineData("503 Busy", "<!DOCTYPE html><html><head><title>Just a moment...</title>", "answers 503 with a Cloudflare challenge")]
    [InlineData("200 OK", "<html><script>var dd={'cid':1}</script><script src=https://ct.captcha-delivery.com/c.js>", "answers with a DataDome challenge")]
    [InlineData("202 Accepted\r\nx-amzn-waf-action: challenge", "", "answers with an AWS WAF challenge")]
    [InlineData("403 No", "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD>Reference&#32;&#35;18", "answers 403 with an Akamai block")]
    [InlineData("403 No", "<html><div id='px-captcha'></div><script>window._pxAppId='PX'</script>", "answers 403 with a PerimeterX challenge")]
    [InlineData("500 No", "<html><p>Tick the captcha to prove that you are not a robot.", "answers 500 with a captcha")]
    [InlineData("451 No", "", "withheld for legal reasons (451)")]
    public async Task A_wall_is_blocked_and_not_broken(string head, string body, string reason)
    {
        await using var server = new Misbehaving().On("/feed", head, body);
        (await FetchAsync<FetchOutcome.Blocked>(server.Url("/feed"))).Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("<html><script src=https://js.datadome.co/tags.js></script><article>The council met.</article>")]
    [InlineData("<html><form><div class=g-recaptcha></div></form><article>The council met.</article>")]
    [InlineData("<html><article>A captcha asks you to prove that you are not a robot; scientists doubt it.</article>")]
    [InlineData("<rss><item><title>Just a moment...</title><description>_cf_chl_opt</description></item></rss>")]
    public async Task A_page_that_carries_a_vendors_sensor_or_speaks_of_walls_is_none(string body)
    {
        await using var server = new Misbehaving().On("/feed", "200 OK", body);
        await FetchAsync<FetchOutcome.Fetched>(server.Url("/feed"));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "x-gzip")]
    [InlineData("gzip", "utf-8")]
    [InlineData("zlib", "deflate")]
    [InlineData("deflate", "Deflate")]
    [InlineData("br", "br")]
    [InlineData("none", "gzip")]
    [InlineData("none", "deflate")]
    [InlineData("none", "none")]
    public async Task Compression_is_undone_whatever_the_header_says(string encoding, string header)
    {
        await using var server = new Misbehaving().On("/feed", $"200 OK\r\nContent-Encoding: {header}", Compress(encoding, Encoding.UTF8.GetBytes(Feed)));
        Encoding.UTF8.GetString((await FetchAsync<FetchOutcome.Fetched>(server.Url("/feed"))).Body.Span).ShouldBe(Feed);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_broken_at_the_bound(string encoding)
    {
        await using var server = new Misbehaving().On("/feed", $"200 OK\r\nContent-Encoding: {encoding}", Compress(encoding, new byte[20 * 1024 * 1024]));
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"))).Reason.ShouldBe("decompresses to more than 10 MB");
    }

    [Theory]
    [InlineData("gzip", 10)]
    [InlineData("deflate", 2)]
    [InlineData("br", 4)]
    public async Task Damaged_compression_is_broken(string encoding, int intact)
    {
        var damaged = Compress(encoding == "deflate" ? "zlib" : encoding, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000))));
        damaged.AsSpan(intact).Fill(0xff);
        await using var server = new Misbehaving().On("/feed", $"200 OK\r\nContent-Encoding: {encoding}", damaged);
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"))).Reason.ShouldBe("its compressed body is damaged");
    }

    [Fact]
    public async Task An_endless_body_is_broken_at_the_bound()
    {
        await using var server = new Misbehaving().On("/feed", async visit =>
        {
            await visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n");
            while (true)
            {
                await visit.WriteAsync(new byte[64 * 1024]);
            }
        });
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"), new() { AllowLoopback = true, MaxFeedBytes = 1024 * 1024 })).Reason.ShouldBe("sends more than 1 MB");
    }

    [Fact]
    public async Task A_server_that_never_answers_is_broken_after_the_time_to_first_byte()
    {
        await using var server = new Misbehaving().On("/feed", visit => visit.HangAsync());
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"), new() { AllowLoopback = true, FirstByteTime = TimeSpan.FromSeconds(0.2) })).Reason.ShouldBe("no answer within 0.2 s");
    }

    [Fact]
    public async Task A_slow_drip_is_broken_after_the_time_in_all()
    {
        await using var server = new Misbehaving().On("/feed", async visit =>
        {
            await visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (true)
            {
                await visit.WriteAsync(" ");
                await visit.PauseAsync(20);
            }
        });
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"), new() { AllowLoopback = true, TotalTime = TimeSpan.FromSeconds(0.3) })).Reason.ShouldBe("did not finish within 0.3 s");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>", "the connection ended before the answer did")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n", "the connection ended before the answer did")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<rss>\r\n", "its answer is not proper HTTP")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "its answer is not proper HTTP")]
    [InlineData("", "the connection ended before the answer did")]
    public async Task A_wrong_length_or_a_wrong_protocol_is_broken(string answer, string reason)
    {
        await using var server = new Misbehaving().On("/feed", visit => visit.WriteAsync(answer));
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"))).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task A_length_that_is_no_number_is_passed_over()
    {
        await using var server = new Misbehaving().On("/feed", visit => visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n<rss>"));
        (await FetchAsync<FetchOutcome.Fetched>(server.Url("/feed"))).Body.Length.ShouldBe(5);
    }

    [Fact]
    public async Task More_than_the_announced_length_is_not_read()
    {
        await using var server = new Misbehaving().On("/feed", visit => visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<rss><evil>"));
        (await FetchAsync<FetchOutcome.Fetched>(server.Url("/feed"))).Body.Length.ShouldBe(5);
    }

    [Fact]
    public async Task Headers_without_end_are_broken()
    {
        await using var server = new Misbehaving().On("/feed", async visit =>
        {
            await visit.WriteAsync("HTTP/1.1 200 OK\r\n");
            while (true)
            {
                await visit.WriteAsync($"X-More: {new string('a', 4000)}\r\n");
            }
        });
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"))).Reason.ShouldBe("its answer's headers are too long");
    }

    [Fact]
    public async Task Malformed_headers_are_taken_as_they_are()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK\r\nContent-Type: text/xml;; charset=\r\nETag: un\"quoted\r\nLast-Modified: yesterday\r\nDate: never\r\nExpires: -1\r\nCache-Control: =,=\r\nX-Empty:", Feed);
        var fetched = await FetchAsync<FetchOutcome.Fetched>(server.Url("/feed"));
        fetched.ContentType.ShouldBe("text/xml;; charset=");
        fetched.ETag.ShouldBe("un\"quoted");
        fetched.LastModified.ShouldBe("yesterday");
    }

    [Fact]
    public async Task A_changed_charset_is_handed_on_with_the_bytes_untouched()
    {
        var body = Encoding.Latin1.GetBytes("<rss>caf\u00e9</rss>");
        await using var server = new Misbehaving().On("/feed", "200 OK\r\nContent-Type: text/xml; charset=utf-8", body);
        var fetched = await FetchAsync<FetchOutcome.Fetched>(server.Url("/feed"));
        fetched.Body.ToArray().ShouldBe(body);
        fetched.ContentType.ShouldBe("text/xml; charset=utf-8");
    }

    [Fact]
    public async Task A_reset_in_mid_body_is_broken()
    {
        await using var server = new Misbehaving().On("/feed", async visit =>
        {
            await visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>");
            await visit.PauseAsync(50);
            visit.Reset();
        });
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/feed"))).Reason.ShouldBe("the connection was reset");
    }

    [Fact]
    public async Task A_refused_connection_is_broken()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();
        (await FetchAsync<FetchOutcome.Broken>(new Uri($"http://127.0.0.1:{port}/"))).Reason.ShouldBe("the connection was refused");
    }

    [Fact]
    public async Task A_server_without_TLS_is_broken_over_https()
    {
        await using var server = new Misbehaving();
        var url = new UriBuilder(server.Url("/feed")) { Scheme = "https" }.Uri;
        (await FetchAsync<FetchOutcome.Broken>(url)).Reason.ShouldStartWith("no secure connection could be made");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_broken()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync();
        (await FetchAsync<FetchOutcome.Broken>(new Uri($"https://{listener.LocalEndpoint}/"))).Reason.ShouldBe("no secure connection could be made (its certificate is not valid, or it speaks no TLS)");
        await serving;

        async Task ServeAsync()
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(client.GetStream());
            try
            {
                await tls.AuthenticateAsServerAsync(certificate);
            }
            catch (Exception e) when (e is IOException or AuthenticationException)
            {
            }
        }
    }

    [Theory]
    [InlineData("301 Moved", "308 Moved", true)]
    [InlineData("301 Moved", "302 Found", false)]
    [InlineData("307 Found", "301 Moved", false)]
    public async Task An_address_has_moved_when_every_redirect_says_so(string first, string second, bool moved)
    {
        await using var server = new Misbehaving();
        server.On("/a", $"{first}\r\nLocation: /b").On("/b", $"{second}\r\nLocation: {server.Url("/c")}").On("/c", "200 OK", Feed);
        var fetched = await FetchAsync<FetchOutcome.Fetched>(server.Url("/a"));
        fetched.FinalUrl.ShouldBe(server.Url("/c"));
        fetched.MovedTo.ShouldBe(moved ? server.Url("/c") : null);
    }

    [Fact]
    public async Task A_move_is_told_even_where_nothing_has_changed_there()
    {
        await using var server = new Misbehaving().On("/a", "301 Moved\r\nLocation: /b").On("/b", "304 Not Modified");
        using var fetcher = Fetcher();
        (await fetcher.FetchAsync(new FetchRequest(server.Url("/a"), FetchKind.Feed, "\"7\""), default)).ShouldBe(new FetchOutcome.NotModified(server.Url("/b")));
    }

    [Fact]
    public async Task A_circle_of_redirects_is_broken()
    {
        await using var server = new Misbehaving().On("/a", "302 Found\r\nLocation: /b").On("/b", "302 Found\r\nLocation: /a");
        (await FetchAsync<FetchOutcome.Broken>(server.Url("/a"))).Reason.ShouldBe("redirects in a circle");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Redirects_without_end_are_broken()
    {
        await using var server = new Misbehaving();
        for (var i = 0; i < 10; i++)
        {
            server.On($"/{i}", $"302 Found\r\nLocation: /{i + 1}");
        }

        (await FetchAsync<FetchOutcome.Broken>(server.Url("/0"))).Reason.ShouldBe("redirects more than 5 times");
        server.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("http://10.0.0.1/", "10.0.0.1 is a private address")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is a link-local address")]
    [InlineData("http://[fd00:ec2::254]/", "fd00:ec2::254 is a private address")]
    [InlineData("//metadata.google.internal/", "metadata.google.internal is a name for inside a network")]
    [InlineData("file:///etc/passwd", "the scheme is not http or https")]
    [InlineData("gopher://outlet.example/", "the scheme is not http or https")]
    public async Task A_redirect_to_an_address_that_is_not_public_is_refused(string location, string reason)
    {
        await using var server = new Misbehaving().On("/feed", $"301 Moved\r\nLocation: {location}");
        (await FetchAsync<FetchOutcome.Refused>(server.Url("/feed"))).Reason.ShouldBe($"redirects to an address that is not asked: {reason}");
    }

    [Fact]
    public async Task Loopback_is_refused_without_a_connection_unless_it_is_allowed()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK", Feed);
        (await FetchAsync<FetchOutcome.Refused>(server.Url("/feed"), new() { AllowLoopback = false })).Reason.ShouldBe("127.0.0.1 is a loopback address");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_after_looking_it_up()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK", Feed);
        using var fetcher = Fetcher(new(), resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback]));
        (await fetcher.FetchAsync(new FetchRequest(new Uri($"http://outlet.example:{server.Url("/").Port}/feed"), FetchKind.Feed), default))
            .ShouldBe(new FetchOutcome.Refused("outlet.example leads inside: 127.0.0.1 is a loopback address"));
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_connection_goes_to_the_address_that_was_checked_and_the_name_is_looked_up_once()
    {
        await using var server = new Misbehaving().On("/feed", "200 OK", Feed);
        var lookups = 0;
        using var fetcher = Fetcher(resolve: (_, _) => Task.FromResult<IPAddress[]>(++lookups == 1 ? [IPAddress.Parse("10.0.0.1"), IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")]));
        var request = new FetchRequest(new Uri($"http://outlet.example:{server.Url("/").Port}/feed"), FetchKind.Feed);
        (await fetcher.FetchAsync(request, default)).ShouldBeOfType<FetchOutcome.Fetched>();
        (await fetcher.FetchAsync(request, default)).ShouldBeOfType<FetchOutcome.Refused>();
        lookups.ShouldBe(2);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, "no such host")]
    [InlineData(SocketError.TryAgain, "its name could not be looked up")]
    [InlineData(SocketError.NetworkUnreachable, "is offline")]
    public async Task A_name_that_cannot_be_looked_up_is_broken(SocketError error, string reason)
    {
        using var fetcher = Fetcher(resolve: (_, _) => Task.FromException<IPAddress[]>(new SocketException((int)error)));
        (await fetcher.FetchAsync(new FetchRequest(new Uri("https://outlet.example/feed"), FetchKind.Feed), default)).ShouldBe(new FetchOutcome.Broken(reason));
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_the_only_exception()
    {
        await using var server = new Misbehaving().On("/feed", visit => visit.HangAsync());
        using var fetcher = Fetcher();
        using var soon = new CancellationTokenSource(100);
        await Should.ThrowAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(server.Url("/feed"), FetchKind.Feed), soon.Token));
    }

    internal static HttpFetcher Fetcher(HttpOptions? options = null, TimeProvider? time = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        options ??= new() { AllowLoopback = true };
        options.Contact = "desk@outlet.example";
        options.PausePerHost = TimeSpan.Zero;
        return new HttpFetcher(options, time ?? TimeProvider.System, resolve ?? Dns.GetHostAddressesAsync);
    }

    private static async Task<T> FetchAsync<T>(Uri url, HttpOptions? options = null)
        where T : FetchOutcome
    {
        using var fetcher = Fetcher(options);
        return (await fetcher.FetchAsync(new FetchRequest(url, FetchKind.Feed), default)).ShouldBeOfType<T>();
    }

    private static byte[] Compress(string encoding, byte[] bytes)
    {
        using var output = new MemoryStream();
        Stream? stream = encoding switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Fastest),
            "zlib" => new ZLibStream(output, CompressionLevel.Fastest),
            "deflate" => new DeflateStream(output, CompressionLevel.Fastest),
            "br" => new BrotliStream(output, CompressionLevel.Fastest),
            _ => null,
        };
        stream?.Write(bytes);
        stream?.Dispose();
        return stream is null ? bytes : output.ToArray();
    }
}
