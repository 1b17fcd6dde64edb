using Monitor.Core.Digests;

namespace Monitor.Pages.Tests;

/// <summary>What an outlet, or somebody who got hold of one, might send.</summary>
internal static class HostileDigest
{
    public const string Injection = "Visa cancelled\r\nBcc: everyone@example.org\r\n\r\n<script>alert(1)</script>";
    public const string Markup = "</title></style><script>alert(2)</script><img src=https://tracker.example/p.gif onerror=alert(3)> \"quoted\" & 'more'";
    public const string Bidi = "Minister \u202Edeined\u202C \u2066hidden\u2069 \u200Fwords";
    public const string Nulls = "Tri\0bunal\u0007 \u001B[31mred\u001B[0m \uFFFE\uFEFF up\u00ADholds";
    public const string Emoji = "Whānau 👨‍👩‍👧‍👦 welcomed home 🇳🇿 tēnā koutou";
    public const string HalfPair = "Broken \uD83D emoji \uDE00 here";
    public static readonly string Long = string.Concat(Enumerable.Repeat("deported again and ", 530));
    public static readonly string LongWord = new('x', 10_000);
    public static readonly string Accents = "Z" + new string('\u0301', 500) + "algo";
    public static readonly string Family = string.Concat(Enumerable.Repeat("👩\u200D", 3_000)) + "👩";

    public static IReadOnlyList<string> Texts { get; } =
        [Injection, Markup, Bidi, Nulls, Emoji, HalfPair, Long, LongWord, Accents, Family, "", "\0\u202E"];

    public static IReadOnlyList<string> Addresses { get; } =
    [
        "javascript:alert(4)",
        "data:text/html,<script>alert(5)</script>",
        "https://rnz.example@evil.example/login",
        "https://outlet.example/a?b=1&c=\"><script>alert(6)</script>",
        "https://outlet.example/\u202Egnp.exe",
        "https://outlet.example/a\r\nSet-Cookie: x=1",
        "//outlet.example/no-scheme",
        "not an address",
        "",
        "http://outlet.example/plain",
        "https://bücher.example/straße",
        "https://outlet.example/" + new string('a', 5_000),
    ];

    public static Digest Of() => SampleDigest.Full() with
    {
        Topics =
        [
            new DigestTopic("deportation-501", "501 deportations", Stories("main"), Stories("passing")),
            new DigestTopic("anzus", "Anzus", [], []),
        ],
        Coverage = SampleDigest.Coverage with
        {
            Troubles = [.. Texts.Select(text => new FeedTrouble(text, FeedState.Broken, null, text))],
        },
    };

    private static List<DigestStory> Stories(string kind) =>
        [.. Texts.Select((text, i) => new DigestStory($"{kind}-{i}", [Item(text, Addresses[i]), Item(text, Addresses[^(i + 1)])], Briefing(text)))];

    private static StoryBriefing Briefing(string text) => new(
        false, int.MaxValue, 0, text, [text, text], [new DigestQuote(text, text, text, text)], text, SampleDigest.To, 1, [text, text],
        [new CountryOutlets(text, 3), new CountryOutlets("", 2)], [.. Enumerable.Repeat(text, 9)]);

    public static DigestItem Item(string text, string address) => new(
        Article: "a",
        Headline: text,
        Url: address,
        Outlet: text,
        Country: text,
        SampleDigest.To,
        Byline: [text, text, text, text],
        CopyOf: null,
        Corrects: text,
        new MatchedSentence(text, $"{text} again", text, [new Mark(2, 5), new Mark(4, 9), new Mark(text.Length - 1, 900)], "text"),
        Why: [new Reason(text, [text, text], int.MaxValue)],
        Score: 1,
        RuleSet: text);
}
