using Monitor.Core.Articles;
using Monitor.Core.Digests;
using Monitor.Pages.Wording;

namespace Monitor.Pages.Tests.Checks;

/// <summary>Rendered in Chromium, hostile strings are text: nothing runs, and nothing is asked for.</summary>
public class HostileStringsTests
{
    private const int StringsAPage = 10;
    private static readonly Uri Page = new("https://outlet.example/news/2026/11/19/story");

    [Fact]
    public Task A_dozen_of_our_own_fire_nothing() => FireNothing(HostileStrings.Own);

    [Fact]
    public Task Every_string_of_the_shared_suites_fires_nothing() => FireNothing(HostileStrings.Shared());

    [Theory]
    [MemberData(nameof(PlantedScripts))]
    public async Task A_live_script_is_seen(string html, string kind) =>
        (await Planted.Value).Fired.ShouldContain(fired => fired.Name == NameOf(html) && fired.Kind == kind);

    [Theory]
    [MemberData(nameof(PlantedRequests))]
    public async Task A_request_is_seen(string html) =>
        (await Planted.Value).Requests.ShouldContain(request => request.Name == NameOf(html) && request.Url.StartsWith("https://evil.example/", StringComparison.Ordinal));

    [Fact]
    public async Task A_plain_page_is_not_suspected()
    {
        var planted = await Planted.Value;
        planted.TextsOf(NameOf("Plain text")).ShouldBe(["Plain text"]);
        planted.Fired.ShouldNotContain(fired => fired.Name == NameOf("Plain text"));
        planted.Requests.ShouldNotContain(request => request.Name == NameOf("Plain text"));
    }

    public static TheoryData<string, string> PlantedScripts => new()
    {
        { "<script>alert('live')</script>", "alert" },
        { "<script>this is not a script</script>", "script" },
        { "<script>var owned = 1;</script>", "global" },
        { "<p onclick=\"void 0\">Press here</p>", "handler" },
        { "<p onpointerover=\"alert('pointed at')\">Point here</p>", "alert" },
        { "<a href=\"&#x0A;jav&#x09;ascript:void 0\">Follow</a>", "link" },
        { "<iframe srcdoc=\"&lt;script&gt;parent.alert('from within')&lt;/script&gt;\"></iframe>", "alert" },
    };

    public static TheoryData<string> PlantedRequests =>
    [
        "<img src=\"https://evil.example/pixel\" alt=\"\">",
        "<script src=\"https://evil.example/x.js\"></script>",
        "<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">",
    ];

    private static readonly Lazy<Task<Rendering>> Planted = new(() => Rendering.OfAsync(
        PlantedScripts.Select(row => row.Data.Item1).Concat(PlantedRequests.Select(row => row.Data)).Append("Plain text")
            .Select(html => (NameOf(html), $"<!DOCTYPE html><article>{html}</article>"))));

    private static string NameOf(string html) => $"planted-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(html)), 0, 4)}";

    private static async Task FireNothing(IReadOnlyList<string> strings)
    {
        var pages = new List<(string Name, string Html)>();
        var expected = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (some, number) in strings.Chunk(StringsAPage).Select((some, number) => (some, number)))
        {
            pages.Add(($"articles-{number}", $"<!DOCTYPE html>{string.Concat(some.Select(text => $"<article>{HtmlSanitizer.Sanitize(text, Page)}</article>"))}"));
            pages.Add(($"read-{number}", $"<!DOCTYPE html>{string.Concat(some.Select(text => $"<article>{HtmlSanitizer.Sanitize(Read(text), Page)}</article>"))}"));
            var mail = await new MailWriter().WriteAsync(DigestOf(some), default);
            (mail.Html.Split("<blockquote").Length - 1).ShouldBe(some.Length, "every string is told in full");
            pages.Add(($"digest-{number}", mail.Html));
            expected[$"digest-{number}"] = [.. some.Select(Headline)];
        }

        var rendering = await Rendering.OfAsync(pages);

        rendering.Fired.ShouldBeEmpty();
        rendering.Requests.Where(request => !IsPictureOfAnArticle(request)).ShouldBeEmpty();
        rendering.Rendered.Count.ShouldBe(pages.Count);
        foreach (var kind in (string[])["articles", "read", "digest"])
        {
            rendering.Rendered.Where(page => page.Name.StartsWith(kind, StringComparison.Ordinal)).Sum(page => page.Texts.Count).ShouldBe(strings.Count, kind);
        }

        // What the reader sees is what the outlet wrote: nothing was taken for markup.
        foreach (var (page, headlines) in expected)
        {
            rendering.TextsOf(page).Select(Spaced).ShouldBe(headlines.Select(Spaced));
        }
    }

    // Sanitised pictures of articles may be asked for; a mail has none.
    private static bool IsPictureOfAnArticle(Request request) =>
        request is { Type: "image" } && !request.Name.StartsWith("digest", StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal);

    // What comes out of a page is plain text; as hostile as it may be, it is put where markup would run.
    private static string Read(string text)
    {
        var article = ArticleReader.Read(System.Text.Encoding.UTF8.GetBytes($"<html><head><title>{text}</title></head><body><article><h1>{text}</h1><p>{text}</p></article></body></html>"), new PageHints(Url: Page));
        return $"{article.Title} {string.Join(' ', article.Byline)} {article.Text}";
    }

    private static string Headline(string text) => Legible.Line(text, 200) is { Length: > 0 } line ? line : "(no headline)";

    private static string Spaced(string text) => string.Join(' ', text.Split([' ', '\n', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));

    private static Digest DigestOf(string[] strings) => SampleDigest.Full() with
    {
        Topics = [new DigestTopic("t", strings[0], [.. strings.Select((text, i) => Story($"s{i}", text))], [])],
        Coverage = SampleDigest.Coverage with { Troubles = [.. strings.Select(text => new FeedTrouble(text, FeedState.Broken, null, text))] },
    };

    private static DigestStory Story(string id, string text) => new(
        id,
        [Item(text) with { Headline = text }, Item(text) with { Article = "copy", CopyOf = text }],
        new StoryBriefing(
            false, 1, 1, text, [text], [new DigestQuote(text, text, text, text)], text, SampleDigest.To, 1, [text],
            [new CountryOutlets(text, 2)], [text, text]));

    private static DigestItem Item(string text) => HostileDigest.Item(text, text) with
    {
        Quote = new MatchedSentence(text, $"They wrote {text} there.", text, [new Mark(0, 4)], "text"),
    };
}
