using Monitor.Adapters.Mail;
using Monitor.Adapters.Mail.Smtp;

namespace Monitor.Adapters.Tests.Mail;

public class MailHeadersTests
{
    private static readonly Uri Link = new("https://monitor.example.org/api/unsubscribe?list=alerts&who=28de73e3cfcecf42b354226541d244f4&sig=hwdICLpQbdqBkB7tRp-b8OhOc2cWiMnHV4h0GKfsSwE");

    [Fact]
    public void A_mail_that_can_be_stopped_says_where_and_that_one_click_does_it()
    {
        var headers = MailHeaders.Of(SampleMessages.Alert() with { Unsubscribe = Link }).ToList();
        headers.ShouldContain(("List-Unsubscribe", $"<{Link.AbsoluteUri}>"));
        headers.ShouldContain(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }

    [Fact]
    public void A_mail_that_cannot_be_stopped_says_nothing_of_it() =>
        MailHeaders.Of(SampleMessages.Alert()).ShouldNotContain(header => header.Name.StartsWith("List-", StringComparison.Ordinal));

    [Fact]
    public void The_link_is_never_broken_by_a_fold() =>
        System.Text.Encoding.ASCII.GetString(MimeMail.Write(SampleMessages.Alert() with { Unsubscribe = Link }, null, SampleMessages.Now))
            .ShouldContain($" <{Link.AbsoluteUri}>\r\n");
}
