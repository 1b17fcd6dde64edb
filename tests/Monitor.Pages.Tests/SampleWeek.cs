using Monitor.Core.Digests;

namespace Monitor.Pages.Tests;

/// <summary>The week from Monday 9 to Sunday 15 November 2026, in our own words.</summary>
internal static class SampleWeek
{
    public static WeeklyReview Of() => new(
        new DateOnly(2026, 11, 9), SampleDigest.Zone,
        [
            new ReviewedTopic("deportation-501", "501 deportations",
            [
                Miss("Flight from Brisbane lands with twelve aboard", "Harbour Herald", "2026-11-10T18:42:00Z", 0.4, ["removal-across-the-tasman"]),
                Miss("Highway 501 to close for a month", "Bay Advertiser", "2026-11-12T02:10:00Z", 1.1, [], ["section-501"]),
            ], 7),
            new ReviewedTopic("anzus", "Anzus",
            [
                Miss("Alliance at 75: what officials were told", "Strait Times", "2026-11-13T20:05:00Z", 0.25, ["treaty-article"], ["anniversary"]),
            ], 0),
        ],
        [
            new OutletCounts("Harbour Herald", "NZ", [9, 2], 10, 1),
            new OutletCounts("The Isthmus", "NZ", [4, 0], 4, 0),
            new OutletCounts("Strait Times", "NZ", [0, 3], 3, 0),
            new OutletCounts("Southern Courier", "AU", [6, 1], 6, 2),
            new OutletCounts("Western Ledger", "AU", [0, 2], 2, 0),
        ],
        ["Capital Post", "Bay Advertiser"],
        SampleDigest.Coverage with { EntriesSeen = 1204, PagesRead = 391 });

    public static WeeklyReview Hostile() => Of() with
    {
        Topics = [.. HostileDigest.Texts.Select((text, i) => new ReviewedTopic($"t{i}", text, [new ReviewedMiss(text, HostileDigest.Addresses[i], text, SampleDigest.To, [text], [text], double.MaxValue)], int.MaxValue / 100))],
        Outlets = [.. HostileDigest.Texts.Select(text => new OutletCounts(text, text, [.. HostileDigest.Texts.Select(_ => 1_000)], 1_000, 1))],
        Silent = HostileDigest.Texts,
        Language = "no such language",
    };

    private static ReviewedMiss Miss(string title, string outlet, string seen, double lacking, string[] found, params string[] heldBack) => new(
        title, $"https://outlet.example/{title.ToLowerInvariant().Replace(' ', '-').Replace(":", "", StringComparison.Ordinal)}", outlet, SampleDigest.At(seen), found, heldBack, lacking);
}
