using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>What is new in a story, who said what, and who carried it.</summary>
/// <param name="Label">"New:" where something is; empty where nothing is.</param>
/// <param name="New">One line: "Prices will rise in May.", "410 households; Ana Tuhoro, mayor.", "Three reprints, nothing new."</param>
/// <param name="Quotes">At most two.</param>
/// <param name="Carried">"5 outlets (3 NZ, 2 AU), first The Isthmus (6:42 am); 3 different texts (wire: AAP). Not in Strait Times."</param>
/// <param name="Named">"Ana Tuhoro, Rimu Civil": people and organisations; empty where none are known.</param>
public sealed record BriefingWords(string Label, string New, IReadOnlyList<SpokenWords> Quotes, string Carried, string Named = "")
{
    private const int MaxNew = 240;
    private const int MaxMissing = 4;
    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    public static BriefingWords Of(StoryBriefing briefing, DateOnly today, DeskZone zone) => new(
        briefing.Statement is null && briefing.Facts.Count == 0 ? "" : "New:",
        NewOf(briefing),
        [.. briefing.Quotes.Select(SpokenWords.Of)],
        CarriedOf(briefing, today, zone),
        Legible.Line(string.Join(", ", (briefing.Named ?? []).Select(name => Legible.Line(name, 60)).Where(name => name.Length > 0)), MaxNew));

    private static string NewOf(StoryBriefing briefing)
    {
        var reprints = briefing.Reprints > 0 ? $"{Spelled(briefing.Reprints)} {(briefing.Reprints == 1 ? "reprint" : "reprints")}" : "";
        if (Legible.Line(briefing.Statement, MaxNew) is { Length: > 0 } statement)
        {
            return statement;
        }

        if (briefing.Facts.Count > 0)
        {
            return Legible.Line(string.Join("; ", briefing.Facts.Take(4)), MaxNew) + ".";
        }

        var articles = briefing.Articles > 0 ? $"{Spelled(briefing.Articles)} new {(briefing.Articles == 1 ? "article" : "articles")}" : "";
        return (articles.Length, reprints.Length) switch
        {
            (0, 0) => "",
            (_, 0) => $"{articles}, nothing new.",
            (0, _) => $"{reprints}, nothing new.",
            _ => $"{articles} and {reprints.ToLowerInvariant()}, nothing new.",
        };
    }

    private static string CarriedOf(StoryBriefing briefing, DateOnly today, DeskZone zone)
    {
        var outlets = briefing.Countries.Sum(c => c.Outlets);
        if (outlets < 2)
        {
            return "";
        }

        var countries = briefing.Countries.Where(c => c.Country.Length > 0)
            .Select(c => $"{Counted.Number(c.Outlets)} {Legible.Line(c.Country, 10)}").ToList();
        var line = $"{Counted.Of(outlets, "outlet")}{(countries.Count > 0 ? $" ({string.Join(", ", countries)})" : "")}, "
            + $"first {Legible.Line(briefing.First, 60)} ({zone.TimeSeenFrom(today, briefing.FirstAt)})";
        if (briefing.Accounts < outlets)
        {
            var agencies = briefing.Agencies.Take(2).Select(agency => Legible.Line(agency, 40)).ToList();
            line += $"; {Counted.Of(briefing.Accounts, "different text")}{(agencies.Count > 0 ? $" (wire: {Counted.List(agencies)})" : "")}";
        }

        var missing = briefing.NotCarriedBy.Take(MaxMissing).Select(outlet => Legible.Line(outlet, 60)).ToList();
        if (briefing.NotCarriedBy.Count > MaxMissing)
        {
            missing.Add(Counted.Of(briefing.NotCarriedBy.Count - MaxMissing, "other"));
        }

        return $"{line}.{(missing.Count > 0 ? $" Not in {Counted.List(missing, "or")}." : "")}";
    }

    private static string Spelled(int count) => count < Numbers.Length ? Numbers[count] : Counted.Number(count);
}

/// <param name="Who">"Tom Karavas, immigration minister".</param>
/// <param name="Words">Without quotation marks.</param>
/// <param name="Where">The outlet.</param>
public sealed record SpokenWords(string Who, string Words, string Where)
{
    public static SpokenWords Of(DigestQuote quote)
    {
        var speaker = Legible.Line(quote.Speaker, 60);
        var who = speaker.Length > 0 ? char.ToUpperInvariant(speaker[0]) + speaker[1..] : "Somebody";
        // "A spokesperson for the prime minister" is named by the office: it is not said twice.
        var isNamedByRole = quote.Role is null || quote.Speaker.Contains(quote.Role, StringComparison.OrdinalIgnoreCase);
        return new SpokenWords(isNamedByRole ? who : $"{who}, {Legible.Line(quote.Role!, 60)}", Legible.Line(quote.Words, 320), Legible.Line(quote.Outlet, 60));
    }
}
