using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>
/// The subject tells the news. In order: the weightiest headline of a main subject; the first headline that mentions a topic;
/// that there is nothing new, and how much was read to know it.
/// </summary>
internal static class DigestSubject
{
    public const int MaxLength = 120;

    public static string Of(Digest digest, IReadOnlyList<ArrangedTopic> told, CoverageWords coverage, DateLanguage language)
    {
        var day = $" · {language.Medium(digest.Date)}";
        var again = digest.Again is null ? "" : "Sent again: ";
        if (Lead(told) is not { } lead)
        {
            var nothing = coverage.Blind ? "No feed could be read"
                : $"Nothing new on {Names(told, "or")}: {(coverage.Dim ? "only " : "")}{coverage.Feeds} read";
            return Fit(again, nothing, "", day);
        }

        var stories = told.Sum(topic => topic.Main.Count + topic.Passing.Count);
        var more = stories > 1 ? $", and {Counted.Number(stories - 1)} more" : "";
        return Fit(again + (lead.Central ? $"{lead.Topic}: " : "Mentioned: "), lead.Story.Lead.Headline, more, day);
    }

    /// <summary>The story that leads; null where no topic matched anything. Equal scores keep the desk's order.</summary>
    public static PlacedStory? Lead(IReadOnlyList<ArrangedTopic> told) =>
        told.Where(topic => topic.Main.Count > 0)
            .Select(topic => new PlacedStory(topic.Main[0], topic.Name, Central: true))
            .OrderByDescending(lead => lead.Story.Lead.Score)
            .FirstOrDefault()
        ?? told.Where(topic => topic.Passing.Count > 0)
            .Select(topic => new PlacedStory(topic.Passing[0], topic.Name, Central: false))
            .FirstOrDefault();

    /// <summary>The topics' names as a list; "the desk's topics" where they would fill the line.</summary>
    public static string Names(IReadOnlyList<ArrangedTopic> told, string last)
    {
        var names = Counted.List([.. told.Select(topic => topic.Name)], last);
        return names.Length is > 0 and <= 50 ? names : "the desk’s topics";
    }

    /// <summary>One line of at most 120 code units; it is the headline that gives way.</summary>
    public static string Fit(string lead, string headline, string more, string end)
    {
        var clean = Legible.Line(headline, MaxLength);
        var room = MaxLength - lead.Length - more.Length - end.Length;
        return Legible.Cut(lead + Legible.Cut(clean.Length > 0 ? clean : "(no headline)", Math.Max(room, 20)) + more + end, MaxLength);
    }
}
