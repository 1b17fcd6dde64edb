using System.Runtime.InteropServices;

namespace Monitor.Core.Stories;

/// <summary>
/// The living stories. An article is compared with the stories that lately used its most telling words; it joins the most
/// similar one (cosine of its words and the story's mean, both weighted by information), where similarity and evidence are
/// enough: more similarity for a story of one article, less for one whose words are known from many.
/// </summary>
internal sealed class StoryIndex(StoryOptions options)
{
    private const int MostCandidates = 12;
    private const double SettledAfter = 4;
    private const double CoolingPerDay = 0.08;
    private const double NearlyAsMuch = 0.85;

    // A story's rare words say little of it: below this mean they are left out of its length.
    private const double LeastMean = 0.05;

    // A word in a third of the story's articles counts in full as evidence.
    private const double EvidenceGain = 3;

    // What a common news word tells, in nats: evidence counts from there.
    private const double Commonplace = 3.5;

    private readonly TermIndex index = new();
    private readonly Dictionary<string, StoryProfile> profiles = [];
    private readonly Numbering<StoryProfile> numbers = new();
    private readonly List<int> touched = [];
    private double[] shared = [];
    private long opened;

    public StoryTerms TermsOf(StoryArticle article) => StoryTerms.Of(article, index.Information, index.Holds);

    /// <summary>The stories that the article belongs to, the most similar first; none where it opens its own.</summary>
    public List<StoryProfile> Matches(StoryTerms article, DateTimeOffset published)
    {
        var information = new double[article.Count];
        for (var i = 0; i < information.Length; i++)
        {
            information[i] = index.Information(article.Terms[i]);
        }

        var matches = new List<(double Similarity, StoryProfile Story)>();
        foreach (var story in Candidates(article, information))
        {
            var quiet = (published - story.LastFed).Duration().TotalDays;
            if (quiet > options.WindowDays)
            {
                continue;
            }

            var settled = options.JoinMany + ((options.JoinSingle - options.JoinMany) / (1 + ((story.Articles - 1) / SettledAfter)));
            var enough = settled * (article.HasText ? options.JoinText : 1) * (1 + (CoolingPerDay * quiet));
            if (Similarity(article, information, story, enough) is { } similarity)
            {
                matches.Add((similarity, story));
            }
        }

        // A text touches neighbouring events; only one that says nearly as much of another story speaks for their being one.
        var least = article.HasText ? NearlyAsMuch * matches.Select(m => m.Similarity).DefaultIfEmpty().Max() : 0;
        return [.. matches.Where(m => m.Similarity >= least).OrderByDescending(m => m.Similarity).ThenBy(m => m.Story.Order).Select(m => m.Story)];
    }

    /// <summary>Two stories say the same.</summary>
    public bool AreOne(StoryProfile a, StoryProfile b)
    {
        var (dot, evidence) = (0.0, 0.0);
        var smaller = a.Terms.Length <= b.Terms.Length ? a : b;
        var larger = smaller == a ? b : a;
        for (var i = 0; i < smaller.Terms.Length; i++)
        {
            var theirs = larger.Mean(smaller.Terms[i]);
            if (theirs == 0)
            {
                continue;
            }

            var information = index.Information(smaller.Terms[i]);
            dot += smaller.Mean(i) * theirs * information * information;
            evidence += Math.Min(1, EvidenceGain * smaller.Mean(i)) * Math.Min(1, EvidenceGain * theirs) * Evidence(information);
        }

        return evidence >= options.MergeEvidence && dot >= options.MergeSimilarity * Length(a) * Length(b);
    }

    public StoryProfile Profile(string story)
    {
        if (!profiles.TryGetValue(story, out var profile))
        {
            profiles[story] = profile = new StoryProfile(story, opened++);
            profile.Number = numbers.Add(profile);
            index.StoryOpened();
        }

        return profile;
    }

    public void Add(StoryProfile story, StoryTerms article, DateTimeOffset published)
    {
        Count(story, article, 1);
        story.LastFed = published > story.LastFed ? published : story.LastFed;
    }

    public void Remove(StoryProfile story, StoryTerms article)
    {
        Count(story, article, -1);
        if (story.Articles == 0)
        {
            Close(story);
        }
    }

