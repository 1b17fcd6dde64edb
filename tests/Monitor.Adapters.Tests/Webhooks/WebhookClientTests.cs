using System.Net;
using Monitor.Adapters.Tests.Http;
using Monitor.Core.Digests;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Tests.Webhooks;

/// <summary>What holds for every channel: which addresses are asked, what misbehaving servers come to, and what stays secret.</summary>
public class WebhookClientTests
{
    private const string Path = "/hook/token-8c41";

    public static TheoryData<Channel> Channels { get; } = [Channel.Teams, Channel.Slack, Channel.Webhook];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task What_the_server_takes_is_accepted(Channel channel)
    {
        await using var server = new Misbehaving().On(Path, "202 Accepted");
        (await SendAsync(channel, server)).ShouldBeOfType<SendOutcome.Accepted>();
        server.Requests.ShouldHaveSingleItem().ShouldStartWith($"POST {Path} HTTP/1.1\r\n");
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_request_says_who_asks_and_that_it_is_JSON_and_carries_no_more_than_it_must(Channel channel)
    {
        await using var server = new Misbehaving().On(Path, "200 OK\r\nSet-Cookie: a=b");
        await SendAsync(channel, server);
        var headers = server.Requests.Single().Split("\r\n\r\n")[0].Split("\r\n").Skip(1).Select(line => line.Split(':')[0]);
        headers.Where(header => !header.StartsWith("webhook-", StringComparison.Ordinal)).ShouldBe(["Host", "User-Agent", "Content-Type", "Content-Length"], ignoreOrder: true);
        server.Requests.Single().ShouldContain("Content-Type: application/json; charset=utf-8\r\n");
        server.Requests.Single().ShouldContain("User-Agent: Monitor (+desk@example.org)\r\n");
    }

    [Theory]
    [InlineData("Retry-After: 120")]
    [InlineData("Date: Wed, 18 Nov 2026 18:00:00 GMT\r\nRetry-After: Wed, 18 Nov 2026 18:02:00 GMT")]
    public async Task A_server_that_has_had_too_much_is_given_the_time_it_asks_for_in_either_form(string headers)
    {
        await using var server = new Misbehaving().On(Path, $"429 Too Many Requests\r\n{headers}");
        foreach (var channel in Channels)
        {
            (await SendAsync(channel, server)).ShouldBeOfType<SendOutcome.Recoverable>().RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
        }
    }

    [Theory]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 Internal Server Error")]
    [InlineData("502 Bad Gateway")]
    [InlineData("503 Service Unavailable")]
    [InlineData("408 Request Timeout")]
    public async Task What_may_pass_by_itself_is_worth_another_try(string status)
    {
        await using var server = new Misbehaving().On(Path, status);
        foreach (var channel in Channels)
        {
            var outcome = (await SendAsync(channel, server)).ShouldBeOfType<SendOutcome.Recoverable>();
            outcome.RetryAfter.ShouldBeNull();
            outcome.Reason.ShouldEndWith($"({status[..3]})");
        }
    }

    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("410 Gone")]
    [InlineData("413 Content Too Large")]
    [InlineData("422 Unprocessable Content")]
    public async Task What_would_be_refused_again_is_final(string status)
    {
        await using var server = new Misbehaving().On(Path, status);
        foreach (var channel in Channels)
        {
            (await SendAsync(channel, server)).ShouldBeOfType<SendOutcome.Permanent>().Reason.ShouldEndWith($"({status[..3]})");
        }
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    public async Task A_redirect_is_not_followed(string status)
    {
        await using var server = new Misbehaving();
        server.On(Path, $"{status}\r\nLocation: {server.Url("/elsewhere")}").On("/elsewhere", "200 OK");
        foreach (var channel in Channels)
        {
            (await SendAsync(channel, server)).ShouldBeOfType<SendOutcome.Permanent>().Reason.ShouldContain("redirects");
        }

        server.Requests.ShouldAllBe(request => request.StartsWith($"POST {Path} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up()
    {
        await using var server = new Misbehaving().On(Path, visit => visit.HangAsync());
        var outcome = await Posting.SendAsync(Channel.Teams, Client(server, timeLimit: TimeSpan.FromMilliseconds(200)));
        outcome.ShouldBeOfType<SendOutcome.Recoverable>().Reason.ShouldStartWith("it did not answer within");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_worth_another_try()
    {
        await using var server = new Misbehaving().On(Path, visit =>
        {
            visit.Reset();
            return Task.CompletedTask;
        });
        (await SendAsync(Channel.Slack, server)).ShouldBeOfType<SendOutcome.Recoverable>().Reason.ShouldStartWith("it could not be asked:");
    }

    [Fact]
    public async Task A_body_without_an_end_changes_nothing_about_the_status()
    {
        await using var server = new Misbehaving().On(Path, async visit =>
        {
            await visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            while (true)
            {
                await visit.WriteAsync(new byte[64 * 1024]);
            }
        });
        (await SendAsync(Channel.Teams, server)).ShouldBeOfType<SendOutcome.Accepted>();
    }

    [Fact]
    public async Task A_body_that_never_comes_changes_nothing_about_the_status()
    {
        await using var server = new Misbehaving().On(Path, async visit =>
        {
            await visit.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
            await visit.HangAsync();
        });
        (await Posting.SendAsync(Channel.Slack, Client(server, timeLimit: TimeSpan.FromMilliseconds(200)))).ShouldBeOfType<SendOutcome.Accepted>();
    }

    [Fact]
    public async Task A_server_without_a_secure_connection_gets_nothing()
    {
        await using var server = new Misbehaving();
        var url = new UriBuilder(server.Url(Path)) { Scheme = "https" }.Uri.AbsoluteUri;
        var outcome = await Posting.SendAsync(Channel.Teams, Posting.Client(url));
        outcome.ShouldBeOfType<SendOutcome.Recoverable>().Reason.ShouldContain("secure connection");
        server.Requests.ShouldAllBe(request => !request.Contains("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "Monitor__Webhooks__desk__Url is not set")]
    [InlineData("  ", "Monitor__Webhooks__desk__Url is not set")]
    [InlineData("hooks.example/x", "Monitor__Webhooks__desk__Url is not an https address at a public host")]
    [InlineData("http://hooks.example.com/x", "Monitor__Webhooks__desk__Url is not an https address at a public host")]
    [InlineData("https://10.1.2.3/x", "Monitor__Webhooks__desk__Url is not an https address at a public host")]
    [InlineData("https://169.254.169.254/x", "Monitor__Webhooks__desk__Url is not an https address at a public host")]
    [InlineData("http://127.0.0.1:9/x", "Monitor__Webhooks__desk__Url is not an https address at a public host")]
    [InlineData("https://[::1]/x", "Monitor__Webhooks__desk__Url is not an https address at a public host")]
    [InlineData("file:///etc/passwd", "Monitor__Webhooks__desk__Url is not an https address at a public host")]
    public async Task An_address_that_may_not_be_asked_leaves_the_message_waiting_for_the_setting(string? url, string reason)
    {
        foreach (var channel in Channels)
        {
            var outcome = await Posting.SendAsync(channel, Posting.Client(url, allowLoopback: false));
            outcome.ShouldBeOfType<SendOutcome.Recoverable>().Reason.ShouldBe(reason);
        }
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_asked_and_not_named()
    {
        var client = Posting.Client("https://hooks.example.com/token", allowLoopback: false, resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.7")]));
        (await Posting.SendAsync(Channel.Teams, client)).ShouldBeOfType<SendOutcome.Recoverable>().Reason.ShouldBe("its address leads to a host that is not public");
    }

    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("404 Not Found")]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 Internal Server Error")]
    [InlineData("301 Moved Permanently\r\nLocation: https://elsewhere.example/token-8c41")]
    public async Task Neither_the_address_nor_what_the_server_says_gets_into_a_reason(string status)
    {
        await using var server = new Misbehaving().On(Path, status, "you asked https://hooks.example/token-8c41");
        foreach (var channel in Channels)
        {
            var reason = await SendAsync(channel, server) switch
            {
                SendOutcome.Recoverable again => again.Reason,
                SendOutcome.Permanent final => final.Reason,
                _ => "accepted",
            };
            reason.ShouldNotContain("token");
            reason.ShouldNotContain("://");
            reason.ShouldNotContain("127.0.0.1");
            reason.ShouldNotContain("accepted");
        }
    }

    private static Task<SendOutcome> SendAsync(Channel channel, Misbehaving server) => Posting.SendAsync(channel, Client(server));

    private static Monitor.Adapters.Webhooks.WebhookClient Client(Misbehaving server, TimeSpan? timeLimit = null) =>
        Posting.Client(server.Url(Path).AbsoluteUri, timeLimit: timeLimit, time: timeLimit is null ? null : TimeProvider.System);
}
