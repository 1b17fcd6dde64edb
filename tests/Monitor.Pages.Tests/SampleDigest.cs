using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Pages.Tests;

/// <summary>A morning's digest in our own words: Thursday 19 November 2026, 7:00 am in Auckland.</summary>
internal static class SampleDigest
{
    public const string Zone = "Pacific/Auckland";
    public static readonly DateOnly Date = new(2026, 11, 19);
    public static readonly DateTimeOffset To = At("2026-11-18T18:00:00Z");
    public static readonly DateTimeOffset From = At("2026-11-17T18:00:00Z");

    public static Digest Full() => new(
        "morning", "Morning digest", Date, Zone, From, To, null,
        [
            new DigestTopic("deportation-501", "501 deportations", [Tribunal, Hostel, Minister], [Court, Rugby]),
            new DigestTopic("anzus", "Anzus", [Treaty], [MinisterOnAnzus, Submarine, Budget]),
        ],
        Coverage);

    public static Digest Empty() => Full() with
    {
        Topics = [new DigestTopic("deportation-501", "501 deportations", [], []), new DigestTopic("anzus", "Anzus", [], [])],
    };

    public static Digest Late() => Full() with { Late = At("2026-11-18T20:12:40Z") };

    /// <summary>An empty day with a name, sent again, with its dates in Māori.</summary>
    public static Digest Again() => Empty() with
    {
        Language = "mi",
        Days = ["Matariki", "Parliament sits"],
        Notes = ["The calendar “Sitting days” ends on Rāpare 26 Whiringa-ā-rangi 2026: write the days after it into its file."],
        Again = At("2026-11-18T21:30:00Z"),
    };

    public static Alert Alert() => new("deportation-501", "501 deportations", Tribunal, Zone, At("2026-11-18T17:51:00Z"));

    public static OperationsNotice Notice() => new(
        "Capital Post has not answered for an hour",
        [
            "The feed https://feeds.capitalpost.example/news has answered 403 since 5:31 am.",
            "It last gave entries on Wed 18 Nov at 5:21 pm; until then it gave one every 14 minutes.",
            "Monitor goes on trying, every 30 minutes.",
        ],
        Zone,
        At("2026-11-18T17:35:00Z"));

