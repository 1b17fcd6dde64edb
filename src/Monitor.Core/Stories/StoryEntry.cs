namespace Monitor.Core.Stories;

/// <summary>An article that has been placed.</summary>
/// <param name="Id">The article's identifier.</param>
/// <param name="Story">The story it was placed in.</param>
/// <param name="DuplicateOf">The first article with this text; null where it is nobody's copy.</param>
/// <param name="StartsStory">It opened the story.</param>
/// <param name="Title">The headline as given.</param>
/// <param name="Outlet">The outlet's name; empty where unknown.</param>
/// <param name="Published">As given, but never after <paramref name="FirstSeen"/>.</param>
/// <param name="FirstSeen">When it came to us; the time of publication where that is not known.</param>
/// <param name="Agency">The agency that the text credits, such as AAP; null where it credits none.</param>
/// <param name="Terms">Signature for stories: words as hashes, with weights.</param>
/// <param name="Sketch">Signature for copies: the smallest hashes of its shingles.</param>
/// <param name="Shingles">How many different shingles the text has.</param>
public sealed record StoryEntry(
    string Id,
    string Story,
    string? DuplicateOf,
    bool StartsStory,
    string Title,
    string Outlet,
    DateTimeOffset Published,
    DateTimeOffset FirstSeen,
    string? Agency,
    ReadOnlyMemory<byte> Terms,
    ReadOnlyMemory<byte> Sketch,
    int Shingles)
{
    internal DateOnly Day => DateOnly.FromDateTime(FirstSeen.UtcDateTime);

    internal StoryTerms StoryTerms => new(Terms);

    internal CopySketch CopySketch => new(Sketch, Shingles);

    internal Placement Placement => new(Story, DuplicateOf, StartsStory);
}
