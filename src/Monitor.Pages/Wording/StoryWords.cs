using Monitor.Core.Digests;
using Monitor.Core.Revisions;

namespace Monitor.Pages.Wording;

/// <summary>A story as it is told, the same in HTML and in plain text.</summary>
/// <param name="Number">Its number in the mail, from 1; 0 in an alert.</param>
/// <param name="Headline">With the words marked, where it was the headline that matched.</param>
/// <param name="Link">Where to read it; null where the address may not become a link.</param>
/// <param name="Outlet">Who told it first.</param>
/// <param name="Others">Who told it in their own words after that, in order of publication.</param>
/// <param name="Copies">Who printed a copy, in order of publication.</param>
/// <param name="Untold">Outlets beyond those that fit.</param>
/// <param name="Byline">"By Ana Tipene and Joe Moss"; empty where unknown.</param>
/// <param name="Quote">Null where the headline is the sentence that matched.</param>
/// <param name="Why">The signals that fired, each with the words that it hit; empty where unknown.</param>
/// <param name="Corrections">Headlines that were replaced, a sentence each.</param>
/// <param name="Briefing">What is new in it and who carried it; null where that is not known.</param>
public sealed record StoryWords(
    int Number,
    MarkedText Headline,
    string? Link,
    OutletWords Outlet,
    IReadOnlyList<OutletWords> Others,
    IReadOnlyList<OutletWords> Copies,
    int Untold,
    string Byline,
    QuoteWords? Quote,
    string Why,
    IReadOnlyList<string> Corrections,
    BriefingWords? Briefing = null)
{
    private const int MaxOutlets = 12;
    private const int MaxReasons = 3;
    private const int MaxWords = 2;
    private const int MaxNames = 3;

    public static StoryWords Of(DigestStory story, int number, DateOnly today, DeskZone zone)
    {
        var lead = story.Lead;
        var later = story.Items.Skip(1).Take(MaxOutlets).Select(item => (item.CopyOf, Words: Outlets(item))).ToList();
        var headline = Legible.Line(lead.Headline, 200);
        var quote = QuoteWords.Of(lead.Quote);
        var marked = Marked(headline, lead.Quote.Field, quote.Sentence);
        return new StoryWords(
            number,
            marked ?? MarkedText.Plain(headline.Length > 0 ? headline : "(no headline)"),
            WebAddress.Link(lead.Url),
            Outlets(lead, original: lead.CopyOf),
            [.. later.Where(item => item.CopyOf is null).Select(item => item.Words)],
            [.. later.Where(item => item.CopyOf is not null).Select(item => item.Words)],
            Math.Max(0, story.Items.Count - 1 - MaxOutlets),
            By(lead.Byline),
            marked is not null || quote.Sentence.Text.Length == 0 ? null : quote,
            Reasons(lead),
            [.. story.Items.Take(MaxOutlets).SelectMany(item => new[] { Correction(item), Change(item) }).OfType<string>()],
            story.Briefing is { } briefing ? BriefingWords.Of(briefing, today, zone) : null);

        OutletWords Outlets(DigestItem item, string? original = null) => new(
            Name(item),
            zone.TimeSeenFrom(today, item.Published),
            original is not null ? $" (copy of {Legible.Line(original, 60)})" : item.CopyOf is null ? "" : item.CopyOf == lead.Outlet ? " (copy)" : $" (copy of {Legible.Line(item.CopyOf, 60)})",
            WebAddress.Link(item.Url),
            Legible.Line(item.Headline, 200));
    }

    /// <summary>The headline with its words marked, where the sentence that matched is in it; otherwise null.</summary>
    private static MarkedText? Marked(string headline, string field, MarkedText sentence)
    {
        var at = sentence.Text.Length == 0 ? -1
            : field == "title" ? headline.IndexOf(sentence.Text, StringComparison.Ordinal)
            : sentence.Text == headline ? 0 : -1;
        return at < 0 ? null : new MarkedText(headline, [.. sentence.Marks.Select(mark => mark with { Start = mark.Start + at })]);
    }

    /// <summary>
    /// "section 501 (“501s”), removal across the Tasman (“sent back”)": the weightiest signals, each with words that no weightier one
    /// has shown already; ids with their dashes as spaces.
    /// </summary>
    public static string Reasons(DigestItem item)
    {
        var shown = new List<string>();
        var reasons = new List<string>();
        foreach (var reason in item.Why)
        {
            List<string> words = [.. reason.Words
                .Select(word => Legible.Line(word, 60))
                .Where(word => word.Length > 0 && !shown.Exists(known => known.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Take(MaxWords)];
            if (reasons.Count == MaxReasons || (words.Count == 0 && reason.Words.Count > 0))
            {
                continue;
            }

            shown.AddRange(words);
            var signal = Legible.Line(reason.Signal.Replace('-', ' ').Replace('_', ' '), 60);
            reasons.Add(words.Count > 0 ? $"{signal} ({string.Join(", ", words.Select(word => $"“{word}”"))})" : signal);
        }

        return string.Join(", ", reasons);
    }

    public static string Name(DigestItem item) => Legible.Line(item.Outlet, 60) is { Length: > 0 } name ? name : "an outlet";

    private static string? Correction(DigestItem item) => Legible.Line(item.Corrects, 200) is { Length: > 0 } before
        ? $"Corrected: {Name(item)} first headed this “{before}”."
        : null;

    public static string? Change(DigestItem item)
    {
        if (item.Differences is not { } differences || !differences.Any())
        {
            return null;
        }

        List<string> parts = [];
        Add(differences.Count(ChangeKind.Changed), "changed");
        Add(differences.Count(ChangeKind.Removed), "taken out");
        Add(differences.Count(ChangeKind.Added), "added");
        var statement = Legible.Line(differences.Statement, 200) is { Length: > 0 } said ? $" It says: “{said}”" : "";
        return $"Changed since it matched: {Name(item)}{(parts.Count > 0 ? $", {Counted.List(parts)}" : "")}.{statement}";

        void Add(int count, string what)
        {
            if (count > 0)
            {
                parts.Add($"{Counted.Of(count, "paragraph")} {what}");
            }
        }
    }

    private static string By(IReadOnlyList<string> byline)
    {
        var names = byline.Take(MaxNames).Select(name => Legible.Line(name, 60)).Where(name => name.Length > 0).ToList();
        if (names.Count > 0 && byline.Count > MaxNames)
        {
            names.Add(Counted.Of(byline.Count - MaxNames, "other"));
        }

        return names.Count == 0 ? "" : $"By {Counted.List(names)}";
    }
}

/// <summary>An outlet that told a story: its name, when in the desk's time, and where.</summary>
/// <param name="Note">" (copy)", or " (copy of Harbour Herald)" where the original is not in the story; empty for its own words.</param>
public sealed record OutletWords(string Name, string Time, string Note, string? Link, string Headline);

/// <summary>The sentence that matched, with its neighbours.</summary>
public sealed record QuoteWords(string Before, MarkedText Sentence, string After)
{
    /// <summary>Quotation marks; none around a sentence that has some of its own.</summary>
    public string Opening => QuotesSomebody ? "" : "“";

    public string Closing => QuotesSomebody ? "" : "”";

    private bool QuotesSomebody => Sentence.Text.AsSpan().ContainsAny('“', '”', '"');

    public static QuoteWords Of(MatchedSentence quote) => new(
        Legible.CutStart(Legible.Clean(quote.Before, []).Text, 240),
        Legible.Clean(quote.Sentence, quote.Marks).Around(MatchedSentences.MaxLength),
        Legible.Line(quote.After, 240));
}
