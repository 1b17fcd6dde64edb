using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Pages.Tests;

public class UnsubscribePagesTests
{
    private readonly UnsubscribePages pages = new();

    [Theory]
    [InlineData("asks")]
    [InlineData("left")]
    [InlineData("notvalid")]
    public async Task Every_answer_has_its_page(string answer) => (await pages.WriteAsync(Answer(answer))).ShouldBeGolden($"unsubscribe-{answer}.html");

    [Theory]
    [InlineData("asks", 1)]
    [InlineData("left", 0)]
    [InlineData("notvalid", 0)]
    public async Task A_page_can_be_read_by_everybody_and_fetches_nothing(string answer, int buttons)
    {
        var page = new HtmlParser().ParseDocument(await pages.WriteAsync(Answer(answer)));
        page.DocumentElement.GetAttribute("lang").ShouldBe("en-NZ");
        page.Title.ShouldNotBeNullOrEmpty();
        page.QuerySelectorAll("main h1").Length.ShouldBe(1);
        page.QuerySelectorAll("button").Length.ShouldBe(buttons);
        page.QuerySelectorAll("button").ShouldAllBe(button => button.TextContent.Length > 0 && button.GetAttribute("type") == "submit");
        page.QuerySelectorAll("form").ShouldAllBe(form => form.GetAttribute("method") == "post" && form.GetAttribute("action") == null);
        page.QuerySelectorAll("script, img, link, iframe, [src], [style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_policy_lets_the_page_have_its_own_style_and_nothing_else()
    {
        var style = new HtmlParser().ParseDocument(await pages.WriteAsync(Answer("asks"))).QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        UnsubscribePages.Policy.ShouldBe($"default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    }

    [Fact]
    public async Task The_name_of_a_list_is_shown_and_never_obeyed()
    {
        var page = await pages.WriteAsync(new UnsubscribeAnswer.Left(HostileDigest.Markup + HostileDigest.Bidi, "https://desk.example.org/\"><script>"));
        page.ShouldNotContain("<script");
        page.ShouldNotContain("\u202E");
    }

    [Fact]
    public async Task A_mail_shows_its_recipients_link_once_in_either_form_and_none_where_there_is_none()
    {
        var mail = await new MailWriter().WriteAsync(SampleDigest.Full(), default);
        var link = new Uri("https://monitor.example.org/api/unsubscribe?list=edition%3Amorning&who=28de&sig=x_y-z");
        var mailing = new Mailing(["digest", "morning", "today"], MessageKind.Digest, mail, SampleDigest.To);
        var to = new Destination("desk@example.org", Channel: Channel.Mail);

        var with = mailing.To(to, new Address("monitor@example.org"), link);
        var anchors = new HtmlParser().ParseDocument(with.Html!).QuerySelectorAll("main a").Where(a => a.TextContent == "Stop these mails").ToList();
        anchors.ShouldHaveSingleItem().GetAttribute("href").ShouldBe(link.AbsoluteUri);
        with.Text.ShouldEndWith($"\nStop these mails: {link.AbsoluteUri}\n");
        with.Html!.Length.ShouldBeLessThan(mail.Html.Length + 600);

        var without = mailing.To(to, new Address("monitor@example.org"));
        (without.Html, without.Text).ShouldBe((mail.Html, mail.Text));
        mail.Html.ShouldNotContain("Stop these mails");
    }

    private static UnsubscribeAnswer Answer(string answer) => answer switch
    {
        "asks" => new UnsubscribeAnswer.Asks("Morning digest"),
        "left" => new UnsubscribeAnswer.Left("Morning digest", "desk@example.org"),
        _ => new UnsubscribeAnswer.NotValid(),
    };
}
