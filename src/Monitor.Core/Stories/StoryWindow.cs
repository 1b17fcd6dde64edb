using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Stories;

/// <summary>
/// Places articles one by one, as they come, against those of the last days:
/// 1. an article that was placed before keeps its place, whatever came in between;
/// 2. a copy goes where its original went, and names the first of its kind;
/// 3. an article that says what a living story says joins it, and joins two stories that turn out to be one;
/// 4. anything else opens a story, whose identifier follows from the article's.
/// Time per article does not grow with the window, and memory only with the window. Not safe for use by several threads.
/// </summary>
public sealed class StoryWindow
{
    private readonly StoryOptions options;
    private readonly CopyIndex copies;
    private readonly StoryIndex stories;
    private readonly SortedDictionary<DateOnly, Day> days = [];
    private readonly Dictionary<string, StoryEntry> entries = [];
    private readonly Dictionary<string, string> mergedInto = [];
    private readonly List<DateOnly> lateDays = [];
    private readonly SortedSet<DateOnly> changed = [];

    public StoryWindow(StoryOptions? options = null)
    {
        this.options = options ?? new StoryOptions();
        copies = new CopyIndex(this.options);
        stories = new StoryIndex(this.options);
    }

    /// <summary>Everything in the window, one document a day, in order of date.</summary>
    public IReadOnlyList<StoryDay> Days => [.. days.Select(d => d.Value.Document(d.Key))];

    /// <summary>The dates whose documents differ from those that the window was restored from, ascending.</summary>
    public IReadOnlyCollection<DateOnly> ChangedDays => changed;

    /// <summary>A window that goes on where the documents leave off. Documents older than the window's span are passed over.</summary>
    public static StoryWindow Restore(IEnumerable<StoryDay> days, StoryOptions? options = null)
    {
        var window = new StoryWindow(options);
        var kept = days.OrderBy(d => d.Date).ToList();
        foreach (var day in kept.Where(d => d.Date >= window.Oldest(kept[^1].Date)))
        {
            foreach (var merge in day.Merges)
            {
                window.Keep(day.Date, merge);
            }
        }

        foreach (var day in kept.Where(d => d.Date >= window.Oldest(kept[^1].Date)))
        {
            foreach (var entry in day.Entries.Where(e => !window.entries.ContainsKey(e.Id)))
            {
                window.Keep(day.Date, entry);
            }
        }

        window.changed.Clear();
        return window;
    }

    /// <summary>Where the article was placed; null where it is not in the window.</summary>
    public Placement? Find(string articleId) => Entry(articleId)?.Placement;

    /// <summary>What is kept of the article; null where it is not in the window.</summary>
    public StoryEntry? Entry(string articleId) => entries.GetValueOrDefault(articleId);

    /// <summary>The story that lives on under this identifier: the survivor where it was merged, otherwise itself.</summary>
    public string Current(string story)
    {
        while (mergedInto.TryGetValue(story, out var into))
        {
            story = into;
        }

        return story;
    }

    /// <summary>Every identifier that the story had: that under which it lives on first, then those of stories merged into it.</summary>
    public IReadOnlyList<string> Names(string story)
    {
        var current = Current(story);
        return [current, .. mergedInto.Keys.Where(from => Current(from) == current).Order(StringComparer.Ordinal)];
    }

