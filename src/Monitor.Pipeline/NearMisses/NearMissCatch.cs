using Monitor.Core.Topics;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.NearMisses;

/// <summary>
/// Collects a run's near misses, at most <see cref="MostOfTopic"/> a topic: which ones are kept of more depends on the articles
/// alone, not on the order in which they were read. Safe for any number of threads.
/// </summary>
public sealed class NearMissCatch(TopicSet topics, DateTimeOffset now)
{
    public const int MostOfTopic = 25;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedList<string, KeptNearMiss>> byTopic = new(StringComparer.Ordinal);

    /// <summary>In order of topic and lot.</summary>
    public IReadOnlyList<KeptNearMiss> Kept =>
        [.. byTopic.OrderBy(topic => topic.Key, StringComparer.Ordinal).SelectMany(topic => topic.Value.Values)];

    public void Look(ReadEntry entry)
    {
        foreach (var miss in topics.NearMisses(entry.Document))
        {
            var kept = new KeptNearMiss(
                entry.Url.ArticleId, entry.Version, entry.Url.Value, entry.Sighted.Feed.Outlet, KeptNearMiss.Bounded(entry.Document),
                entry.Document.Text.Length > KeptNearMiss.MostText, miss, now, topics.Hash);
            lock (gate)
            {
                Add(kept);
            }
        }
    }

    private void Add(KeptNearMiss kept)
    {
        if (!byTopic.TryGetValue(kept.Miss.Topic, out var own))
        {
            byTopic[kept.Miss.Topic] = own = new(StringComparer.Ordinal);
        }

        own[kept.Lot] = kept;
        if (own.Count > MostOfTopic)
        {
            own.RemoveAt(MostOfTopic);
        }
    }
}
