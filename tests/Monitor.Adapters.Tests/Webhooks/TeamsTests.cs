using System.Text.Json.Nodes;
using Monitor.Adapters.Tests.Http;
using Monitor.Adapters.Webhooks.Teams;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Tests.Webhooks;

public class TeamsTests
{
    [Fact]
    public async Task A_workflow_gets_an_adaptive_card_in_its_envelope()
    {
        await using var server = new Misbehaving().On("/w", "202 Accepted");
        await Posting.SendAsync(Channel.Teams, Posting.Client(server.Url("/w").AbsoluteUri));
        var body = JsonNode.Parse(server.Requests.Single().Split("\r\n\r\n", 2)[1])!;
        body["type"]!.ToString().ShouldBe("message");
        var attachment = body["attachments"]!.AsArray().ShouldHaveSingleItem()!;
        attachment["contentType"]!.ToString().ShouldBe("application/vnd.microsoft.card.adaptive");
        attachment["content"]!["type"]!.ToString().ShouldBe("AdaptiveCard");
        attachment["content"]!["version"]!.ToString().ShouldBe("1.4");
    }

    [Theory]
    [InlineData("400 Bad Request", """{"error":{"code":"WorkflowTriggerIsNotEnabled","message":"..."}}""", true)]
    [InlineData("400 Bad Request", """{"error":{"code":"TriggerInputSchemaMismatch","message":"..."}}""", false)]
    [InlineData("401 Unauthorized", """{"error":{"code":"DirectApiAuthorizationRequired"}}""", false)]
    [InlineData("404 Not Found", """{"error":{"code":"WorkflowNotFound"}}""", false)]
    [InlineData("502 Bad Gateway", """{"error":{"code":"NoResponse"}}""", true)]
    [InlineData("200 OK", "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429", true)]
    public async Task A_refusal_is_final_unless_time_or_a_person_may_mend_it(string status, string body, bool again)
    {
        await using var server = new Misbehaving().On("/w", status, body);
        var outcome = await Posting.SendAsync(Channel.Teams, Posting.Client(server.Url("/w").AbsoluteUri));
        outcome.GetType().ShouldBe(again ? typeof(SendOutcome.Recoverable) : typeof(SendOutcome.Permanent));
    }

    [Fact]
    public void A_card_that_is_too_long_loses_lines_then_items_and_says_how_many()
    {
        var items = Enumerable.Range(1, 300).Select(i => new CardItem($"Headline number {i} of a long morning with a great many stories in it", $"https://outlet.example/{i}", [new string('x', 300), new string('y', 300)])).ToList();
        var card = new Card("Morning digest", items, "13 of 14 feeds.");
        TeamsCard.Write(Posting.Message(Channel.Teams, card with { Items = items[..60] })).Length.ShouldBeLessThanOrEqualTo(TeamsCard.MaxBytes);
        var json = TeamsCard.Write(Posting.Message(Channel.Teams, card));
        json.Length.ShouldBeLessThanOrEqualTo(TeamsCard.MaxBytes);
        var picture = TeamsPicture.Of(json);
        picture.ShouldContain("Headline number 1 of");
        picture.ShouldMatch(@"And \d+ more");
        picture.ShouldContain("13 of 14 feeds.");
    }

    [Fact]
    public void Lines_go_before_items_do()
    {
        var items = Enumerable.Range(1, 20).Select(i => new CardItem($"Headline {i}", null, [new string('x', 900), new string('y', 900)])).ToList();
        var picture = TeamsPicture.Of(TeamsCard.Write(Posting.Message(Channel.Teams, new Card("Digest", items))));
        picture.ShouldContain("Headline 20");
        picture.ShouldContain("xxx");
        picture.ShouldNotContain("yyy");
        picture.ShouldNotContain("more");
    }

    [Fact]
    public void A_message_without_a_card_is_shown_by_its_text() =>
        TeamsPicture.Of(TeamsCard.Write(Posting.Message(Channel.Teams) with { Card = null })).ShouldContain("The text of the message.");

    [Fact]
    public void What_must_be_seen_now_stands_in_the_colour_of_attention()
    {
        var message = Posting.Message(Channel.Teams);
        TeamsPicture.Of(TeamsCard.Write(message with { Severity = Severity.High })).ShouldContain("(attention)");
        TeamsPicture.Of(TeamsCard.Write(message)).ShouldNotContain("(attention)");
    }
}
