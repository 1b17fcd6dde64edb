using System.Text.Json;
using Azure.Core.Pipeline;
using Monitor.Adapters.Mail;
using Monitor.Adapters.Mail.Acs;
using Monitor.Adapters.Tests.Http;
using Monitor.Core.Alerts;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Tests.Mail.Acs;

public sealed class AcsSenderTests : IAsyncDisposable
{
    private const string Send = "/emails:send?api-version=2025-09-01";
    private static readonly string Operation = OperationId.Of(SampleMessages.Alert().Id, 0);
    private static readonly string Status = $"/emails/operations/{Operation}?api-version=2025-09-01";
    private static readonly string Running = $$"""{"id":"{{Operation}}","status":"Running"}""";
    private static readonly Delivery Begun = new(Attempts: 1, Operation: Operation);
    private static readonly Delivery Doubtful = new(Attempts: 2, InDoubt: true);

    private readonly Misbehaving service = new();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_message_begins_a_work_under_our_own_name_for_it()
    {
        service.On(Send, "202 Accepted\r\nRetry-After: 30", Running);

        (await SendAsync()).ShouldBe(new SendOutcome.Underway(Operation, TimeSpan.FromSeconds(30)));

        var request = service.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith($"POST {Send}");
        request.ShouldContain($"\r\nOperation-Id: {Operation}\r\n");
        request.ShouldContain("\r\nAuthorization: HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=");
    }

    [Fact]
    public async Task The_mail_is_written_as_the_service_reads_it()
    {
        service.On(Send, "202 Accepted", Running);

        await SendAsync(SampleMessages.Alert() with { Follows = "fedcba9876543210", Severity = Severity.High });

        var mail = JsonDocument.Parse(service.Requests.Single().Split("\r\n\r\n")[1]).RootElement;
        mail.GetProperty("senderAddress").GetString().ShouldBe("monitor@example.org");
        mail.GetProperty("content").GetProperty("subject").GetString().ShouldBe("Tribunal refuses visa");
        mail.GetProperty("content").GetProperty("html").GetString().ShouldBe("<p>Kōrero</p>");
        mail.GetProperty("content").GetProperty("plainText").GetString().ShouldBe("Kōrero\n");
        var to = mail.GetProperty("recipients").GetProperty("to").EnumerateArray().ShouldHaveSingleItem();
        (to.GetProperty("address").GetString(), to.GetProperty("displayName").GetString()).ShouldBe(("desk@example.net", "The desk"));
        mail.GetProperty("replyTo").EnumerateArray().Single().GetProperty("address").GetString().ShouldBe("answers@example.org");
        mail.GetProperty("userEngagementTrackingDisabled").GetBoolean().ShouldBeTrue();
        mail.TryGetProperty("attachments", out _).ShouldBeFalse();
        mail.GetProperty("headers").Deserialize<Dictionary<string, string>>().ShouldBe(new Dictionary<string, string>
        {
            ["Message-ID"] = "<0123456789abcdef@example.org>",
            ["In-Reply-To"] = "<fedcba9876543210@example.org>",
            ["References"] = "<fedcba9876543210@example.org>",
            ["Auto-Submitted"] = "auto-generated",
            ["X-Monitor-Kind"] = "alert",
            ["Importance"] = "high",
            ["X-Priority"] = "1",
        });
    }

    [Theory]
    [InlineData("202 Accepted", "")]
    [InlineData("202 Accepted", "{}")]
    [InlineData("202 Accepted", "no json")]
    [InlineData("202 Accepted", "[1]")]
    [InlineData("202 Accepted", """{"id":"../../evil","status":7}""")]
    [InlineData("409 Conflict", """{"error":{"code":"OperationIdInUse"}}""")]
    public async Task An_answer_that_says_less_than_it_should_leaves_our_own_name_to_ask_by(string head, string body)
    {
        service.On(Send, head, body);

        (await SendAsync()).ShouldBe(new SendOutcome.Underway(Operation));
    }

