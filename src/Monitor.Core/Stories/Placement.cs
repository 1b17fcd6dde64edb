namespace Monitor.Core.Stories;

/// <summary>An article as the clustering sees it.</summary>
/// <param name="Id">The article's identifier; placing the same identifier again gives the same placement.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">Plain text; empty where only the headline is known.</param>
/// <param name="Published">When it was published (or first seen), UTC.</param>
/// <param name="Outlet">The outlet's name; empty where unknown.</param>
public sealed record StoryArticle(string Id, string Title, string Text, DateTimeOffset Published, string Outlet);

/// <summary>Where an article belongs.</summary>
/// <param name="Story">The story's identifier, stable for its whole life.</param>
/// <param name="DuplicateOf">The article of which this is a copy; null where it is nobody's copy.</param>
/// <param name="StartsStory">This article opened the story.</param>
public sealed record Placement(string Story, string? DuplicateOf, bool StartsStory);
