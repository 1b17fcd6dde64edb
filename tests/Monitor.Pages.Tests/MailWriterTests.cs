using Monitor.Pipeline.Writing;

namespace Monitor.Pages.Tests;

public class MailWriterTests
{
    private readonly MailWriter writer = new();

    [Fact]
    public async Task Writes_a_full_morning() =>
        ShouldBeGolden("digest", await writer.WriteAsync(SampleDigest.Full(), default));

    [Fact]
    public async Task Writes_an_empty_day() =>
        ShouldBeGolden("empty", await writer.WriteAsync(SampleDigest.Empty(), default));

    [Fact]
    public async Task Writes_a_late_digest() =>
        ShouldBeGolden("late", await writer.WriteAsync(SampleDigest.Late(), default));

    [Fact]
    public async Task Writes_a_digest_that_is_sent_again_on_a_day_with_a_name_and_with_dates_in_Maori() =>
        ShouldBeGolden("again", await writer.WriteAsync(SampleDigest.Again(), default));

    [Fact]
    public async Task Writes_a_weekly_review() =>
        ShouldBeGolden("week", await writer.WriteAsync(SampleWeek.Of(), default));

    [Fact]
    public async Task Writes_an_alert() =>
        ShouldBeGolden("alert", await writer.WriteAsync(SampleDigest.Alert(), default));

    [Theory]
    [InlineData("several")]
    [InlineData("follow-up")]
    [InlineData("correction")]
    [InlineData("removed")]
    [InlineData("roll-up")]
    [InlineData("after-quiet")]
    public async Task Writes_every_kind_of_alert(string kind) =>
        ShouldBeGolden(kind, await SampleMails.OfAsync(kind));

    [Fact]
    public async Task Writes_an_operations_notice() =>
        ShouldBeGolden("notice", await writer.WriteAsync(SampleDigest.Notice(), default));

    private static void ShouldBeGolden(string name, WrittenMail mail)
    {
        mail.Html.ShouldBeGolden($"{name}.html");
        $"Subject: {mail.Subject}\n\n{mail.Text}".ShouldBeGolden($"{name}.txt");
    }
}
