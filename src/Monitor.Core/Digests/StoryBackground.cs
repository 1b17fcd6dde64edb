namespace Monitor.Core.Digests;

/// <summary>What an edition knows of its stories beside the articles in its window.</summary>
/// <param name="From">Articles seen after this instant are the edition's own.</param>
/// <param name="Earlier">Versions seen up to then, as far back as stories live.</param>
/// <param name="Current">The story that lives on under an identifier, where stories were merged.</param>
/// <param name="Agency">The agency that an article credits; null where it credits none.</param>
/// <param name="Outlets">Names of the outlets that are followed.</param>
/// <param name="DayOf">The desk's date of an instant.</param>
/// <param name="Replaced">By article: its version before the latest, where both came within the window; null for none.</param>
public sealed record StoryBackground(
    DateTimeOffset From,
    IReadOnlyList<MatchedArticle> Earlier,
    Func<string, string> Current,
    Func<string, string?> Agency,
    IReadOnlyList<string> Outlets,
    Func<DateTimeOffset, DateOnly> DayOf,
    IReadOnlyDictionary<string, MatchedArticle>? Replaced = null);
