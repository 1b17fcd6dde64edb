using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>
/// Tells each story once: under the first topic of which it is a main subject, otherwise under the first that it mentions.
/// Its other topics only point to it.
/// </summary>
internal static class Arrangement
{
    public static IReadOnlyList<ArrangedTopic> Of(Digest digest)
    {
        Dictionary<string, string> home = [];
        foreach (var topic in digest.Topics)
        {
            Settle(topic, topic.Main);
        }

        foreach (var topic in digest.Topics)
        {
            Settle(topic, topic.Passing);
        }

        return [.. digest.Topics.Select(Arranged)];

        void Settle(DigestTopic topic, IReadOnlyList<DigestStory> stories)
        {
            foreach (var story in stories)
            {
                home.TryAdd(story.Story, topic.Id);
            }
        }

        ArrangedTopic Arranged(DigestTopic topic) => new(
            topic.Id,
            Name(topic),
            [.. topic.Main.Where(story => home[story.Story] == topic.Id && story.Items.Count > 0)],
            [.. topic.Passing.Where(story => home[story.Story] == topic.Id && story.Items.Count > 0)],
            [.. Elsewhere(topic, topic.Main, central: true), .. Elsewhere(topic, topic.Passing, central: false)]);

        IEnumerable<PlacedStory> Elsewhere(DigestTopic topic, IReadOnlyList<DigestStory> stories, bool central) => stories
            .Where(story => home[story.Story] != topic.Id && story.Items.Count > 0)
            .Select(story => new PlacedStory(story, Name(digest.Topics.First(other => other.Id == home[story.Story])), central));
    }

    private static string Name(DigestTopic topic) => Legible.Line(topic.Name, 60);
}

/// <param name="Main">Stories told here, of which the topic is a main subject.</param>
/// <param name="Passing">Stories told here that only mention it.</param>
/// <param name="Elsewhere">Stories about it that are told under another topic.</param>
internal sealed record ArrangedTopic(
    string Id,
    string Name,
    IReadOnlyList<DigestStory> Main,
    IReadOnlyList<DigestStory> Passing,
    IReadOnlyList<PlacedStory> Elsewhere);

internal sealed record PlacedStory(DigestStory Story, string Topic, bool Central);
