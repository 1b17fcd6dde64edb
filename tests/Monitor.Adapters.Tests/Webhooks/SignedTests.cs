using System.Text;
using System.Text.Json.Nodes;
using Monitor.Adapters.Tests.Http;
using Monitor.Adapters.Webhooks.Signed;
using Monitor.Core.Digests;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Tests.Webhooks;

public class SignedTests
{
    private const string Another = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    [Fact]
    public void The_signature_is_that_of_the_published_example() =>
        WebhookSignature.Of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330),
                """{"test": 2432232314}"""u8, WebhookSignature.Keys("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public async Task The_headers_carry_the_message_the_second_and_a_signature_for_every_secret()
    {
        await using var server = new Misbehaving().On("/in", "204 No Content");
        await SendAsync(server, $"{Posting.Secret}\n {Another}");
        var (headers, body) = Split(server.Requests.Single());
        headers["webhook-id"].ShouldBe("7a3c9d5e1f20b846");
        headers["webhook-timestamp"].ShouldBe($"{Posting.Now.ToUnixTimeSeconds()}");
        headers["webhook-signature"].Split(' ').ShouldBe(
        [
            WebhookSignature.Of("7a3c9d5e1f20b846", Posting.Now, Encoding.UTF8.GetBytes(body), WebhookSignature.Keys(Posting.Secret)!),
            WebhookSignature.Of("7a3c9d5e1f20b846", Posting.Now, Encoding.UTF8.GetBytes(body), WebhookSignature.Keys(Another)!),
        ]);
    }

    [Fact]
    public async Task Every_attempt_carries_the_same_identifier_and_body()
    {
        await using var server = new Misbehaving().On("/in", "500 Internal Server Error");
        await SendAsync(server);
        await SendAsync(server);
        server.Requests.Select(request => (Split(request).Headers["webhook-id"], Split(request).Body)).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not base64")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw whsec_c2hvcnQ=")]
    public async Task Nothing_is_sent_unsigned(string? secret)
    {
        await using var server = new Misbehaving().On("/in", "200 OK");
        var outcome = (await SendAsync(server, secret)).ShouldBeOfType<SendOutcome.Recoverable>();
        outcome.Reason.ShouldStartWith("Monitor__Webhooks__desk__Secret ");
        outcome.Reason.ShouldNotContain("MfKQ");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("401 Unauthorized")]
    [InlineData("403 Forbidden")]
    [InlineData("404 Not Found")]
    public async Task A_receiver_that_does_not_know_the_secret_yet_gets_the_message_later(string status)
    {
        await using var server = new Misbehaving().On("/in", status);
        (await SendAsync(server)).ShouldBeOfType<SendOutcome.Recoverable>();
    }

    [Fact]
    public void A_body_too_long_leaves_out_the_text_before_anything_else()
    {
        var long_ = Posting.Message(Channel.Webhook) with { Text = new string('x', SignedBody.MaxBytes) };
        var body = JsonNode.Parse(SignedBody.Write(long_))!;
        body["data"]!["text"].ShouldBeNull();
        body["data"]!["items"]!.AsArray().Count.ShouldBe(1);

        var items = Enumerable.Range(1, 3000).Select(i => new CardItem($"Headline {i}", null, [new string('y', 300)])).ToList();
        var json = SignedBody.Write(Posting.Message(Channel.Webhook, new Card("Digest", items)));
        json.Length.ShouldBeLessThanOrEqualTo(SignedBody.MaxBytes);
    }

    [Fact]
    public void The_documented_example_is_what_is_sent()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Monitor.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        var page = File.ReadAllText(Path.Combine(root, "docs", "webhook.md"));
        var example = page.Split("```json")[1].Split("```")[0];
        JsonNode.DeepEquals(JsonNode.Parse(example), JsonNode.Parse(SignedBody.Write(Posting.Message(Channel.Webhook)))).ShouldBeTrue(example);
    }

    private static Task<SendOutcome> SendAsync(Misbehaving server, string? secret = Posting.Secret) =>
        Posting.SendAsync(Channel.Webhook, Posting.Client(server.Url("/in").AbsoluteUri, secret));

    private static (Dictionary<string, string> Headers, string Body) Split(string request)
    {
        var parts = request.Split("\r\n\r\n", 2);
        return (parts[0].Split("\r\n").Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]), parts[1]);
    }
}