    [Fact]
    public async Task A_service_that_names_its_work_otherwise_is_asked_by_its_own_name()
    {
        service.On(Send, "202 Accepted", """{"id":"0F8FAD5B-D9CB-469F-A165-70867728950E","status":"NotStarted"}""");

        (await SendAsync()).ShouldBe(new SendOutcome.Underway("0f8fad5b-d9cb-469f-a165-70867728950e"));
    }

    [Fact]
    public async Task Too_many_requests_close_the_way_for_as_long_as_the_service_says_in_seconds_or_by_date()
    {
        service.On(Send, "429 Too Many Requests\r\nRetry-After: 90", """{"error":{"code":"TooManyRequests"}}""");
        var inSeconds = (await SendAsync()).ShouldBeOfType<SendOutcome.Recoverable>();

        service.On(Send, "429 Too Many Requests\r\nDate: Wed, 18 Nov 2026 18:00:00 GMT\r\nRetry-After: Wed, 18 Nov 2026 18:02:00 GMT");
        var byDate = (await SendAsync()).ShouldBeOfType<SendOutcome.Recoverable>();

        inSeconds.ShouldBe(new SendOutcome.Recoverable("over the service's quota (429 TooManyRequests)", TimeSpan.FromSeconds(90)) { OfProvider = true });
        byDate.RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("500 Internal Server Error", "", true)]
    [InlineData("503 Service Unavailable", "", true)]
    [InlineData("408 Request Timeout", "", true)]
    [InlineData("401 Unauthorized", "", false)]
    [InlineData("403 Forbidden", "", false)]
    [InlineData("404 Not Found", "", false)]
    [InlineData("301 Moved Permanently\r\nLocation: http://elsewhere.example/", "", false)]
    [InlineData("400 Bad Request", """{"error":{"code":"DomainNotLinked"}}""", false)]
    [InlineData("400 Bad Request\r\nx-ms-error-code: InvalidSenderUserName", "", false)]
    public async Task What_is_not_about_this_message_is_tried_again_and_holds_the_others_back(string head, string body, bool inDoubt)
    {
        service.On(Send, head, body);

        var outcome = (await SendAsync()).ShouldBeOfType<SendOutcome.Recoverable>();

        (outcome.OfProvider, outcome.InDoubt).ShouldBe((true, inDoubt));
        service.Requests.Count.ShouldBe(1, "nothing is tried again unseen");
    }

    [Theory]
    [InlineData("400 Bad Request", """{"error":{"code":"BadRequest","message":"desk@example.net is no address"}}""", "the service refuses the message (400 BadRequest)")]
    [InlineData("413 Payload Too Large", "", "the service refuses the message (413)")]
    [InlineData("422 Unprocessable Entity", """{"error":{"code":"desk@example.net \r\n"}}""", "the service refuses the message (422 deskexample.net)")]
    public async Task What_is_refused_is_refused_for_good_and_the_reason_names_no_address(string head, string body, string reason)
    {
        service.On(Send, head, body);

        (await SendAsync()).ShouldBe(new SendOutcome.Permanent(reason));
    }

