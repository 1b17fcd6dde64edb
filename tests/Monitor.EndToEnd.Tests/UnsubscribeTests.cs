using System.Net;
using System.Text;
using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>The unsubscribe link from the mail's header to the mails that stay away, through the function app as the host runs it.</summary>
public class UnsubscribeTests(TestLaptop laptop)
{
    private static readonly BlobName Unsubscribed = new(Containers.State, "unsubscribed.json");

    [Fact]
    public async Task A_reader_leaves_by_one_click_and_the_rest_goes_on()
    {
        await laptop.ClearAsync();
        var day = SmallMorning.Write(Path.Combine(laptop.Folder, "unsubscribing"));
        var port = Ports.Free();
        await laptop.Running.DeployAsync(SmallMorning.Files(day, port, WorkFolder.Seeds), CancellationToken.None);
        await using var outlets = await Outlets.StartAsync(day, port, CancellationToken.None);
        await using var app = await laptop.StartAppAsync();
        using var browser = new HttpClient();

        await FireAsync(app, "PollFeeds", SmallMorning.First);
        outlets.IsSecondPoll = true;
        await FireAsync(app, "PollFeeds", SmallMorning.Second);
        await FireAsync(app, "SendMessages", SmallMorning.Second.AddMinutes(1));
        var alerts = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
        alerts.ShouldNotBeEmpty();
        await Carries_its_link_in_the_headers_and_in_both_bodies(alerts[0], "list=alerts&", "Alerts");

        await FireAsync(app, "SendDigests", SmallMorning.Digest);
        var box = new MessageBox(laptop.Store);
        var waiting = await box.PendingAsync(CancellationToken.None).Select(pending => pending.Message).Where(message => message.Kind == MessageKind.Digest).ToListAsync();
        var link = waiting.ShouldHaveSingleItem().Unsubscribe.ShouldNotBeNull();

        // What guards a mailbox opens every link: nothing comes of it.
        var page = await browser.GetAsync(link);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        (await page.Content.ReadAsStringAsync()).ShouldContain("<form method=\"post\">");
        (await laptop.Store.ReadAsync(Unsubscribed, CancellationToken.None)).ShouldBeNull();

        // A mail program's one click (RFC 8058, 3.1), again, in its other form, and the page's button.
        foreach (var content in (HttpContent[])[Form(), Form(), new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }])
        {
            var answer = await browser.PostAsync(link, content);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("You are unsubscribed");
        }

        var noted = PipelineJson.Read<Pipeline.Unsubscribe.Unsubscribed>((await laptop.Store.ReadAsync(Unsubscribed, CancellationToken.None))!.Content, Unsubscribed);
        noted.Entries.ShouldHaveSingleItem().List.ShouldBe("edition:morning");

        await FireAsync(app, "CheckHealth", SmallMorning.Digest.AddMinutes(5));
        await FireAsync(app, "SendMessages", SmallMorning.Digest.AddMinutes(6));
        var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
        mails.Count(mail => mail.Subject.Contains("Somebody has unsubscribed: Morning digest", StringComparison.Ordinal)).ShouldBe(1);
        mails.ShouldNotContain(mail => mail.Text.StartsWith("MORNING DIGEST", StringComparison.Ordinal));
        (await box.WithdrawnAsync(CancellationToken.None).SingleAsync()).Id.ShouldBe(waiting[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?list=alerts&who=28de73e3cfcecf42b354226541d244f4&sig=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?list=%3Cscript%3E&who=%00&sig=%")]
    public async Task A_link_that_is_not_ours_is_answered_plainly_and_changes_nothing(string query)
    {
        await laptop.ClearAsync();
        await using var app = await laptop.StartAppAsync();
        using var browser = new HttpClient();
        var address = new Uri(app.PublicAddress, $"/api/unsubscribe{query}");

        foreach (var answer in (HttpResponseMessage[])[await browser.GetAsync(address), await browser.PostAsync(address, Form())])
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("This link does not work");
        }

        (await laptop.BlobsAsync()).ShouldBeEmpty();
    }

    private async Task Carries_its_link_in_the_headers_and_in_both_bodies(ReceivedMail mail, string list, string name)
    {
        var source = await laptop.Running.Inbox.SourceAsync(mail.Id, CancellationToken.None);
        // Long headers are folded (RFC 5322, 2.2.3): a line that begins with white space belongs to the one before.
        var headers = source.ReplaceLineEndings("\n").Split("\n\n")[0].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n');
        var header = headers.Single(line => line.StartsWith("List-Unsubscribe:", StringComparison.OrdinalIgnoreCase));
        headers.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        var link = header[(header.IndexOf('<', StringComparison.Ordinal) + 1)..^1];
        Uri.IsWellFormedUriString(link, UriKind.Absolute).ShouldBeTrue(link);
        link.ShouldContain($"/api/unsubscribe?{list}who=");
        mail.Text.ShouldContain($"Stop these mails: {link}");
        mail.Html.ShouldContain(WebUtility.HtmlEncode(link));

        using var browser = new HttpClient();
        (await (await browser.GetAsync(link)).Content.ReadAsStringAsync()).ShouldContain($"no more of: {name}.");
    }

    private static async Task FireAsync(FunctionsHost app, string function, DateTimeOffset at)
    {
        var answer = await app.FireAsync(function, at, CancellationToken.None);
        answer.Succeeded.ShouldBeTrue(answer.Error);
    }

    private static StringContent Form() => new("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded");
}
