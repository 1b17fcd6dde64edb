using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Topics;

/// <summary>
/// The topics that are in force, ready to match. Built once from topic files and never changed: safe for any number of threads.
/// Loading refuses, with line and reason: what is not YAML, an unknown field, a missing or doubled id, a signal that can
/// never fire, a needed or cancelled signal that is not there or leads round in a circle, a sample that does not do what
/// it should. A signal that fires on no sample is a warning.
/// </summary>
public sealed class TopicSet
{
    private readonly PhraseIndex index;
    private readonly TopicReader[] readers;
    private readonly PhraseOwner[][] owners;
    private readonly IReadOnlyList<TopicMatch> nothing;

    internal TopicSet(IReadOnlyList<Topic> topics, string hash)
    {
        (Topics, Hash) = (topics, hash);
        readers = [.. topics.Select(t => new TopicReader(t))];
        nothing = Array.AsReadOnly<TopicMatch>([.. topics.Select(t => new TopicMatch(t.Id, 0, false, false, []))]);
        index = new PhraseIndex();
        var byPhrase = new List<List<PhraseOwner>>();
        for (var t = 0; t < topics.Count; t++)
        {
            readers[t].Register(t, index, byPhrase);
        }

        owners = [.. byPhrase.Select(o => o.ToArray())];
    }

    /// <summary>In the order of their files.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>SHA-256 of the topic files in hexadecimal: the same whatever the order of the files, their comments, empty lines and line ends.</summary>
    public string Hash { get; }

    public static TopicSetLoad Load(IReadOnlyList<TopicFile> files)
    {
        var problems = new List<ConfigProblem>();
        var topics = files.Select(f => TopicFileReader.Read(f, problems)).OfType<Topic>().ToList();
        TopicCheck.Rules(topics, problems);
        if (problems.Any(p => p.IsError))
        {
            return new TopicSetLoad(null, problems);
        }

        var set = new TopicSet(topics, HashOf(files));
        TopicCheck.Samples(set, problems);
        return new TopicSetLoad(problems.Any(p => p.IsError) ? null : set, problems);
    }

    /// <summary>
    /// One match for every topic, in the order of <see cref="Topics"/>, with all its evidence also where it fell short. Time is
    /// linear in the document's length; of topics without a hit nothing is looked at.
    /// </summary>
    public IReadOnlyList<TopicMatch> Match(TopicDocument document)
    {
        var reading = Read(document);
        if (reading.IsEmpty)
        {
            return nothing;
        }

        var matches = nothing.ToArray();
        foreach (var (topic, hits) in reading.ByTopic)
        {
            if (readers[topic].CanFire(hits))
            {
                matches[topic] = readers[topic].Read(reading.Document, hits).Match();
            }
        }

        return matches;
    }

    /// <summary>The sum behind one topic's answer. The topic is named by its id, which the set must have.</summary>
    public Explanation Explain(TopicDocument document, string topic) => Explanation.Of(Read(document, NumberOf(topic)));

    /// <summary>Topics that a document fell short of by one signal: what was found, with one signal more, would have matched.</summary>
    public IReadOnlyList<NearMiss> NearMisses(TopicDocument document)
    {
        var reading = Read(document);
        return [.. reading.ByTopic.Select(t => NearMiss.Of(readers[t.Topic].Read(reading.Document, t.Hits))).OfType<NearMiss>()];
    }

    internal int NumberOf(string topic)
    {
        var number = Topics.ToList().FindIndex(t => t.Id == topic);
        return number >= 0 ? number : throw new ArgumentException($"there is no topic \"{topic}\"", nameof(topic));
    }

    /// <summary>How one topic comes to its decision.</summary>
    internal TopicReading Read(TopicDocument document, int topic)
    {
        var reading = Read(document);
        return readers[topic].Read(reading.Document, reading.ByTopic.FirstOrDefault(t => t.Topic == topic).Hits ?? []);
    }

    private (ReadDocument Document, IReadOnlyList<(int Topic, List<OwnedHit> Hits)> ByTopic, bool IsEmpty) Read(TopicDocument document)
    {
        List<PhraseHit>? hits = null;
        var title = index.Scan(document.Title, Field.Title, ref hits);
        var summary = index.Scan(document.Summary, Field.Summary, ref hits);
        var text = index.Scan(document.Text, Field.Text, ref hits);
        var read = new ReadDocument(document, title, summary, text);
        return hits is null ? (read, [], true) : (read, Divide(hits), false);
    }

    private List<(int Topic, List<OwnedHit> Hits)> Divide(List<PhraseHit> hits)
    {
        var byTopic = new SortedDictionary<int, List<OwnedHit>>();
        foreach (var hit in hits)
        {
            foreach (var owner in owners[hit.Phrase])
            {
                if (!byTopic.TryGetValue(owner.Topic, out var own))
                {
                    byTopic[owner.Topic] = own = [];
                }

                own.Add(new OwnedHit(owner.Signal, owner.Group, hit));
            }
        }

        return [.. byTopic.Select(t => (t.Key, t.Value))];
    }

    private static string HashOf(IReadOnlyList<TopicFile> files)
    {
        var normal = files.Select(Normal).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n---\n", normal))));
    }

    private static string Normal(TopicFile file) =>
        string.Join('\n', file.Text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0 && !l.TrimStart().StartsWith('#')));
}

/// <summary>Whose a phrase is: a group of a signal of a topic.</summary>
internal readonly record struct PhraseOwner(int Topic, int Signal, int Group);

/// <summary>A phrase found in the text, as a group of one signal of the topic at hand.</summary>
internal readonly record struct OwnedHit(int Signal, int Group, PhraseHit At);
