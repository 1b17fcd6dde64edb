using Monitor.Core.Topics;

namespace Monitor.Pipeline.NearMisses;

/// <summary>An article that a topic did not match and would have with one signal more.</summary>
/// <param name="Article">16 hex digits of SHA-256 of the canonical address.</param>
/// <param name="Version">First eight hex digits of SHA-256 over headline, summary and text.</param>
/// <param name="Document">What was matched; its parts are cut at <see cref="MostText"/> characters.</param>
/// <param name="IsCut">The text went on.</param>
/// <param name="Miss">The topic, what was found and what was lacking.</param>
/// <param name="SeenAt">When it was read; UTC.</param>
/// <param name="RuleSet">Hash of the topic files in force at the time.</param>
public sealed record KeptNearMiss(
    string Article,
    string Version,
    string Url,
    string Outlet,
    TopicDocument Document,
    bool IsCut,
    NearMiss Miss,
    DateTimeOffset SeenAt,
    string RuleSet)
{
    public const int MostText = 8_000;

    /// <summary>A place among the others that depends on nothing else: whoever takes the first ten takes a fair sample.</summary>
    public string Lot => Outbox.MessageId.From("near miss", Miss.Topic, Article, Version);

    /// <summary>Cuts what is longer than the bound, never between the halves of one character.</summary>
    internal static TopicDocument Bounded(TopicDocument document) =>
        new(Bounded(document.Title), Bounded(document.Summary), Bounded(document.Text));

    private static string Bounded(string text) =>
        text.Length <= MostText ? text : text[..(char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)];
}