    /// <summary>The story's articles in the window, those of stories merged into it too, by publication.</summary>
    public IReadOnlyList<StoryEntry> Articles(string story)
    {
        var current = Current(story);
        return [.. entries.Values.Where(e => Current(e.Story) == current).OrderBy(e => e.Published).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>Places an article. Placing the same identifier again gives the same placement while it is in the window.</summary>
    public Placement Place(StoryArticle article)
    {
        if (entries.TryGetValue(article.Id, out var known))
        {
            return known.Placement;
        }

        var seen = (article.FirstSeen ?? article.Published).ToUniversalTime();
        Advance(DateOnly.FromDateTime(seen.UtcDateTime));
        var entry = Read(article, seen);
        var placed = copies.Original(entry) is { } original
            ? entry with { Story = Current(original.Story), DuplicateOf = original.DuplicateOf ?? original.Id }
            : InStory(entry);
        Keep(placed.Day, placed);
        return placed.Placement;
    }

    private StoryEntry Read(StoryArticle article, DateTimeOffset seen)
    {
        var published = article.Published > seen ? seen : article.Published.ToUniversalTime();
        var sketch = CopySketch.Of(string.IsNullOrWhiteSpace(article.Text) ? article.Title : article.Text);
        return new StoryEntry(
            article.Id,
            Story: "",
            DuplicateOf: null,
            StartsStory: false,
            article.Title,
            article.Outlet,
            published,
            seen,
            AgencyCredit.Of(article.Text),
            stories.TermsOf(article).Bytes,
            sketch.Bytes,
            sketch.Shingles);
    }

    private StoryEntry InStory(StoryEntry entry)
    {
        var matches = stories.Matches(entry.StoryTerms, entry.Published);
        if (matches.Count == 0)
        {
            return entry with { Story = Current(IdentifierOf(entry.Id)), StartsStory = true };
        }

        var story = matches[0];
        if (matches.Skip(1).Take(3).FirstOrDefault(other => stories.AreOne(story, other)) is { } same)
        {
            var (elder, younger) = story.Order < same.Order ? (story, same) : (same, story);
            stories.Merge(younger, elder);
            Keep(entry.Day, new StoryMerge(younger.Id, elder.Id, entry.FirstSeen));
            story = elder;
        }

        return entry with { Story = story.Id };
    }

    private void Keep(DateOnly date, StoryMerge merge)
    {
        mergedInto[merge.From] = merge.Into;
        DayOf(date).Merges.Add(merge);
    }

    private void Keep(DateOnly date, StoryEntry entry)
    {
        entries[entry.Id] = entry;
        copies.Add(entry);
        stories.Add(stories.Profile(Current(entry.Story)), entry.StoryTerms, entry.Published);
        DayOf(date).Entries.Add(entry);
    }

    private Day DayOf(DateOnly date)
    {
        changed.Add(date);
        if (!days.TryGetValue(date, out var day))
        {
            days[date] = day = new Day();
        }

        return day;
    }

    private DateOnly Oldest(DateOnly newest) => newest.DayNumber > options.WindowDays ? newest.AddDays(-Math.Max(1, options.WindowDays)) : DateOnly.MinValue;

    // A stream in order leaves its oldest day behind. One that is not in order (an archive replayed by hand) keeps as many days
    // again of those touched last, so that it is bounded too and copies that come together still meet.
    private void Advance(DateOnly date)
    {
        var newest = days.Count == 0 ? date : days.Keys.Last();
        if (date < Oldest(newest))
        {
            lateDays.Remove(date);
            lateDays.Add(date);
            if (lateDays.Count > options.WindowDays)
            {
                Forget(lateDays[0]);
            }
        }

        if (date > newest)
        {
            foreach (var old in days.Keys.Where(d => d < Oldest(date) && !lateDays.Contains(d)).ToList())
            {
                Forget(old);
            }
        }
    }

    private void Forget(DateOnly date)
    {
        lateDays.Remove(date);
        changed.Remove(date);
        if (!days.Remove(date, out var day))
        {
            return;
        }

        foreach (var entry in day.Entries)
        {
            entries.Remove(entry.Id);
            copies.Remove(entry);
            stories.Remove(stories.Profile(Current(entry.Story)), entry.StoryTerms);
        }

        foreach (var merge in day.Merges)
        {
            mergedInto.Remove(merge.From);
        }
    }

    private static string IdentifierOf(string article) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("story " + article)).AsSpan(0, 8));

    private sealed class Day
    {
        public List<StoryEntry> Entries { get; } = [];

        public List<StoryMerge> Merges { get; } = [];

        public StoryDay Document(DateOnly date) => new(date, [.. Entries], [.. Merges]);
    }
}
