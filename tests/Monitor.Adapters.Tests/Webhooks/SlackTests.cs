using System.Text.Json.Nodes;
using Monitor.Adapters.Tests.Http;
using Monitor.Adapters.Webhooks.Slack;
using Monitor.Core.Digests;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Tests.Webhooks;

public class SlackTests
{
    [Theory]
    [InlineData("400 Bad Request", "invalid_payload", "it cannot read the message (400)")]
    [InlineData("410 Gone", "channel_is_archived", "its channel is archived (410)")]
    [InlineData("404 Not Found", "no_service", "it is switched off or its address is not the one it had (404)")]
    [InlineData("404 Not Found", "channel_not_found", "its channel is not there any more (404)")]
    [InlineData("403 Forbidden", "action_prohibited", "its workspace does not let it post (403)")]
    [InlineData("500 Internal Server Error", "no_team", "it is switched off or its address is not the one it had (500)")]
    public async Task What_Slack_says_for_good_is_final_and_told_in_plain_words(string status, string word, string reason)
    {
        await using var server = new Misbehaving().On("/services/t", status, word);
        (await SendAsync(server)).ShouldBeOfType<SendOutcome.Permanent>().Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("429 Too Many Requests\r\nRetry-After: 30", "rate_limited", 30)]
    [InlineData("500 Internal Server Error", "rollup_error", null)]
    public async Task What_Slack_says_of_the_moment_is_worth_another_try(string status, string word, int? seconds)
    {
        await using var server = new Misbehaving().On("/services/t", status, word);
        (await SendAsync(server)).ShouldBeOfType<SendOutcome.Recoverable>().RetryAfter.ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
    }

    [Fact]
    public async Task The_answer_ok_is_accepted()
    {
        await using var server = new Misbehaving().On("/services/t", "200 OK", "ok");
        (await SendAsync(server)).ShouldBeOfType<SendOutcome.Accepted>();
    }

    [Fact]
    public void Nobody_is_called_and_nothing_is_linked_that_was_not_meant_to_be()
    {
        var card = new Card(
            "Alert: <!channel> & co",
            [new CardItem("<!everyone> deported | <@U123>", "https://outlet.example/a|b?x=1&y=<2>", ["<https://evil.example|the treasury> & more"])],
            "<#C1>");
        var json = JsonNode.Parse(SlackBlocks.Write(Posting.Message(Channel.Slack, card) with { Subject = "<!here> now" }))!;
        json["text"]!.ToString().ShouldBe("&lt;!here&gt; now");
        var blocks = json["blocks"]!.AsArray();
        blocks[0]!["text"]!["type"]!.ToString().ShouldBe("plain_text");
        blocks[1]!["text"]!["text"]!.ToString().ShouldBe(
            "*<https://outlet.example/a%7Cb?x=1&amp;y=&lt;2&gt;|&lt;!everyone&gt; deported | &lt;@U123&gt;>*\n&lt;https://evil.example|the treasury&gt; &amp; more");
        blocks[1]!["text"]!["verbatim"]!.GetValue<bool>().ShouldBeTrue();
        blocks[2]!["elements"]![0]!["text"]!.ToString().ShouldBe("&lt;#C1&gt;");
    }

    [Fact]
    public void A_card_that_is_too_long_keeps_to_the_bounds_and_says_how_much_is_left_out()
    {
        var items = Enumerable.Range(1, 90).Select(i => new CardItem($"Headline {i}", $"https://outlet.example/{i}", [new string('&', 500), new string('<', 700)])).ToList();
        var json = JsonNode.Parse(SlackBlocks.Write(Posting.Message(Channel.Slack, new Card(new string('t', 400), items, "13 of 14 feeds."))))!;
        var blocks = json["blocks"]!.AsArray();
        blocks.Count.ShouldBeLessThanOrEqualTo(SlackBlocks.MaxBlocks);
        blocks[0]!["text"]!["text"]!.ToString().Length.ShouldBeLessThanOrEqualTo(SlackBlocks.MaxHeader);
        blocks.Where(block => block!["type"]!.ToString() == "section").ShouldAllBe(block => block!["text"]!["text"]!.ToString().Length <= SlackBlocks.MaxSection);
        SlackPicture.Of(json).ShouldMatch(@"And \d+ more");
    }

    private static Task<SendOutcome> SendAsync(Misbehaving server) => Posting.SendAsync(Channel.Slack, Posting.Client(server.Url("/services/t").AbsoluteUri));
}
