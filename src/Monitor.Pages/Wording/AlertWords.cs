using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>An alert put into words.</summary>
/// <param name="Kind">"Alert", "Follow-up", "Correction", "After quiet hours" or "Held back".</param>
/// <param name="Topic">The topics' names.</param>
/// <param name="Title">Of several stories, how many and of what; empty where one is told, whose headline is the title.</param>
/// <param name="When">"6:51 am, Thursday 19 November 2026".</param>
/// <param name="Held">Why it did not come before; empty where it came at once.</param>
/// <param name="Parts">A story each, at least one.</param>
public sealed record AlertWords(
    string Subject,
    string Preheader,
    string Kind,
    string Topic,
    string Title,
    string When,
    string Held,
    IReadOnlyList<AlertPartWords> Parts,
    IReadOnlyList<string> Footer)
{
    private const int MaxTold = 3;

    /// <summary>The story of the first part.</summary>
    public StoryWords Story => Parts[0].Story;

    public static AlertWords Of(Alert alert)
    {
        var zone = DeskZone.Find(alert.Zone) ?? DeskZone.Find("UTC")!;
        var today = zone.DateOf(alert.At);
        List<string> topics = [.. alert.Parts.Select(part => Legible.Line(part.TopicName, 60)).Distinct()];
        List<AlertPartWords> parts = [.. alert.Parts.Select((part, at) => AlertPartWords.Of(part, alert.Parts.Count > 1 ? at + 1 : 0, topics.Count > 1, today, zone))];
        var kind = KindOf(alert);
        var topic = Counted.List(topics);
        var lead = parts[0].Story;
        return new AlertWords(
            SubjectOf(alert, kind, topics),
            PreheaderOf(parts),
            kind,
            topic,
            parts.Count > 1 ? $"{TitleOf(alert)} on {topic}" : "",
            $"{zone.Time(alert.At)}, {DeskZone.LongDate(today)}",
            HeldOf(alert, today, zone),
            parts,
            [
                BecauseOf(alert, topic, topics.Count),
                $"Rule set {Legible.Line(alert.Story.Lead.RuleSet, 16)}. Times are {zone.Id}.",
            ]);
    }

    private static string BecauseOf(Alert alert, string topic, int topics) => (alert.Parts.Count, topics) switch
    {
        _ when alert.Parts.All(part => part.Kind == AlertPartKind.Correction) => "Sent to everybody who was told of this story.",
        (1, _) => $"Sent because {topic} is a main subject of this story.",
        (_, 1) => $"Sent because {topic} is a main subject of these stories.",
        _ => $"Sent because {topic} are main subjects of these stories.",
    };

    private static string KindOf(Alert alert) => alert.Occasion switch
    {
        AlertOccasion.AfterQuiet => "After quiet hours",
        AlertOccasion.RollUp => "Held back",
        _ when alert.Parts.All(part => part.Kind == AlertPartKind.FollowUp) => "Follow-up",
        _ when alert.Parts.All(part => part.Kind == AlertPartKind.Correction) => "Correction",
        _ => "Alert",
    };

    // The first headline tells the news; a second one stands beside it where there is room.
    private static string SubjectOf(Alert alert, string kind, List<string> topics)
    {
        var lead = $"{kind} · {(topics.Count == 1 ? topics[0] : Counted.Of(topics.Count, "topic"))}: ";
        var headlines = alert.Parts.Select(part => Legible.Line(part.Story.Lead.Headline, DigestSubject.MaxLength)).Where(headline => headline.Length > 0).Distinct().ToList();
        if (alert.Parts.Count == 2 && headlines.Count == 2 && lead.Length + headlines.Sum(headline => headline.Length) + 2 <= DigestSubject.MaxLength)
        {
            return lead + string.Join("; ", headlines);
        }

        return DigestSubject.Fit(lead, alert.Story.Lead.Headline, alert.Parts.Count > 1 ? $", and {Counted.Number(alert.Parts.Count - 1)} more" : "", "");
    }

    private static string PreheaderOf(List<AlertPartWords> parts)
    {
        if (parts.Count > 1)
        {
            return Legible.Cut(string.Join(" · ", parts.Skip(1).Take(MaxTold).Select(part => part.Story.Headline.Text)), 200);
        }

        var (part, story) = (parts[0], parts[0].Story);
        var news = part.Corrections.Count > 0 ? part.Corrections[0].Sentence
            : part.WhatIsNew.Length > 0 ? part.WhatIsNew
            : story.Quote?.Sentence.Text ?? "";
        return Legible.Cut($"{story.Outlet.Name} {story.Outlet.Time}. {news}".TrimEnd(), 200);
    }

    private static string TitleOf(Alert alert)
    {
        List<string> said = [];
        Add(alert.Parts.Count(part => part.Kind == AlertPartKind.Broke), "story", "stories");
        Add(alert.Parts.Count(part => part.Kind == AlertPartKind.FollowUp), "follow-up", "follow-ups");
        Add(alert.Parts.Count(part => part.Kind == AlertPartKind.Correction), "correction", "corrections");
        return Counted.List(said);

        void Add(int count, string one, string many)
        {
            if (count > 0)
            {
                said.Add(Counted.Of(count, one, many));
            }
        }
    }

    private static string HeldOf(Alert alert, DateOnly today, DeskZone zone)
    {
        var since = alert.HeldFrom is { } from ? $" since {zone.TimeSeenFrom(today, from)}" : "";
        return alert.Occasion switch
        {
            AlertOccasion.AfterQuiet => $"What came{since} waited for the end of the quiet.",
            AlertOccasion.RollUp => $"What came{since} was held back by the desk’s limit of {Counted.Of(alert.PerHour ?? 1, "alert")} an hour. This is all of it.",
            _ => "",
        };
    }
}

