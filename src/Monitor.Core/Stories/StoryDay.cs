namespace Monitor.Core.Stories;

/// <summary>
/// What one day leaves behind: the articles that came on it, with the signatures that later ones are compared with (never their
/// texts), and the merges decided on it. One JSON document a day.
/// </summary>
/// <param name="Date">The UTC date of first sight.</param>
/// <param name="Entries">In order of placement.</param>
/// <param name="Merges">In order of decision.</param>
public sealed record StoryDay(DateOnly Date, IReadOnlyList<StoryEntry> Entries, IReadOnlyList<StoryMerge> Merges);

/// <summary>Two stories turned out to be one. Articles keep the story they were given; later ones go to the survivor.</summary>
/// <param name="From">The younger story.</param>
/// <param name="Into">The elder story, which lives on.</param>
/// <param name="At">When: the time of the article that joined them.</param>
public sealed record StoryMerge(string From, string Into, DateTimeOffset At);
