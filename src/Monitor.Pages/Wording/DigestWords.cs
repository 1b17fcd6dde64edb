using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>A digest put into words: both forms of the mail are laid out from this and add none of their own but headings.</summary>
/// <param name="Subject">The news, the counts, the day.</param>
/// <param name="Preheader">What an inbox shows after the subject.</param>
/// <param name="Title">"Morning digest".</param>
/// <param name="Day">"Thursday 19 November 2026".</param>
/// <param name="Summary">One sentence: how much there is, from how many feeds.</param>
/// <param name="Late">Why it comes late; null where it does not.</param>
/// <param name="Topics">Every topic, in the desk's order.</param>
/// <param name="Mentions">Topics that are only mentioned somewhere.</param>
/// <param name="Corrections">Headlines that were changed, a sentence each; they stand with their stories too.</param>
/// <param name="Tag">Language tag of the mail.</param>
/// <param name="DayTag">Language tag of the date, where it is another one; otherwise null.</param>
/// <param name="Names">What the calendars call the day: "Waitangi Day · Parliament sits"; empty where nothing.</param>
/// <param name="Again">That it is sent again, and when it was asked for; null where it is not.</param>
/// <param name="Footer">Edition, window, rule set.</param>
public sealed record DigestWords(
    string Subject,
    string Preheader,
    string Title,
    string Day,
    string Summary,
    string? Late,
    IReadOnlyList<TopicWords> Topics,
    IReadOnlyList<MentionWords> Mentions,
    CoverageWords Coverage,
    IReadOnlyList<string> Footer,
    string Tag = "en-NZ",
    string? DayTag = null,
    string Names = "",
    string? Again = null,
    IReadOnlyList<string>? Corrections = null)
{
    private const int MaxCorrections = 20;

    public static DigestWords Of(Digest digest)
    {
        var language = DateLanguage.Find(digest.Language) ?? DateLanguage.NewZealandEnglish;
        var zone = (DeskZone.Find(digest.Zone) ?? DeskZone.Find("UTC")!).In(language);
        var coverage = CoverageWords.Of(digest.Coverage, digest.Date, zone);
        var told = Arrangement.Of(digest);
        var number = 0;
        List<TopicWords> topics = [];
        foreach (var topic in told)
        {
            List<StoryWords> stories = [.. topic.Main.Select(story => StoryWords.Of(story, ++number, digest.Date, zone))];
            topics.Add(new TopicWords(topic.Name, Count(topic), stories, [.. topic.Elsewhere.Select(Elsewhere)]));
        }

        List<MentionWords> mentions = [];
        foreach (var topic in told.Where(topic => topic.Passing.Count > 0))
        {
            mentions.Add(new MentionWords(topic.Name, [.. topic.Passing.Select(story => StoryWords.Of(story, ++number, digest.Date, zone))]));
        }

        return new DigestWords(
            DigestSubject.Of(digest, told, coverage, language),
            PreheaderOf(told, coverage),
            Legible.Line(digest.Title, 80),
            language.Long(digest.Date),
            SummaryOf(digest, told, coverage, zone),
            LateOf(digest, zone),
            topics,
            mentions,
            coverage,
            FooterOf(digest, zone),
            language.DocumentTag,
            language.Tag == language.DocumentTag ? null : language.Tag,
            string.Join(" · ", (digest.Days ?? []).Select(day => Legible.Line(day, 60)).Where(day => day.Length > 0)),
            digest.Again is { } again ? $"Sent again at {zone.TimeSeenFrom(digest.Date, again)}, because somebody asked for it; it says what was known at {zone.TimeSeenFrom(digest.Date, digest.To)}." : null,
            CorrectionsOf(told));
    }

    private static string Count(ArrangedTopic topic) => (topic.Main.Count, topic.Passing.Count) switch
    {
        (> 0, _) => Counted.Of(topic.Main.Count, "main story", "main stories"),
        (0, > 0) when !topic.Elsewhere.Any(story => story.Central) => $"no main story, {Counted.Of(topic.Passing.Count, "mention")} below",
        _ => topic.Elsewhere.Count > 0 ? "" : "nothing new",
    };

    private static List<string> CorrectionsOf(IReadOnlyList<ArrangedTopic> told)
    {
        List<string> corrections = [.. told.SelectMany(topic => topic.Main).Concat(told.SelectMany(topic => topic.Passing))
            .SelectMany(story => story.Items)
            .Select(Corrected).OfType<string>()];
        return corrections.Count <= MaxCorrections ? corrections
            : [.. corrections.Take(MaxCorrections), $"And {Counted.Number(corrections.Count - MaxCorrections)} more, with their stories."];
    }

    private static string? Corrected(DigestItem item)
    {
        var (before, headline) = (Legible.Line(item.Corrects, 200), $"“{Legible.Line(item.Headline, 200)}”");
        return before.Length > 0 ? $"{StoryWords.Name(item)}: {headline}, first headed “{before}”."
            : StoryWords.Change(item) is { } change ? $"{headline}. {change}"
            : null;
    }

    private static string Elsewhere(PlacedStory story) =>
        $"{(story.Central ? "Also a main subject of" : "Also mentioned in")} “{Legible.Line(story.Story.Lead.Headline, 200)}”, "
        + $"told under {story.Topic}."
        + (story.Story.Lead.Why.Count > 0 ? $" Why: {StoryWords.Reasons(story.Story.Lead)}." : "");

    private static string SummaryOf(Digest digest, IReadOnlyList<ArrangedTopic> told, CoverageWords coverage, DeskZone zone)
    {
        var (main, passing) = (told.Sum(topic => topic.Main.Count), told.Sum(topic => topic.Passing.Count));
        var since = zone.TimeSeenFrom(digest.Date, digest.From);
        if (coverage.Blind)
        {
            return $"No feed could be read since {since}, so nothing is known about {DigestSubject.Names(told, "or")}. This is not a quiet day.";
        }

        var read = $"{coverage.Feeds} read.";
        return (main, passing) switch
        {
            (0, 0) => $"Nothing new on {DigestSubject.Names(told, "or")} since {since}; {(coverage.Dim ? "but only " : "")}{read}",
            (0, _) => $"No main story, {Counted.Of(passing, "mention")}; {read}",
            (_, 0) => $"{Counted.Of(main, "main story", "main stories")}; {read}",
            _ => $"{Counted.Of(main, "main story", "main stories")}, {Counted.Of(passing, "mention")}; {read}",
        };
    }

    private static string PreheaderOf(IReadOnlyList<ArrangedTopic> told, CoverageWords coverage)
    {
        var lead = DigestSubject.Lead(told);
        var next = told.SelectMany(topic => topic.Main).Concat(told.SelectMany(topic => topic.Passing))
            .Where(story => story != lead?.Story)
            .Take(3)
            .Select(story => Legible.Line(story.Lead.Headline, 80));
        return Legible.Cut(string.Join(" · ", next.Append($"{coverage.Read}.")), 200);
    }

    private static string? LateOf(Digest digest, DeskZone zone) => digest.Late is not { } written ? null
        : $"Sent late: due at {zone.TimeSeenFrom(digest.Date, digest.To)}, written at {zone.TimeSeenFrom(digest.Date, written)}, "
        + $"because no run could write it in the {Counted.Duration(written - digest.To)} between. "
        + $"It covers what was found up to {zone.TimeSeenFrom(digest.Date, digest.To)}; what came after is in the next one.";

    private static List<string> FooterOf(Digest digest, DeskZone zone)
    {
        var rules = digest.Topics.SelectMany(topic => topic.Main.Concat(topic.Passing))
            .SelectMany(story => story.Items)
            .Select(item => Legible.Line(item.RuleSet, 16))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        List<string> footer =
        [
            $"{Legible.Line(digest.Title, 80)} (edition {Legible.Line(digest.Edition, 60)}): what was found after "
                + $"{zone.TimeSeenFrom(digest.Date, digest.From)} and up to {zone.TimeSeenFrom(digest.Date, digest.To)}, {zone.Id} time.",
        ];
        if (rules.Count > 0)
        {
            footer.Add($"Rule set {Counted.List([.. rules.Take(4)])}.");
        }

        footer.AddRange((digest.Notes ?? []).Select(note => Legible.Line(note, 300)));
        return footer;
    }
}

/// <param name="Name">The topic's name for people.</param>
/// <param name="Count">"3 main stories", "nothing new"; empty where all of it is told elsewhere.</param>
/// <param name="Elsewhere">Stories told under another topic that are about this one too, a sentence each.</param>
public sealed record TopicWords(string Name, string Count, IReadOnlyList<StoryWords> Stories, IReadOnlyList<string> Elsewhere)
{
    public bool IsEmpty => Stories.Count + Elsewhere.Count == 0;
}

/// <param name="Name">The topic's name for people.</param>
public sealed record MentionWords(string Name, IReadOnlyList<StoryWords> Stories);
