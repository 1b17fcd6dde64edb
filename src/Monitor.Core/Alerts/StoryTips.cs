using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>
/// What the tips of one story come to, under one topic.
/// <list type="number">
/// <item>A tip that was dealt with before is idle.</item>
/// <item>A story that the desk has not heard of broke, if any article of it is nobody's copy. Revisions of its articles are
/// taken into it: it is told as it is now.</item>
/// <item>Of a story that was told, a revision of an article that was told is a correction where it changes something that
/// matters; other articles, and other revisions, are a follow-up where they say something really new (<see cref="NewFacts"/>).</item>
/// <item>What is left is idle.</item>
/// </list>
/// </summary>
internal sealed class StoryTips(AlertTopic topic, string topicName, string story, ToldStory? told)
{
    private readonly List<WaitingPart> parts = [];
    private readonly List<string> idle = [];

    public IReadOnlyList<WaitingPart> Parts => parts;

    /// <summary>Ids of tips that are to be told neither now nor later.</summary>
    public IReadOnlyList<string> Idle => idle;

    public static StoryTips Judge(AlertTopic topic, string topicName, string story, IEnumerable<Tip> tips, ToldStory? told)
    {
        var judged = new StoryTips(topic, topicName, story, told);
        var inOrder = tips.OrderBy(tip => tip.At).ThenBy(tip => tip.Id, StringComparer.Ordinal).ToList();
        judged.idle.AddRange(inOrder.Where(tip => told?.Tips.Contains(tip.Id) == true).Select(tip => tip.Id));
        var fresh = inOrder.Where(tip => !judged.idle.Contains(tip.Id)).ToList();
        if (told is null)
        {
            judged.Broke(fresh);
        }
        else
        {
            judged.GoesOn(fresh, told);
        }

        return judged;
    }

    private void Broke(List<Tip> tips)
    {
        var found = tips.Where(tip => tip.Revision is null).ToList();
        if (found.TrueForAll(tip => tip.IsCopy))
        {
            idle.AddRange(tips.Select(tip => tip.Id));
            return;
        }

        var articles = Latest(found).Select(article => Revised(article, tips)).ToList();
        var corrections = articles.Select(article => WhatBecameOf(article.Found, tips)).OfType<Correction>().ToList();
        Add(
            new AlertPart(topic.Id, topicName, StoryOf(articles.Select(article => article.Now)), AlertPartKind.Broke, corrections),
            found.First(tip => !tip.IsCopy).At,
            tips,
            [.. articles.SelectMany(article => (MatchedArticle[])[article.Found, article.Now]).DistinctBy(article => (article.Id, article.Version))
                .Select(article => ToldArticle.Of(article, isMissing: corrections.Exists(gone => gone.Url == article.Url)))]);
    }

    private void GoesOn(List<Tip> tips, ToldStory known)
    {
        var newer = Latest([.. tips.Where(tip => tip.Revision is null && !tip.IsCopy)]).Where(article => !known.HasTold(article)).ToList();
        var corrected = new List<(Correction Correction, ArticleRevision Last, List<Tip> Tips)>();
        foreach (var revised in tips.Where(tip => tip.Revision is not null).GroupBy(tip => tip.Article.Id, StringComparer.Ordinal))
        {
            var last = revised.Last().Revision!;
            if (known.Latest(revised.Key) is not { } article)
            {
                var at = newer.FindIndex(waiting => waiting.Id == revised.Key);
                if (at >= 0 && last.After is { } now && Matches(now))
                {
                    newer[at] = now;
                }
            }
            else if (last.Kind == RevisionKind.Returned || last.After is null || !known.HasTold(last.After))
            {
                if (Correction.Of(article, [.. revised.Select(tip => tip.Revision!)]) is { } correction)
                {
                    corrected.Add((correction, last, [.. revised]));
                }
                else if (last.After is { } after && Matches(after))
                {
                    newer.Add(after);
                }
            }
        }

        Corrected(corrected);
        var rest = tips.Except(corrected.SelectMany(article => article.Tips)).ToList();
        if (newer.Count > 0 && NewFacts.Of(known.Articles, newer) is { } news)
        {
            var follow = StoryOf(newer) with { Briefing = StoryBriefer.Of(news, newer) };
            Add(new AlertPart(topic.Id, topicName, follow, AlertPartKind.FollowUp), rest[0].At, rest, [.. newer.Select(article => ToldArticle.Of(article))]);
        }
        else
        {
            idle.AddRange(rest.Select(tip => tip.Id));
        }
    }

    private void Corrected(List<(Correction Correction, ArticleRevision Last, List<Tip> Tips)> corrected)
    {
        if (corrected.Count == 0)
        {
            return;
        }

        var items = StoryOf(corrected.Select(article => Matches(article.Last.Before) ? article.Last.Before : article.Last.After!));
        var now = items.Items.Select(item => corrected.First(article => article.Last.Article == item.Article).Last.After is { } after
            ? item with { Headline = after.Headline, Url = after.Url }
            : item);
        Add(
            new AlertPart(topic.Id, topicName, items with { Items = [.. now] }, AlertPartKind.Correction, [.. corrected.Select(article => article.Correction)]),
            corrected[0].Tips[0].At,
            [.. corrected.SelectMany(article => article.Tips)],
            [.. corrected.Select(article => ToldArticle.Of(article.Last.After ?? article.Last.Before, isMissing: article.Last.Kind == RevisionKind.Removed))]);
    }

    private void Add(AlertPart part, DateTimeOffset at, List<Tip> tips, IReadOnlyList<ToldArticle> articles) =>
        parts.Add(new WaitingPart(part, topic, told, told?.Story ?? story, at, [.. tips.Select(tip => tip.Id)], articles));

    private DigestStory StoryOf(IEnumerable<MatchedArticle> articles) => DigestComposer.Story(topic.Id, story, articles);

    private bool Matches(MatchedArticle article) => article.Matches.Any(match => match.Topic == topic.Id && match.Matched);

    // Of an article that was found in two versions the later one.
    private static List<MatchedArticle> Latest(List<Tip> found) =>
        [.. found.GroupBy(tip => tip.Article.Id, StringComparer.Ordinal).Select(versions => versions.Last().Article)];

    private (MatchedArticle Found, MatchedArticle Now) Revised(MatchedArticle found, List<Tip> tips) =>
        tips.LastOrDefault(tip => tip.Revision?.Article == found.Id)?.Revision?.After is { } after && Matches(after)
            ? (found, after)
            : (found, found);

    // That it was removed is worth saying even of a story that nobody was told of: its link leads nowhere.
    private static Correction? WhatBecameOf(MatchedArticle found, List<Tip> tips) =>
        tips.LastOrDefault(tip => tip.Revision?.Article == found.Id)?.Revision is { Kind: RevisionKind.Removed } removed
            ? Correction.Of(ToldArticle.Of(found), [removed])
            : null;
}

/// <summary>A story, or what became of one, on its way out.</summary>
/// <param name="Story">The story under which it is remembered.</param>
/// <param name="MadeAt">When the first of its tips was made.</param>
/// <param name="Tips">Ids of its tips.</param>
/// <param name="Articles">Versions that it tells.</param>
internal sealed record WaitingPart(
    AlertPart Part,
    AlertTopic Topic,
    ToldStory? Told,
    string Story,
    DateTimeOffset MadeAt,
    IReadOnlyList<string> Tips,
    IReadOnlyList<ToldArticle> Articles);