/// <summary>What an alert says of one story.</summary>
/// <param name="Kind">"New", "Follow-up" or "Correction", with the topic where the mail has several; empty where the mail says it.</param>
/// <param name="WhatIsNew">Of a follow-up; otherwise empty.</param>
public sealed record AlertPartWords(string Kind, StoryWords Story, string WhatIsNew, IReadOnlyList<CorrectionWords> Corrections)
{
    private const int MaxFacts = 4;

    /// <param name="number">Its number in the mail, from 1; 0 where it is the only one.</param>
    public static AlertPartWords Of(AlertPart part, int number, bool severalTopics, DateOnly today, DeskZone zone)
    {
        var isFollowUp = part.Kind == AlertPartKind.FollowUp;
        var isCorrection = part.Kind == AlertPartKind.Correction;
        var story = StoryWords.Of(part.Story, number, today, zone);
        var news = isFollowUp ? NewsOf(part.Story.Briefing) : "";
        return new AlertPartWords(
            number == 0 ? "" : KindOf(part.Kind) + (severalTopics ? $" · {Legible.Line(part.TopicName, 60)}" : ""),
            story with
            {
                // What was told of them stays as it was told: a correction says what is different, and no more.
                Corrections = isCorrection ? [] : story.Corrections,
                Quote = isCorrection ? null : story.Quote,
                Why = isCorrection ? "" : story.Why,
                Briefing = isFollowUp && story.Briefing is { } briefing ? briefing with { Label = "", New = "" } : story.Briefing,
            },
            news,
            [.. (part.Corrections ?? []).Select(correction => CorrectionWords.Of(correction, isCorrection, today, zone))]);
    }

    private static string KindOf(AlertPartKind kind) => kind switch
    {
        AlertPartKind.FollowUp => "Follow-up",
        AlertPartKind.Correction => "Correction",
        _ => "New",
    };

    private static string NewsOf(StoryBriefing? briefing)
    {
        var statement = Legible.Line(briefing?.Statement, 300);
        var facts = briefing?.Facts.Take(MaxFacts).Select(fact => Legible.Line(fact, 80)).Where(fact => fact.Length > 0).ToList() ?? [];
        var named = facts.Count > 0 ? $"For the first time: {string.Join("; ", facts)}." : "";
        return $"{statement} {named}".Trim();
    }
}
