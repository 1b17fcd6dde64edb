namespace Monitor.Core.Stories;

/// <summary>An article as the clustering sees it.</summary>
/// <param name="Id">The article's identifier; placing the same identifier again gives the same placement.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">Plain text; empty where only the headline is known.</param>
/// <param name="Published">When it was published (or first seen), UTC.</param>
/// <param name="Outlet">The outlet's name; empty where unknown.</param>
/// <param name="FirstSeen">
/// When it came to us, UTC; null where only <paramref name="Published"/> is known. It names the day that keeps the article,
/// and a publication time that lies after it is not believed.
/// </param>
public sealed record StoryArticle(
    string Id,
    string Title,
    string Text,
    DateTimeOffset Published,
    string Outlet,
    DateTimeOffset? FirstSeen = null);

/// <summary>Where an article belongs.</summary>
/// <param name="Story">The story's identifier, stable for its whole life.</param>
/// <param name="DuplicateOf">The article of which this is a copy; null where it is nobody's copy.</param>
/// <param name="StartsStory">This article opened the story.</param>
public sealed record Placement(string Story, string? DuplicateOf, bool StartsStory);
