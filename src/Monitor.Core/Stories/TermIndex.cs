using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Monitor.Core.Stories;

/// <summary>
/// Which stories hold a term, and what the term is worth. A term that one story uses two hundred times and ten others once is
/// worth nearly as much as one that a single story uses: stories are counted by their effective number, the square of the sum
/// over the sum of squares, so that a big story does not make its own name a common word.
/// </summary>
internal sealed class TermIndex
{
    /// <summary>Stories of the prior: how long the lists of common words outweigh a young stream.</summary>
    private const int PriorStories = 1000;

    private readonly Dictionary<uint, Uses> uses = [];
    private int stories;

    public bool Holds(uint term) => uses.ContainsKey(term);

    /// <summary>What the term tells of a story, in nats: minus the logarithm of the share of stories that hold it.</summary>
    public double Information(uint term)
    {
        var all = stories + PriorStories;
        var holding = uses.TryGetValue(term, out var use) && use.SumOfSquares > 0 ? (double)use.Sum * use.Sum / use.SumOfSquares : 0;
        return Math.Max(0.05, Math.Log((all + 1) / (holding + (all * CommonWords.Share(term)) + 0.5)));
    }

    /// <summary>The stories that used the term last, at most <see cref="Recent{T}.Most"/>.</summary>
    public ReadOnlySpan<StoryProfile> Stories(uint term)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrNullRef(uses, term);
        return Unsafe.IsNullRef(ref use) ? [] : use.Stories.Items;
    }

    public void StoryOpened() => stories++;

    public void StoryClosed() => stories--;

    /// <summary>Counts a change of the term's sum within one story.</summary>
    public void Change(uint term, StoryProfile story, int before, int after)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, term, out _);
        use.Sum += after - before;
        use.SumOfSquares += ((long)after * after) - ((long)before * before);
        if (after > 0)
        {
            use.Stories.Touch(story);
        }
        else
        {
            use.Stories.Remove(story);
        }

        if (use.Sum == 0)
        {
            uses.Remove(term);
        }
    }

    private struct Uses
    {
        public Recent<StoryProfile> Stories;
        public long Sum;
        public long SumOfSquares;
    }
}
