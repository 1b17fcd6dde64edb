namespace Monitor.Core.Topics;

/// <summary>
/// Reads the phrases that were found as one topic understands them. Signals are taken in an order in which those that others
/// need, and those that cancel others, come first: a signal's places are found, those that are cancelled fall away, then
/// those whose need is not met, and the signal fires where enough are left.
/// </summary>
internal sealed class TopicReader(Topic topic)
{
    private readonly int[] order = SignalOrder.Of(topic.Signals, out _);
    private readonly int[][] needs = [.. topic.Signals.Select(s => Indices(topic, s.Needs))];
    private readonly int[][] cancelledBy = [.. topic.Signals.Select(s => CancelledBy(topic, s))];

    public void Register(int number, PhraseIndex index, List<List<PhraseOwner>> owners)
    {
        for (var s = 0; s < topic.Signals.Count; s++)
        {
            for (var g = 0; g < topic.Signals[s].Groups.Count; g++)
            {
                foreach (var phrase in topic.Signals[s].Groups[g])
                {
                    foreach (var folded in Phrase.TryFold(phrase, out var phrases, out _) ? phrases : [])
                    {
                        var id = index.Add(folded);
                        if (id == owners.Count)
                        {
                            owners.Add([]);
                        }

                        var owner = new PhraseOwner(number, s, g);
                        if (!owners[id].Contains(owner))
                        {
                            owners[id].Add(owner);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Whether any signal that is evidence has a hit in each of its groups. Most ordinary texts are done with here.</summary>
    public bool CanFire(List<OwnedHit> hits)
    {
        Span<byte> groups = topic.Signals.Count <= 256 ? stackalloc byte[topic.Signals.Count] : new byte[topic.Signals.Count];
        groups.Clear();
        foreach (var hit in hits)
        {
            var signal = topic.Signals[hit.Signal];
            groups[hit.Signal] |= (byte)(1 << hit.Group);
            if (signal.IsEvidence && groups[hit.Signal] == (1 << signal.Groups.Count) - 1)
            {
                return true;
            }
        }

        return false;
    }

    public TopicReading Read(ReadDocument document, List<OwnedHit> hits)
    {
        var bySignal = new List<OwnedHit>?[topic.Signals.Count];
        foreach (var hit in hits)
        {
            if (IsIn(topic.Signals[hit.Signal].In, hit.At, document))
            {
                (bySignal[hit.Signal] ??= []).Add(hit);
            }
        }

        var fired = new List<SignalHit>[topic.Signals.Count];
        var heldBack = new List<Signal>();
        foreach (var s in order)
        {
            var places = bySignal[s] is not { } own ? [] : topic.Signals[s].Groups.Count == 1 ? Single(s, own) : Near(s, own, document);
            var found = places.Count > 0;
            fired[s] = Fire(s, places, fired, document);
            if (found && fired[s].Count == 0)
            {
                heldBack.Add(topic.Signals[s]);
            }
        }

        return new TopicReading(topic, document, fired, heldBack);
    }

    private List<SignalHit> Fire(int s, List<SignalHit> places, List<SignalHit>[] fired, ReadDocument document)
    {
        var signal = topic.Signals[s];
        places.RemoveAll(p => cancelledBy[s].Any(c => p.Reaches(fired[c], topic.Signals[c].Reach, document)));
        if (needs[s].Length > 0)
        {
            places.RemoveAll(p => !needs[s].Any(n => p.Reaches(fired[n], signal.Reach, document)));
        }

        return places.Count >= signal.AtLeast ? places : [];
    }

    /// <summary>One place a hit; a hit inside a longer one is part of it.</summary>
    private static List<SignalHit> Single(int s, List<OwnedHit> own)
    {
        var places = new List<SignalHit>();
        PhraseHit? last = null;
        foreach (var (_, _, hit) in own.OrderBy(h => h.At.Field).ThenBy(h => h.At.FirstWord).ThenByDescending(h => h.At.LastWord))
        {
            if (last is not { } l || l.Field != hit.Field || hit.LastWord > l.LastWord)
            {
                places.Add(new SignalHit(s, [hit]));
                last = hit;
            }
        }

        return places;
    }

    private List<SignalHit> Near(int s, List<OwnedHit> own, ReadDocument document)
    {
        var signal = topic.Signals[s];
        if (own.Select(h => h.Group).Distinct().Count() < signal.Groups.Count)
        {
            return [];
        }

        var window = new NearWindow(signal, document);
        return [.. own.Select(h => window.Add(h.Group, h.At)).OfType<PhraseHit[]>().Select(parts => new SignalHit(s, parts))];
    }

    private static bool IsIn(Field fields, PhraseHit hit, ReadDocument document) =>
        (fields & hit.Field) != 0 || (hit.Field == Field.Text && (fields & Field.Lead) != 0 && hit.FirstWord < Fields.LeadWords(document.TextWords));

    private static int[] CancelledBy(Topic topic, Signal signal) =>
        [.. Enumerable.Range(0, topic.Signals.Count).Where(i => topic.Signals[i].Cancels.Contains(signal.Id))];

    private static int[] Indices(Topic topic, IReadOnlyList<string> ids) =>
        [.. Enumerable.Range(0, topic.Signals.Count).Where(i => ids.Contains(topic.Signals[i].Id))];
}
