namespace Monitor.Core.Feeds;

/// <summary>
/// What a feed has shown before. An entry's identity is its id, link and title together, never a date:
/// <list type="bullet">
/// <item>the same id and the same link or title: the same entry, retitled or moved;</item>
/// <item>the same id with another link and another title: a reused id, another entry;</item>
/// <item>another id, or none, with the same link and title: the same entry, where no other entry shares them;</item>
/// <item>no id and the same link with another title: the same entry, retitled, where no other entry shares the link;</item>
/// <item>neither id nor link: the same title.</item>
/// </list>
/// The same identity with another title or text is <see cref="Sighting.Changed"/>. Not safe for use by two threads at once.
/// </summary>
public sealed class SeenSet
{
    /// <summary>Entries kept beyond those that the feed still shows.</summary>
    public const int Capacity = 2000;

    private readonly List<SeenEntry> entries = [];
    private readonly Dictionary<string, List<int>> byId = [];
    private readonly Dictionary<string, List<int>> byLink = [];
    private readonly Dictionary<string, List<int>> byTitle = [];

    /// <summary>Links that several entries of one document have shared; each then names none of them.</summary>
    private readonly HashSet<string> shared = [];

    private SeenSet()
    {
    }

    public int Count => entries.Count;

    /// <summary>
    /// The set as the feed's state keeps it, longest unseen first. Of what the feed no longer shows the longest unseen are
    /// forgotten beyond <see cref="Capacity"/>; what it showed on its last two days is never forgotten.
    /// </summary>
    public IReadOnlyList<SeenEntry> Entries
    {
        get
        {
            if (entries.Count <= Capacity)
            {
                return [.. entries.OrderBy(entry => entry.LastSeen)];
            }

            var latest = entries.Max(entry => entry.LastSeen).AddDays(-1);
            var old = entries.Where(entry => entry.LastSeen < latest).OrderBy(entry => entry.LastSeen).ToList();
            var current = entries.Where(entry => entry.LastSeen >= latest).OrderBy(entry => entry.LastSeen);
            return [.. old.Skip(Math.Max(0, entries.Count - Capacity)), .. current];
        }
    }

    public static SeenSet From(IEnumerable<SeenEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var set = new SeenSet();
        foreach (var entry in entries)
        {
            set.Add(entry);
        }

        return set;
    }

    /// <summary>
    /// Observes a whole document, in its order: better than one entry at a time, because what stands in it side by side is not
    /// one entry retitled.
    /// </summary>
    public IReadOnlyList<Sighting> ObserveAll(IReadOnlyList<Entry> document, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var link in document.Select(entry => SeenEntry.Of(entry, today)).Where(entry => entry.Link.Length > 0).GroupBy(entry => entry.Link))
        {
            if (link.DistinctBy(entry => (entry.Id, entry.Title)).Skip(1).Any())
            {
                shared.Add(link.Key);
            }
        }

        return [.. document.Select(entry => Observe(entry, today))];
    }

    /// <summary>Tells what the entry is, and remembers it.</summary>
    /// <param name="today">The day of the poll; entries are forgotten by it and compared by nothing of it.</param>
    public Sighting Observe(Entry entry, DateOnly today)
    {
        var sight = SeenEntry.Of(entry, today);
        if (Find(sight) is not { } index)
        {
            Add(sight);
            return Sighting.New;
        }

        var known = entries[index];
        var sighting = known.Title == sight.Title && known.Text == sight.Text ? Sighting.Known : Sighting.Changed;
        if (known.LastSeen > today)
        {
            sight = sight with { LastSeen = known.LastSeen };
        }

        entries[index] = sight;
        Index(byId, known.Id, sight.Id, index);
        Index(byLink, known.Link, sight.Link, index);
        Index(byTitle, known.Title, sight.Title, index);
        return sighting;
    }

    private int? Find(SeenEntry sight)
    {
        if (sight.Id.Length > 0 && byId.TryGetValue(sight.Id, out var sameId))
        {
            return Best(sameId, known => known.Link == sight.Link && known.Title == sight.Title)
                ?? Best(sameId, known => known.Link == sight.Link && sight.Link.Length > 0)
                ?? Best(sameId, known => known.Title == sight.Title && sight.Title.Length > 0)
                // An entry that was nothing but its id can only be told by it.
                ?? Best(sameId, known => (known.Link.Length == 0 || sight.Link.Length == 0) && (known.Title.Length == 0 || sight.Title.Length == 0));
        }

        if (sight.Link.Length > 0 && byLink.TryGetValue(sight.Link, out var sameLink))
        {
            return Best(sameLink, known => known.Title == sight.Title && known.Text == sight.Text)
                ?? (shared.Contains(sight.Link) ? null
                    : Single(sameLink, known => known.Title == sight.Title)
                    ?? Single(sameLink, known => known.Id.Length == 0 && sight.Id.Length == 0));
        }

        return sight.Id.Length == 0 && sight.Link.Length == 0 && sight.Title.Length > 0 && byTitle.TryGetValue(sight.Title, out var sameTitle)
            ? Best(sameTitle, known => known.Id.Length == 0 && known.Link.Length == 0)
            : null;
    }

    private int? Best(List<int> candidates, Func<SeenEntry, bool> same)
    {
        foreach (var index in candidates)
        {
            if (same(entries[index]))
            {
                return index;
            }
        }

        return null;
    }

    private int? Single(List<int> candidates, Func<SeenEntry, bool> same) =>
        candidates.Count == 1 && same(entries[candidates[0]]) ? candidates[0] : null;

    private void Add(SeenEntry entry)
    {
        entries.Add(entry);
        var index = entries.Count - 1;
        Index(byId, "", entry.Id, index);
        Index(byLink, "", entry.Link, index);
        Index(byTitle, "", entry.Title, index);
    }

    private static void Index(Dictionary<string, List<int>> places, string before, string after, int index)
    {
        if (before == after)
        {
            return;
        }

        if (before.Length > 0)
        {
            places[before].Remove(index);
        }

        if (after.Length > 0)
        {
            if (!places.TryGetValue(after, out var at))
            {
                places.Add(after, at = []);
            }

            at.Add(index);
        }
    }
}
