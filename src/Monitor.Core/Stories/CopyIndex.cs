using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Monitor.Core.Stories;

/// <summary>
/// Finds the article of which a text is a copy. Candidates share one of the few smallest shingle hashes (texts alike by half
/// miss each other once in 60 times, texts alike by seven tenths once in 1,400); the whole sketches then decide:
/// 1. headlines that differ only in a number are a series ("sixth boat", "seventh boat"): copies only where nearly all is the same;
/// 2. the same words, by Jaccard similarity; more of them where the texts are days apart or very short;
/// 3. a cut reprint: nearly all of the shorter text is in the longer one, less where both credit the same agency.
/// </summary>
internal sealed class CopyIndex(StoryOptions options)
{
    private const int Keys = 6;
    private const int FewestShingles = 3;
    private const double LeastResemblance = 0.15;
    private const int ShortText = 30;
    private const double SeriesResemblance = 0.92;
    private const double ApartResemblance = 0.75;
    private const double AgencyContainment = 0.7;
    private static readonly TimeSpan SameNews = TimeSpan.FromHours(36);

    private readonly Dictionary<uint, Recent<StoryEntry>> entries = [];

    /// <summary>The entry that resembles this one most and is close enough to be its original, or another copy; null where none is.</summary>
    public StoryEntry? Original(StoryEntry article)
    {
        StoryEntry? best = null;
        var bestResemblance = 0.0;
        var compared = new HashSet<StoryEntry>(ReferenceEqualityComparer.Instance);
        foreach (var key in KeysOf(article))
        {
            ref var recent = ref CollectionsMarshal.GetValueRefOrNullRef(entries, key);
            if (Unsafe.IsNullRef(ref recent))
            {
                continue;
            }

            foreach (var candidate in recent.Items)
            {
                var resemblance = compared.Add(candidate) ? article.CopySketch.Resemblance(candidate.CopySketch) : 0;
                if (resemblance > Math.Max(bestResemblance, LeastResemblance) && IsCopy(article, candidate, resemblance))
                {
                    (best, bestResemblance) = (candidate, resemblance);
                }
            }
        }

        return best;
    }

    public void Add(StoryEntry article)
    {
        foreach (var key in KeysOf(article))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(entries, key, out _).Touch(article);
        }
    }

    public void Remove(StoryEntry article)
    {
        foreach (var key in KeysOf(article))
        {
            ref var recent = ref CollectionsMarshal.GetValueRefOrNullRef(entries, key);
            if (Unsafe.IsNullRef(ref recent))
            {
                continue;
            }

            recent.Remove(article);
            if (recent.Items.IsEmpty)
            {
                entries.Remove(key);
            }
        }
    }

    private static ReadOnlySpan<uint> KeysOf(StoryEntry article)
    {
        var hashes = article.CopySketch.Hashes;
        return hashes[..Math.Min(Keys, hashes.Length)];
    }

    private bool IsCopy(StoryEntry a, StoryEntry b, double resemblance)
    {
        var apart = (a.Published - b.Published).Duration();
        var shorter = Math.Min(a.Shingles, b.Shingles);
        if (shorter < FewestShingles || apart.TotalDays > options.WindowDays)
        {
            return false;
        }

        var enough = HeadlineSeries.Differ(a.Title, b.Title) ? SeriesResemblance
            : shorter < ShortText || apart > SameNews ? Math.Max(ApartResemblance, options.CopyResemblance)
            : options.CopyResemblance;
        if (resemblance >= enough)
        {
            return true;
        }

        var containment = AgencyCredit.Same(a.Agency, b.Agency) ? Math.Min(AgencyContainment, options.CopyContainment) : options.CopyContainment;
        return shorter >= ShortText
            && apart <= SameNews
            && enough < SeriesResemblance
            && a.CopySketch.Containment(b.CopySketch, resemblance) >= containment;
    }
}
