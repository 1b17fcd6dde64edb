using System.Numerics;
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

    // The number of stories counts to a 64th, so that what a term tells need not be worked out anew at every story that opens.
    private const int Precision = 6;

    private readonly Dictionary<uint, Uses> uses = [];
    private int stories;
    private int all = Rounded(PriorStories);
    private double unused = Told(Rounded(PriorStories), CommonWords.Unlisted, 0);

    public bool Holds(uint term) => uses.ContainsKey(term);

    /// <summary>What the term tells of a story, in nats: minus the logarithm of the share of stories that hold it.</summary>
    public double Information(uint term)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrNullRef(uses, term);
        if (Unsafe.IsNullRef(ref use))
        {
            var share = CommonWords.Share(term);
            return share == CommonWords.Unlisted ? unused : Told(all, share, 0);
        }

        if (use.InformationOf != all)
        {
            use.Information = (float)Told(all, use.Share, use.SumOfSquares > 0 ? (double)use.Sum * use.Sum / use.SumOfSquares : 0);
            use.InformationOf = all;
        }

        return use.Information;
    }

    /// <summary>Numbers of the stories that used the term last, at most <see cref="Recent{T}.Most"/>.</summary>
    public ReadOnlySpan<int> Stories(uint term)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrNullRef(uses, term);
        return Unsafe.IsNullRef(ref use) ? [] : use.Stories.Items;
    }

    public void StoryOpened() => Count(1);

    public void StoryClosed() => Count(-1);

    /// <summary>Counts a change of the term's sum within one story.</summary>
    /// <param name="story">The story's number, 1 or more.</param>
    public void Change(uint term, int story, int before, int after)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, term, out var known);
        use.Share = known ? use.Share : (float)CommonWords.Share(term);
        use.Sum += after - before;
        use.SumOfSquares += ((long)after * after) - ((long)before * before);
        use.InformationOf = 0;
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

    private void Count(int change)
    {
        stories += change;
        all = Rounded(stories + PriorStories);
        unused = Told(all, CommonWords.Unlisted, 0);
    }

    private static int Rounded(int number)
    {
        var bits = Math.Max(0, BitOperations.Log2((uint)number) - Precision);
        return number >> bits << bits;
    }

    private static double Told(int all, double share, double holding) =>
        Math.Max(0.05, Math.Log((all + 1) / (holding + (all * share) + 0.5)));

    private struct Uses
    {
        public Recent<int> Stories;
        public long SumOfSquares;
        public int Sum;
        public float Share;
        public float Information;

        /// <summary>The number of stories that <see cref="Information"/> was worked out for; 0 where it must be anew.</summary>
        public int InformationOf;
    }
}