    public static DateTimeOffset At(string utc) =>
        DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);

    public static DigestCoverage Coverage { get; } = new(
        13, 14, 162, 57, [new FeedTrouble("Capital Post", FeedState.Blocked, At("2026-11-18T16:31:00Z"), "answers 403")]);

    public static DigestStory Tribunal { get; } = new("story-tribunal",
    [
        Item("Tribunal upholds removal of Gold Coast man", "Harbour Herald", "2026-11-18T17:42:00Z", "https://harbourherald.example/justice/tribunal-upholds-removal-gold-coast", 6.5,
            Quote(
                "The man had lived in Queensland since he was four.",
                "The tribunal found that his visa was lawfully cancelled under section 501 of the Migration Act and that he should be removed to New Zealand.",
                "His lawyer said the family would ask the Federal Court to look at it again.",
                "section 501 of the Migration Act", "removed to New Zealand"),
            [new Reason("section-501", ["section 501 of the Migration Act", "501s"], 4), new Reason("removal-across-the-tasman", ["removed to New Zealand"], 1)],
            byline: ["Ana Tipene", "Joe Moss"]),
        Item("Gold Coast father of two loses fight to stay", "Southern Courier", "2026-11-18T17:55:00Z", "https://southerncourier.example/news/2026/11/19/loses-fight", 5.5, byline: ["Priya Nand"]),
        Item("Tribunal upholds removal of Gold Coast man", "Bay Advertiser", "2026-11-18T17:58:00Z", "https://bayadvertiser.example/a/88121", 6.5, copyOf: "Harbour Herald"),
        Item("Tribunal upholds removal of Gold Coast man", "Coastal Times", "2026-11-18T17:59:00Z", "https://coastaltimes.example/a/5512", 6.5, copyOf: "Harbour Herald"),
    ],
    new StoryBriefing(
        IsNew: false, Articles: 2, Reprints: 2,
        "The family has until Friday to ask the Federal Court to hear the case.",
        ["28 days"],
        [
            new DigestQuote("Vera Lindqvist", "lawyer", "He has not seen Auckland since he was four, and he knows nobody there", "Harbour Herald"),
            new DigestQuote("a spokesman for the minister", null, "The minister does not comment on cases before a court", "Southern Courier"),
        ],
        "Harbour Herald", At("2026-11-18T17:42:00Z"), Accounts: 2, ["Tasman Wire"],
        [new CountryOutlets("NZ", 3), new CountryOutlets("AU", 1)],
        ["Strait Times", "The Isthmus"],
        ["Vera Lindqvist", "Ana Tipene", "Administrative Review Tribunal"]));

    public static DigestStory Hostel { get; } = new("story-hostel",
    [
        Item("Hostel for returned 501s to close before Christmas", "The Isthmus", "2026-11-18T04:20:00Z", "https://theisthmus.example/hostel-for-501s-to-close", 4.0,
            Quote(
                "",
                "The trust that runs the house in Mangere said that eleven 501 deportees would have to find another bed by 18 December.",
                "The Department of Corrections said that it was “working through the options” with the trust.",
                "501 deportees"),
            [new Reason("section-501", ["501 deportees", "501s"], 6)],
            byline: ["Leilani Faleafa"],
            corrects: "Hostel for returned 501s to close next week"),
    ],
    new StoryBriefing(false, 0, 3, null, [], [], "The Isthmus", At("2026-11-17T04:20:00Z"), 1, [], [new CountryOutlets("NZ", 1)], []));

    public static DigestStory Minister { get; } = new("story-minister",
    [
        Item("Ministers to talk about deportations and defence in Canberra", "Parliament Wire", "2026-11-18T16:05:00Z", "https://parliamentwire.example/ministers-canberra", 3.5,
            Quote(
                "The two ministers meet on Friday.",
                "On the table are the people whom Australia sends back across the Tasman each month and what the Anzus treaty asks of both countries in the Pacific.",
                "Neither office would share an agenda.",
                "Australia sends back across the Tasman"),
            [new Reason("removal-across-the-tasman", ["sends back across the Tasman"], 1), new Reason("ministers-meet", ["two ministers meet"], 1)]),
    ]);

    private static DigestStory MinisterOnAnzus { get; } = Minister with
    {
        Items = [Minister.Lead with { Why = [new Reason("anzus", ["Anzus treaty"], 1)] }],
    };

    public static DigestStory Treaty { get; } = new("story-treaty",
    [
        Item("Anzus at 75: committee asks what the treaty still obliges", "Strait Times", "2026-11-18T09:10:00Z", "https://straittimes.example/world/anzus-75-committee?page=1", 6.0,
            Quote(
                "The foreign affairs committee opened its inquiry on Wednesday.",
                "“We want to know what Article IV of the Anzus treaty would ask of us on the day it was invoked,” the chair said.",
                "Officials will answer questions in December.",
                "Article IV of the Anzus treaty", "invoked"),
            [new Reason("treaty-article", ["Article IV of the Anzus treaty"], 2), new Reason("anzus", ["Anzus"], 7)],
            byline: ["Tomasi Leota"]),
        Item("Inquiry into Anzus obligations begins", "Harbour Herald", "2026-11-18T15:30:00Z", "https://harbourherald.example/politics/anzus-inquiry", 5.0),
    ]);

    private static DigestStory Court { get; } = new("story-court",
    [
        Item("Court clears backlog of bail hearings", "Southern Courier", "2026-11-18T02:15:00Z", "https://southerncourier.example/news/2026/11/18/bail", 1.5,
            Quote("", "Judge Paki said that three of the men before her on Wednesday were 501s with no family in the country.", "", "501s"),
            [new Reason("section-501", ["501s"], 1)]),
    ]);

    private static DigestStory Rugby { get; } = new("story-rugby",
    [
        Item("Club that takes in deportees wins its first final", "Bay Advertiser", "2026-11-18T06:40:00Z", "https://bayadvertiser.example/sport/88090", 1.0,
            Quote("", "Half of the forwards were deported from Australia as grown men.", "", "deported from Australia"),
            [new Reason("removal-across-the-tasman", ["deported from Australia"], 1)]),
    ]);

    private static DigestStory Submarine { get; } = new("story-submarine",
    [
        Item("Shipyard hires 400 for the submarine programme", "Western Ledger", "2026-11-18T12:00:00Z", "https://westernledger.example/shipyard-400", 1.5,
            Quote("", "The premier called it the largest order since the Anzus years.", "", "Anzus"),
            [new Reason("anzus", ["Anzus"], 1)]),
        Item("Shipyard hires 400 for the submarine programme", "Coastal Times", "2026-11-18T12:20:00Z", "https://coastaltimes.example/a/5498", 1.5, copyOf: "Western Ledger"),
    ]);

    private static DigestStory Budget { get; } = new("story-budget",
    [
        Item("What is in the Anzus room? A quiz", "The Isthmus", "2026-11-18T13:00:00Z", "https://theisthmus.example/quiz", 1.0,
            new MatchedSentence("", "What is in the Anzus room?", "A quiz", [new Mark(15, 5)], "title"),
            [new Reason("anzus", ["Anzus"], 1)]),
    ]);

    public static DigestItem Item(
        string headline,
        string outlet,
        string published,
        string url,
        double score,
        MatchedSentence? quote = null,
        IReadOnlyList<Reason>? why = null,
        IReadOnlyList<string>? byline = null,
        string? copyOf = null,
        string? corrects = null) =>
        new(
            Article: $"{outlet}/{headline}",
            headline,
            url,
            outlet,
            Country: "NZ",
            At(published),
            byline ?? [],
            copyOf,
            corrects,
            quote ?? Quote("", headline, ""),
            why ?? [],
            score,
            RuleSet: "5f1c2e9a");

    public static MatchedSentence Quote(string before, string sentence, string after, params string[] hits) => new(
        before,
        sentence,
        after,
        [.. hits.Select(hit => new Mark(sentence.IndexOf(hit, StringComparison.Ordinal), hit.Length))],
        "text");
}
