using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Revisions;
using Monitor.Pages.Text;
using Monitor.Pipeline.Writing;

namespace Monitor.Pages.Tests;

public class HostileTextTests
{
    private const string Directional = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private readonly MailWriter writer = new();

    public static TheoryData<int> EveryText => [.. Enumerable.Range(0, HostileDigest.Texts.Count)];

    [Fact]
    public async Task Is_told_harmlessly_and_legibly_in_a_digest()
    {
        var mail = await writer.WriteAsync(HostileDigest.Of(), default);
        ShouldBeHarmless(mail);
        mail.Html.ShouldBeGolden("hostile.html");
        $"Subject: {mail.Subject}\n\n{mail.Text}".ShouldBeGolden("hostile.txt");
    }

    [Theory]
    [MemberData(nameof(EveryText))]
    public async Task Is_told_harmlessly_in_an_alert(int which)
    {
        var text = HostileDigest.Texts[which];
        var story = new DigestStory("s", [HostileDigest.Item(text, HostileDigest.Addresses[which])]);
        ShouldBeHarmless(await writer.WriteAsync(new Alert("t", text, story, SampleDigest.Zone, SampleDigest.To), default));
    }

    [Theory]
    [MemberData(nameof(EveryText))]
    public async Task Is_told_harmlessly_in_a_follow_up_and_in_a_correction(int which)
    {
        var text = HostileDigest.Texts[which];
        var story = new DigestStory("s", [HostileDigest.Item(text, HostileDigest.Addresses[which])]);
        var correction = new Correction(
            RevisionKind.Changed, text, HostileDigest.Addresses[which], text, [new WordRun(ChangeKind.Removed, text), new WordRun(ChangeKind.Added, text)],
            [new ParagraphChange(ChangeKind.Removed, text, "", []), new ParagraphChange(ChangeKind.Changed, text, text, [new WordRun(null, text), new WordRun(ChangeKind.Added, text)])],
            2, text, SampleDigest.To, Detail: text);
        var briefing = new StoryBriefing(false, 1, 0, text, [text], [new DigestQuote(text, text, text, text)], text, SampleDigest.To, 1, [], [], []);
        ShouldBeHarmless(await writer.WriteAsync(
            new Alert(
                [
                    new AlertPart("t", text, story with { Briefing = briefing }, AlertPartKind.FollowUp),
                    new AlertPart("t", text, story, AlertPartKind.Correction, [correction, correction with { Kind = RevisionKind.Removed }]),
                ],
                SampleDigest.Zone, SampleDigest.To, AlertOccasion.RollUp),
            default));
    }

    [Theory]
    [MemberData(nameof(EveryText))]
    public async Task Is_told_harmlessly_in_a_notice(int which)
    {
        var text = HostileDigest.Texts[which];
        ShouldBeHarmless(await writer.WriteAsync(new OperationsNotice(text, [text, text], "No/Such", SampleDigest.To), default));
    }

    [Fact]
    public async Task Is_told_harmlessly_in_a_weekly_review() =>
        ShouldBeHarmless(await writer.WriteAsync(SampleWeek.Hostile(), default));

    [Theory]
    [MemberData(nameof(EveryText))]
    public async Task Leads_a_subject_of_one_line(int which)
    {
        var lead = new DigestStory("s", [HostileDigest.Item(HostileDigest.Texts[which], "https://outlet.example/")]);
        var digest = SampleDigest.Empty() with { Topics = [new DigestTopic("t", HostileDigest.Texts[which], [lead], [])] };
        ShouldBeOneLine((await writer.WriteAsync(digest, default)).Subject);
    }

    [Fact]
    public async Task A_script_stays_text_that_can_be_read()
    {
        var document = Parse(await writer.WriteAsync(HostileDigest.Of(), default));
        document.QuerySelectorAll("h3").ShouldContain(heading => heading.TextContent.Contains("<script>alert(1)</script>"));
    }

    [Fact]
    public async Task Marks_that_overlap_or_point_nowhere_repeat_and_lose_nothing()
    {
        var document = Parse(await writer.WriteAsync(HostileDigest.Of(), default));
        document.QuerySelectorAll("blockquote").Select(quote => quote.TextContent)
            .ShouldContain($"{HostileDigest.Emoji} {HostileDigest.Emoji} again {HostileDigest.Emoji}");
    }

    private static void ShouldBeHarmless(WrittenMail mail)
    {
        ShouldBeOneLine(mail.Subject);
        var document = Parse(mail);
        document.QuerySelectorAll("script, img, iframe, object, embed, form, link, svg, video, base").ShouldBeEmpty();
        document.All.SelectMany(element => element.Attributes).ShouldNotContain(attribute => attribute.Name.StartsWith("on"));
        document.QuerySelectorAll("a").ShouldAllBe(link => IsWebAddress(link.GetAttribute("href")));
        ShouldBeLegible(mail.Html);
        ShouldBeLegible(document.DocumentElement.TextContent);
        ShouldBeLegible(mail.Text);
        mail.Text.Split('\n').Where(line => !line.TrimStart().StartsWith("http"))
            .ShouldAllBe(line => line.Length <= PlainText.Width);
    }

    private static void ShouldBeOneLine(string subject)
    {
        subject.Length.ShouldBeInRange(1, 120);
        subject.ShouldNotContain('\n');
        ShouldBeLegible(subject);
    }

    private static void ShouldBeLegible(string text)
    {
        text.ShouldNotContain(c => char.IsControl(c) && c != '\n');
        text.ShouldNotContain(c => Directional.Contains(c));
        for (var i = 0; i < text.Length; i++)
        {
            (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i) && (i == 0 || !char.IsSurrogatePair(text, i - 1)))
                .ShouldBeFalse($"half a character at {i}");
        }
    }

    private static bool IsWebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.UserInfo.Length == 0;

    private static IDocument Parse(WrittenMail mail) => new HtmlParser().ParseDocument(mail.Html);
}
