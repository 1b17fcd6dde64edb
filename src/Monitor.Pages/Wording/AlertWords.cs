using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>An alert put into words.</summary>
/// <param name="Kind">"Alert", or "Correction" where the story's first article replaces an earlier version.</param>
/// <param name="When">"6:51 am, Thursday 19 November 2026".</param>
public sealed record AlertWords(
    string Subject,
    string Preheader,
    string Kind,
    string Topic,
    string When,
    StoryWords Story,
    IReadOnlyList<string> Footer)
{
    public static AlertWords Of(Alert alert)
    {
        var zone = DeskZone.Find(alert.Zone) ?? DeskZone.Find("UTC")!;
        var today = zone.DateOf(alert.At);
        var lead = alert.Story.Lead;
        var topic = Legible.Line(alert.TopicName, 60);
        var story = StoryWords.Of(alert.Story, 0, today, zone);
        var kind = lead.Corrects is null ? "Alert" : "Correction";
        return new AlertWords(
            DigestSubject.Fit($"{kind} · {topic}: ", lead.Headline, "", ""),
            Legible.Cut($"{story.Outlet.Name} {story.Outlet.Time}. {story.Quote?.Sentence.Text}".TrimEnd(), 200),
            kind,
            topic,
            $"{zone.Time(alert.At)}, {DeskZone.LongDate(today)}",
            story,
            [
                $"Sent because {topic} is a main subject of this story.",
                $"Rule set {Legible.Line(lead.RuleSet, 16)}. Times are {zone.Id}.",
            ]);
    }
}
