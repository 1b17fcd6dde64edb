using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Adapters.Webhooks.Signed;
using Monitor.Adapters.Webhooks.Slack;
using Monitor.Adapters.Webhooks.Teams;
using Monitor.Core.Digests;
using Monitor.Pages;
using Monitor.Pages.Tests;
using Monitor.Pipeline.Outbox;

namespace Monitor.Adapters.Tests.Webhooks;

/// <summary>Every kind of message on every channel, compared with a picture in golden/ (MONITOR_GOLDEN=write makes them anew).</summary>
public class CardPictureTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("digest")]
    [InlineData("empty")]
    [InlineData("late")]
    [InlineData("alert")]
    [InlineData("notice")]
    [InlineData("hostile")]
    public async Task A_message_looks_on_each_channel_as_in_its_picture(string kind)
    {
        var message = await MessageAsync(kind);
        TeamsPicture.Of(TeamsCard.Write(message)).ShouldBeGolden($"teams-{kind}.txt");
        SlackPicture.Of(JsonNode.Parse(SlackBlocks.Write(message))!).ShouldBeGolden($"slack-{kind}.txt");
    }

    [Fact]
    public async Task What_travels_is_what_it_was()
    {
        var message = await MessageAsync("alert");
        Pretty(TeamsCard.Write(message)).ShouldBeGolden("teams-alert.json");
        Pretty(SlackBlocks.Write(message)).ShouldBeGolden("slack-alert.json");
        foreach (var kind in (string[])["digest", "alert", "notice"])
        {
            Pretty(SignedBody.Write(await MessageAsync(kind))).ShouldBeGolden($"webhook-{kind}.json");
        }
    }

    [Fact]
    public async Task Hostile_words_keep_to_every_bound_and_stay_on_their_lines()
    {
        var message = await MessageAsync("hostile");
        TeamsCard.Write(message).Length.ShouldBeLessThanOrEqualTo(TeamsCard.MaxBytes);
        var texts = message.Card!.Items.SelectMany(item => item.Lines.Append(item.Title)).Append(message.Card.Title).Append(message.Card.Footer).ToList();
        texts.ShouldAllBe(text => text.Length <= 1200);
        texts.SelectMany(text => text).Where(letter => char.IsControl(letter) || letter is '\u202E' or '\u2066').ShouldBeEmpty();
        message.Card.Items.Select(item => item.Link).OfType<string>().ShouldAllBe(link => link.StartsWith("http", StringComparison.Ordinal));
    }

    private static async Task<Message> MessageAsync(string kind)
    {
        var writer = new MailWriter();
        var (mail, of) = kind switch
        {
            "digest" => (await writer.WriteAsync(SampleDigest.Full(), default), MessageKind.Digest),
            "empty" => (await writer.WriteAsync(SampleDigest.Empty(), default), MessageKind.Digest),
            "late" => (await writer.WriteAsync(SampleDigest.Late(), default), MessageKind.Digest),
            "alert" => (await writer.WriteAsync(SampleDigest.Alert(), default), MessageKind.Alert),
            "notice" => (await writer.WriteAsync(SampleDigest.Notice(), default), MessageKind.Operations),
            _ => (await writer.WriteAsync(HostileDigest.Of(), default), MessageKind.Digest),
        };
        return new Mailing(["sample", kind], of, mail, SampleDigest.To).To(new Destination("desk", Channel: Channel.Teams), new Address("monitor@example.org"));
    }

    private static string Pretty(byte[] json) => JsonNode.Parse(json)!.ToJsonString(Indented) + "\n";
}