    [Fact]
    public async Task A_message_that_is_larger_than_the_service_takes_is_not_even_sent()
    {
        (await SendAsync(SampleMessages.Alert() with { Html = new string('x', AcsMail.MaxBytes) })).ShouldBeOfType<SendOutcome.Permanent>();

        service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_the_message_in_doubt()
    {
        service.On(Send, visit =>
        {
            visit.Reset();
            return Task.CompletedTask;
        });

        ShouldBeInDoubt(await SendAsync());
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_leaves_the_message_in_doubt()
    {
        service.On(Send, visit => visit.WriteAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 500\r\n\r\n{\"id\":"));

        ShouldBeInDoubt(await SendAsync());
    }

    [Fact]
    public async Task A_service_that_never_answers_is_left_and_the_message_is_in_doubt()
    {
        var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.On(Send, visit =>
        {
            hanging.SetResult();
            return visit.HangAsync();
        });
        var clock = new ManualClock();
        var sending = Sender(service.Url("/"), clock).SendAsync(SampleMessages.Alert(), default);

        await hanging.Task;
        clock.Advance(TimeSpan.FromSeconds(30));

        ShouldBeInDoubt(await sending);
    }

    [Fact]
    public async Task A_service_that_is_not_there_holds_the_others_back()
    {
        var gone = new Misbehaving();
        var address = gone.Url("/");
        await gone.DisposeAsync();

        (await Sender(address).SendAsync(SampleMessages.Alert(), default)).ShouldBeOfType<SendOutcome.Recoverable>().OfProvider.ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        service.On(Send, "202 Accepted", $$"""{"id":"{{Guid.NewGuid()}}","rest":"{{new string('x', 1024 * 1024)}}"}""");

        (await SendAsync()).ShouldBe(new SendOutcome.Underway(Operation));
    }

    [Theory]
    [InlineData("Running")]
    [InlineData("NotStarted")]
    [InlineData("SomethingNew")]
    public async Task A_work_that_goes_on_is_asked_after_again(string state)
    {
        service.On(Status, "200 OK\r\nRetry-After: 15", $$"""{"id":"{{Operation}}","status":"{{state}}"}""");

        (await SendAsync(SampleMessages.Alert(delivery: Begun))).ShouldBe(new SendOutcome.Underway(Operation, TimeSpan.FromSeconds(15)));
        service.Requests.ShouldHaveSingleItem().ShouldStartWith("GET ");
    }

    [Fact]
    public async Task A_work_that_succeeded_is_a_message_accepted()
    {
        service.On(Status, "200 OK", $$"""{"id":"{{Operation}}","status":"Succeeded"}""");

        (await SendAsync(SampleMessages.Alert(delivery: Begun))).ShouldBe(new SendOutcome.Accepted());
    }

    [Fact]
    public async Task A_recipient_on_the_service_s_list_of_refusals_is_refused_for_good()
    {
        service.On(Status, "200 OK", """{"status":"Failed","error":{"code":"EmailDroppedAllRecipientsSuppressed","message":"desk@example.net"}}""");

        (await SendAsync(SampleMessages.Alert(delivery: Begun)))
            .ShouldBe(new SendOutcome.Permanent("the service keeps the recipient on its list of refusals (200 EmailDroppedAllRecipientsSuppressed)") { OfRecipient = true });
    }

    [Theory]
    [InlineData("""{"status":"Failed","error":{"code":"InternalServerError"}}""")]
    [InlineData("""{"status":"Failed"}""")]
    [InlineData("""{"status":"Canceled"}""")]
    public async Task A_work_that_failed_for_a_reason_that_passes_is_begun_anew_under_another_name(string body)
    {
        service.On(Status, "200 OK", body);

        (await SendAsync(SampleMessages.Alert(delivery: Begun))).ShouldBeOfType<SendOutcome.Recoverable>().OperationEnded.ShouldBeTrue();

        service.On(Send, "202 Accepted", "{}");
        (await SendAsync(SampleMessages.Alert(delivery: new Delivery(Attempts: 1, OperationsEnded: 1))))
            .ShouldBe(new SendOutcome.Underway(OperationId.Of(SampleMessages.Alert().Id, 1)));
    }

    [Fact]
    public async Task A_work_that_failed_with_the_message_has_failed()
    {
        service.On(Status, "200 OK", """{"status":"Failed","error":{"code":"ContentRejected"}}""");

        (await SendAsync(SampleMessages.Alert(delivery: Begun))).ShouldBeOfType<SendOutcome.Permanent>().OfRecipient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_that_forgets_a_work_it_had_confirmed_is_not_given_the_message_twice()
    {
        service.On(Status, "404 Not Found");

        ShouldBeInDoubt(await SendAsync(SampleMessages.Alert(delivery: Begun)), ofProvider: false);
        service.Requests.ShouldHaveSingleItem().ShouldStartWith("GET ");
    }

    [Fact]
    public async Task A_service_that_changes_its_mind_is_believed_at_its_last_word()
    {
        var answers = new Queue<string>(["404 Not Found", "200 OK|{\"status\":\"Running\"}", "500 Oh|", "200 OK|{\"status\":\"NotStarted\"}", "200 OK|{\"status\":\"Succeeded\"}"]);
        service.On(Status, async visit =>
        {
            var answer = answers.Dequeue().Split('|');
            var body = answer.Length > 1 ? answer[1] : "";
            await visit.WriteAsync($"HTTP/1.1 {answer[0]}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        });

        var outcomes = new List<SendOutcome>();
        for (var asked = 0; asked < 5; asked++)
        {
            outcomes.Add(await SendAsync(SampleMessages.Alert(delivery: Begun)));
        }

        outcomes[..4].ShouldAllBe(outcome => outcome is SendOutcome.Recoverable || outcome is SendOutcome.Underway);
        outcomes[4].ShouldBe(new SendOutcome.Accepted());
        service.Requests.ShouldAllBe(request => request.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_in_doubt_that_the_service_has_is_not_handed_over_again()
    {
        service.On(Status, "200 OK", """{"status":"Succeeded"}""");

        (await SendAsync(SampleMessages.Alert(delivery: Doubtful))).ShouldBe(new SendOutcome.Accepted());
        service.Requests.ShouldHaveSingleItem().ShouldStartWith("GET ");
    }

    [Fact]
    public async Task A_message_in_doubt_that_the_service_has_never_heard_of_is_handed_over_under_the_same_name()
    {
        service.On(Status, "404 Not Found").On(Send, "202 Accepted", Running);

        (await SendAsync(SampleMessages.Alert(delivery: Doubtful))).ShouldBe(new SendOutcome.Underway(Operation));

        service.Requests.Select(request => request.Split(' ')[0]).ShouldBe(["GET", "POST"]);
        service.Requests.Last().ShouldContain($"\r\nOperation-Id: {Operation}\r\n");
    }

    [Theory]
    [InlineData("429 Too Many Requests\r\nRetry-After: 60")]
    [InlineData("500 Oh")]
    [InlineData("401 Unauthorized")]
    public async Task A_message_in_doubt_waits_until_the_service_says_what_it_knows(string head)
    {
        service.On(Status, head);

        ShouldBeInDoubt(await SendAsync(SampleMessages.Alert(delivery: Doubtful)), ofProvider: false);
        service.Requests.ShouldHaveSingleItem().ShouldStartWith("GET ");
    }

    [Fact]
    public async Task An_identity_sends_with_a_token_for_the_service_and_without_a_key()
    {
        var seen = new List<string>();
        var transport = new HttpClientTransport(new Recorder(seen));
        var sender = new AcsSender(
            new AcsOptions { Endpoint = new Uri("https://unit.communication.azure.com") }, new MailOptions(), new StoppedClock(SampleMessages.Now), transport, new OneToken());

        (await sender.SendAsync(SampleMessages.Alert(), default)).ShouldBe(new SendOutcome.Underway(Operation));

        seen.ShouldBe(["https://unit.communication.azure.com/emails:send?api-version=2025-09-01 Bearer of https://communication.azure.com//.default"]);
    }

    private Task<SendOutcome> SendAsync(Message? message = null) =>
        Sender(service.Url("/")).SendAsync(message ?? SampleMessages.Alert(), default);

    private static AcsSender Sender(Uri endpoint, TimeProvider? clock = null) => new(
        new AcsOptions { Endpoint = endpoint, AccessKey = Convert.ToBase64String(new byte[32]) },
        new MailOptions { ReplyTo = "answers@example.org" },
        clock ?? new StoppedClock(SampleMessages.Now));

    private static void ShouldBeInDoubt(SendOutcome outcome, bool ofProvider = true)
    {
        var recoverable = outcome.ShouldBeOfType<SendOutcome.Recoverable>();
        (recoverable.InDoubt, recoverable.OfProvider, recoverable.OperationEnded).ShouldBe((true, ofProvider, false));
    }

    private sealed class OneToken : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"of {requestContext.Scopes.Single()}", DateTimeOffset.MaxValue);

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Recorder(List<string> seen) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add($"{request.RequestUri} {request.Headers.Authorization}");
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Accepted));
        }
    }
}