    public void Merge(StoryProfile from, StoryProfile into)
    {
        for (var i = 0; i < from.Terms.Length; i++)
        {
            var term = from.Terms[i];
            var (more, before) = (from.Sum(term), into.Sum(term));
            index.Change(term, into.Number, before, before + more);
            index.Change(term, from.Number, more, 0);
        }

        into.Add(from);
        Close(from);
    }

    private void Close(StoryProfile story)
    {
        profiles.Remove(story.Id);
        numbers.Remove(story.Number);
        index.StoryClosed();
    }

    private void Count(StoryProfile story, StoryTerms article, int sign)
    {
        for (var i = 0; i < article.Count; i++)
        {
            var before = story.Sum(article.Terms[i]);
            index.Change(article.Terms[i], story.Number, before, before + (sign * article.Weights[i]));
        }

        story.Count(article, sign);
    }

    // The stories that share most evidence with the article, as far as the terms alone tell: few, so that the time of a placement
    // does not grow with the number of stories.
    private StoryProfile[] Candidates(StoryTerms article, double[] information)
    {
        if (shared.Length < numbers.End)
        {
            Array.Resize(ref shared, 2 * numbers.End);
        }

        for (var i = 0; i < information.Length; i++)
        {
            var evidence = article.Weights[i] * Evidence(information[i]) / StoryTerms.Full;
            if (evidence == 0)
            {
                continue;
            }

            foreach (var story in index.Stories(article.Terms[i]))
            {
                if (shared[story] == 0)
                {
                    touched.Add(story);
                }

                shared[story] += evidence;
            }
        }

        Span<int> most = stackalloc int[MostCandidates];
        var kept = 0;
        foreach (var story in CollectionsMarshal.AsSpan(touched))
        {
            if (shared[story] >= options.JoinEvidence && (kept < MostCandidates || Precedes(story, most[^1])))
            {
                var at = kept < MostCandidates ? kept++ : kept - 1;
                for (; at > 0 && Precedes(story, most[at - 1]); at--)
                {
                    most[at] = most[at - 1];
                }

                most[at] = story;
            }
        }

        foreach (var story in CollectionsMarshal.AsSpan(touched))
        {
            shared[story] = 0;
        }

        touched.Clear();
        var candidates = new StoryProfile[kept];
        for (var i = 0; i < kept; i++)
        {
            candidates[i] = numbers[most[i]];
        }

        return candidates;
    }

    private bool Precedes(int story, int other) =>
        shared[story] > shared[other] || (shared[story] == shared[other] && numbers[story].Order < numbers[other].Order);

    // Null where similarity or evidence is not enough. A story's length is dear to compute and at least that of the words it shares,
    // which settles most comparisons without it.
    private double? Similarity(StoryTerms article, double[] information, StoryProfile story, double enough)
    {
        var (dot, square, shared, evidence) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < information.Length; i++)
        {
            var weight = article.Weights[i] / (double)StoryTerms.Full;
            var tells = information[i] * information[i];
            var mean = story.Mean(article.Terms[i]);
            square += weight * weight * tells;
            shared += mean >= LeastMean ? mean * mean * tells : 0;
            dot += weight * mean * tells;
            evidence += weight * Math.Min(1, EvidenceGain * mean) * Evidence(information[i]);
        }

        if (evidence < options.JoinEvidence || dot < enough * Math.Sqrt(square * shared))
        {
            return null;
        }

        var longest = dot / (enough * Math.Sqrt(square));
        return Length(story, longest) is var length && length <= longest ? dot / (Math.Sqrt(square) * length) : null;
    }

    private static double Evidence(double information) => Math.Max(0, information - Commonplace);

    /// <param name="longest">Beyond this the length need not be exact.</param>
    private double Length(StoryProfile story, double longest = double.PositiveInfinity)
    {
        var square = 0.0;
        for (var i = 0; i < story.Terms.Length && square <= longest * longest; i++)
        {
            if (story.Mean(i) is >= LeastMean and var mean)
            {
                var information = index.Information(story.Terms[i]);
                square += mean * mean * information * information;
            }
        }

        return Math.Sqrt(square);
    }
}
