using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Revisions;

namespace Monitor.Pages.Tests;

/// <summary>What may come of the stories of <see cref="SampleDigest"/>: told together, gone on, corrected, held back.</summary>
internal static class SampleAlerts
{
    private const string Deportations = "501 deportations";

    private static readonly DateTimeOffset Now = SampleDigest.At("2026-11-18T17:51:00Z");

    private static DigestStory Tribunal { get; } = SampleDigest.Tribunal with { Briefing = null };

    private static DigestStory GoesOn { get; } = new(
        "story-tribunal",
        [
            SampleDigest.Item("Court halts removal hours before the flight", "Southern Courier", "2026-11-18T21:20:00Z", "https://southerncourier.example/news/2026/11/19/court-halts", 6.0,
                SampleDigest.Quote(
                    "",
                    "The Federal Court has halted the removal of a Gold Coast man whose visa was cancelled under section 501 of the Migration Act.",
                    "It will hear the case on 2 December.",
                    "section 501 of the Migration Act"),
                [new Reason("section-501", ["section 501 of the Migration Act"], 2)],
                byline: ["Priya Nand"]),
        ],
        new StoryBriefing(
            IsNew: false, Articles: 1, Reprints: 0,
            "The Federal Court halted the removal three hours before the flight and will hear the case on 2 December.",
            ["14 others", "Rewi Paki, Federal Court judge"],
            [new DigestQuote("Rewi Paki", "Federal Court judge", "A decision that cannot be undone can wait for a fortnight", "Southern Courier")],
            "Southern Courier", SampleDigest.At("2026-11-18T21:20:00Z"), 1, [], [], []));

    private static Correction Changed { get; } = new(
        RevisionKind.Changed, "Harbour Herald", "https://harbourherald.example/justice/tribunal-upholds-removal-gold-coast",
        "Tribunal upholds removal of Gold Coast man",
        [
            new WordRun(null, "Tribunal"), new WordRun(ChangeKind.Removed, "upholds"), new WordRun(ChangeKind.Added, "puts off"),
            new WordRun(null, "removal of Gold Coast man"),
        ],
        [
            new ParagraphChange(
                ChangeKind.Changed, "", "",
                [
                    new WordRun(null, "The tribunal found that his visa was"), new WordRun(ChangeKind.Added, "not"),
                    new WordRun(null, "lawfully cancelled, and that the"), new WordRun(ChangeKind.Removed, "14"), new WordRun(ChangeKind.Added, "41"),
                    new WordRun(null, "others in the same position may ask to be heard."),
                ]),
            new ParagraphChange(ChangeKind.Removed, "A spokesman for the minister had said that the man would be on a flight by Friday.", "", []),
        ],
        2,
        "Correction: an earlier version of this article said that the removal was upheld.",
        SampleDigest.At("2026-11-18T18:40:00Z"));

    public static Alert Several() => new(
        [
            new AlertPart("deportation-501", Deportations, Tribunal),
            new AlertPart("deportation-501", Deportations, SampleDigest.Minister),
        ],
        SampleDigest.Zone, Now);

    public static Alert FollowUp() => new(
        [new AlertPart("deportation-501", Deportations, GoesOn, AlertPartKind.FollowUp)], SampleDigest.Zone, SampleDigest.At("2026-11-18T21:30:00Z"));

    public static Alert Corrected() => new(
        [new AlertPart("deportation-501", Deportations, Retitled("Tribunal puts off removal of Gold Coast man"), AlertPartKind.Correction, [Changed])],
        SampleDigest.Zone, SampleDigest.At("2026-11-18T18:41:00Z"));

    public static Alert Removed() => new(
        [
            new AlertPart("deportation-501", Deportations, Retitled(Tribunal.Lead.Headline), AlertPartKind.Correction,
            [
                Changed with
                {
                    Kind = RevisionKind.Removed, Headline = [new WordRun(null, Tribunal.Lead.Headline)], Paragraphs = [], More = 0, Statement = null,
                    MissingSince = SampleDigest.At("2026-11-18T18:40:00Z"), Detail = "answers 410",
                },
            ]),
        ],
        SampleDigest.Zone, SampleDigest.At("2026-11-18T19:51:00Z"));

    public static Alert RollUp() => new(
        [
            new AlertPart("deportation-501", Deportations, Tribunal),
            new AlertPart("anzus", "Anzus", SampleDigest.Treaty),
            new AlertPart("deportation-501", Deportations, GoesOn, AlertPartKind.FollowUp),
        ],
        SampleDigest.Zone, SampleDigest.At("2026-11-18T22:00:00Z"), AlertOccasion.RollUp, SampleDigest.At("2026-11-18T21:12:00Z"), PerHour: 6);

    public static Alert AfterQuiet() => new(
        [
            new AlertPart("anzus", "Anzus", SampleDigest.Treaty),
            new AlertPart("deportation-501", Deportations, GoesOn, AlertPartKind.FollowUp),
            new AlertPart("deportation-501", Deportations, Retitled("Tribunal puts off removal of Gold Coast man"), AlertPartKind.Correction, [Changed]),
        ],
        SampleDigest.Zone, SampleDigest.At("2026-11-19T17:30:00Z"), AlertOccasion.AfterQuiet, SampleDigest.At("2026-11-19T09:14:00Z"));

    private static DigestStory Retitled(string headline) => new("story-tribunal", [Tribunal.Lead with { Headline = headline }]);
}
