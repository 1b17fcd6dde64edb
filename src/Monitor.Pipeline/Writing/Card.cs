namespace Monitor.Pipeline.Writing;

/// <summary>The short form of a message, for channels that are read in passing: plain text and links, no markup of any channel.</summary>
/// <param name="Title">One line.</param>
/// <param name="Items">In order of weight; may be empty.</param>
/// <param name="Footer">What stands below them; empty where there is nothing to add.</param>
public sealed record Card(string Title, IReadOnlyList<CardItem> Items, string Footer = "");

/// <param name="Title">One line.</param>
/// <param name="Link">An absolute http or https address; null where there is nothing to open.</param>
/// <param name="Lines">A sentence each; may be empty.</param>
public sealed record CardItem(string Title, string? Link, IReadOnlyList<string> Lines);
