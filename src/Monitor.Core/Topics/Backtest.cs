namespace Monitor.Core.Topics;

/// <summary>Replays two sets of rules on the same documents and tells where they differ.</summary>
public static class Backtest
{
    /// <summary>Lazily, one document after another; nothing for a document on which both sets agree.</summary>
    public static IEnumerable<BacktestChange> Compare(TopicSet before, TopicSet after, IEnumerable<(string Id, TopicDocument Document)> documents)
    {
        foreach (var (id, document) in documents)
        {
            var old = before.Match(document).ToDictionary(m => m.Topic);
            var now = after.Match(document).ToDictionary(m => m.Topic);
            foreach (var topic in now.Keys.Union(old.Keys))
            {
                var (was, @is) = (old.GetValueOrDefault(topic), now.GetValueOrDefault(topic));
                if (Level(was) != Level(@is))
                {
                    yield return new BacktestChange(id, document.Title, topic, Level(was), Level(@is), was, @is);
                }
            }
        }
    }

    private static int Level(TopicMatch? match) => match is not { Matched: true } ? 0 : match.Central ? 2 : 1;
}

/// <param name="Before">2 a main subject, 1 in passing, 0 not matched, by the old rules.</param>
/// <param name="After">The same, by the new ones.</param>
/// <param name="Old">Null where the old set does not have the topic.</param>
/// <param name="New">Null where the new set does not have it.</param>
public sealed record BacktestChange(string Id, string Title, string Topic, int Before, int After, TopicMatch? Old, TopicMatch? New);
