namespace Monitor.Core.Stories;

/// <summary>
/// A living story: the sum of its articles' terms within the window. Articles that leave the window are taken out again, so
/// that a profile is the same whether the window ran on or was restored.
/// </summary>
internal sealed class StoryProfile(string id, long order)
{
    private uint[] terms = [];
    private int[] sums = [];

    public string Id { get; } = id;

    /// <summary>Place in the order of opening: of two stories that merge, the lower lives on.</summary>
    public long Order { get; } = order;

    /// <summary>Its number in the index; another story's once it is closed.</summary>
    public int Number { get; set; }

    public int Articles { get; private set; }

    /// <summary>When its newest article was published.</summary>
    public DateTimeOffset LastFed { get; set; }

    public ReadOnlySpan<uint> Terms => terms;

    /// <summary>A term's mean weight over the articles, 0 to 1.</summary>
    public double Mean(int index) => sums[index] / ((double)StoryTerms.Full * Articles);

    /// <summary>The sum of the term's weights; 0 where the story has it not.</summary>
    public int Sum(uint term)
    {
        var index = Array.BinarySearch(terms, term);
        return index < 0 ? 0 : sums[index];
    }

    public double Mean(uint term) => Sum(term) / ((double)StoryTerms.Full * Articles);

    /// <summary>Puts an article in (sign 1) or takes it out again (sign -1).</summary>
    public void Count(StoryTerms article, int sign)
    {
        Articles += sign;
        var weights = article.Weights;
        var change = weights.Length <= StoryTerms.Most ? stackalloc int[weights.Length] : new int[weights.Length];
        for (var i = 0; i < change.Length; i++)
        {
            change[i] = sign * weights[i];
        }

        Combine(article.Terms, change);
    }

    public void Add(StoryProfile other)
    {
        Articles += other.Articles;
        LastFed = other.LastFed > LastFed ? other.LastFed : LastFed;
        Combine(other.terms, other.sums);
    }

    private void Combine(ReadOnlySpan<uint> moreTerms, ReadOnlySpan<int> moreSums)
    {
        var newTerms = new uint[terms.Length + moreTerms.Length];
        var newSums = new int[newTerms.Length];
        var count = 0;
        for (int i = 0, j = 0; i < terms.Length || j < moreTerms.Length;)
        {
            var mine = i < terms.Length && (j >= moreTerms.Length || terms[i] <= moreTerms[j]);
            var theirs = j < moreTerms.Length && (i >= terms.Length || moreTerms[j] <= terms[i]);
            var term = mine ? terms[i] : moreTerms[j];
            var sum = (mine ? sums[i++] : 0) + (theirs ? moreSums[j++] : 0);
            if (sum != 0)
            {
                newTerms[count] = term;
                newSums[count++] = sum;
            }
        }

        Array.Resize(ref newTerms, count);
        Array.Resize(ref newSums, count);
        (terms, sums) = (newTerms, newSums);
    }
}
