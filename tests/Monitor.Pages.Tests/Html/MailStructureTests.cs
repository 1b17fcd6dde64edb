using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Monitor.Core.Digests;
using Monitor.Pages.Html;
using Monitor.Pipeline.Writing;

namespace Monitor.Pages.Tests.Html;

public class MailStructureTests
{
    private static readonly MailWriter Writer = new();

    public static TheoryData<string> Kinds => ["digest", "empty", "late", "alert", "several", "follow-up", "correction", "removed", "roll-up", "after-quiet", "notice"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Headings_start_at_one_and_skip_no_level(string kind)
    {
        var levels = Parse(await Write(kind)).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        levels.Count(level => level == 1).ShouldBe(1);
        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First <= 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Needs_nothing_from_elsewhere_and_runs_nothing(string kind)
    {
        var mail = await Write(kind);
        var document = Parse(mail);
        document.QuerySelectorAll("script, img, link, iframe, object, form, base, [src], [background], [srcset]").ShouldBeEmpty();
        mail.Html.ShouldNotContain("url(", Case.Insensitive);
        mail.Html.ShouldNotContain("@import", Case.Insensitive);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_link_goes_to_the_web_and_has_a_name(string kind)
    {
        var links = Parse(await Write(kind)).QuerySelectorAll("a");
        links.ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("https://") && link.TextContent.Trim().Length > 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Names_its_language_title_and_colour_schemes(string kind)
    {
        var mail = await Write(kind);
        var document = Parse(mail);
        document.DocumentElement.GetAttribute("lang").ShouldBe("en-NZ");
        document.Title.ShouldBe(mail.Subject);
        document.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content").ShouldBe("light dark");
        document.QuerySelectorAll("main").ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tables_are_for_layout_and_say_so(string kind) =>
        Parse(await Write(kind)).QuerySelectorAll("table").ShouldAllBe(table => table.GetAttribute("role") == "presentation");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_colour_in_the_light_has_its_class_for_the_dark(string kind)
    {
        var coloured = Parse(await Write(kind)).QuerySelectorAll("main [style*='color:']");
        coloured.ShouldNotBeEmpty();
        coloured.ShouldAllBe(element => element.ClassList.Length > 0);
    }

    [Fact]
    public async Task The_plain_text_says_what_the_page_says()
    {
        var mail = await Writer.WriteAsync(SampleDigest.Full(), default);
        var text = mail.Text.Replace('\n', ' ');
        Parse(mail).QuerySelectorAll("a").ShouldAllBe(link => text.Contains(link.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_flood_stays_below_the_size_that_Gmail_clips_and_keeps_its_coverage()
    {
        var mail = await Writer.WriteAsync(Flood(), default);
        Encoding.UTF8.GetByteCount(mail.Html).ShouldBeLessThanOrEqualTo(Room.MaxBytes);
        Parse(mail).QuerySelector("main")!.TextContent.ShouldContain("13 of 14 feeds, 162 entries, 57 pages read");
    }

    [Fact]
    public async Task What_a_flood_leaves_out_of_the_page_is_counted_there_and_told_in_the_plain_text()
    {
        var mail = await Writer.WriteAsync(Flood(), default);
        var told = Parse(mail).QuerySelectorAll("h3").Length;
        told.ShouldBeLessThan(400);
        Parse(mail).QuerySelector("main")!.TextContent.ShouldContain($"{400 - told} more stories: this mail’s plain-text form tells them.");
        mail.Text.ShouldContain("\n400. Tribunal upholds");
    }

    [Fact]
    public async Task A_flood_of_alerts_stays_below_it_too_and_the_plain_text_names_every_story()
    {
        var model = SampleAlerts.RollUp();
        var flood = model with { Parts = [.. Enumerable.Range(0, 200).Select(_ => model.Parts[0])] };
        var mail = await Writer.WriteAsync(flood, default);
        var told = Parse(mail).QuerySelectorAll("h2").Length;

        Encoding.UTF8.GetByteCount(mail.Html).ShouldBeLessThanOrEqualTo(Room.MaxBytes);
        told.ShouldBeLessThan(200);
        Parse(mail).QuerySelector("main")!.TextContent.ShouldContain($"{200 - told} more stories: this mail’s plain-text form tells them.");
        mail.Text.ShouldContain("\n200. ");
    }

    private static Digest Flood()
    {
        var full = SampleDigest.Full();
        var model = full.Topics[0].Main[0];
        var stories = Enumerable.Range(0, 400).Select(i => model with { Story = $"story-{i}" }).ToList();
        return full with { Topics = [full.Topics[0] with { Main = stories[..300], Passing = stories[300..] }] };
    }

    private static Task<WrittenMail> Write(string kind) => SampleMails.OfAsync(kind);

    private static IDocument Parse(WrittenMail mail) => new HtmlParser().ParseDocument(mail.Html);
}
