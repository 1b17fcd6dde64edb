using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>What the desk was told of one story under one topic: what later articles are compared with, and who hears of corrections.</summary>
/// <param name="Story">The story under which it was told first; others may have been merged with it since.</param>
/// <param name="Thread">Identity of the first message, under which all others of the story stand.</param>
/// <param name="Recipients">Everybody who was told.</param>
/// <param name="Articles">Versions that were told, in the order of telling; at most <see cref="MostArticles"/>, the latest ones.</param>
/// <param name="Tips">Tips that were told or found to say nothing new; at most <see cref="MostTips"/>, the latest ones.</param>
public sealed record ToldStory(
    string Topic,
    string Story,
    IReadOnlyList<string> Thread,
    IReadOnlyList<Recipient> Recipients,
    IReadOnlyList<ToldArticle> Articles,
    IReadOnlyList<string> Tips)
{
    public const int MostArticles = 60;
    public const int MostTips = 1_000;

    /// <summary>The latest version that was told of an article; null where none was.</summary>
    public ToldArticle? Latest(string article) => Articles.LastOrDefault(told => told.Id == article);

    /// <summary>This very version was told, whatever was told after it.</summary>
    public bool HasTold(MatchedArticle article) => Articles.Any(told => told.Id == article.Id && told.Version == article.Version);

    /// <summary>Adds what was told since. What was added before, known by its tips, changes nothing.</summary>
    public ToldStory With(ToldStory more) => more.Tips.All(Tips.Contains)
        ? this
        : this with
        {
            Recipients = [.. Recipients.Union(more.Recipients)],
            Articles = [.. Articles.Concat(more.Articles).TakeLast(MostArticles)],
            Tips = [.. Tips.Union(more.Tips).TakeLast(MostTips)],
        };
}

/// <summary>A version of an article as it was told.</summary>
/// <param name="Text">At most <see cref="MostText"/> characters.</param>
/// <param name="IsMissing">It was told that the page is gone.</param>
public sealed record ToldArticle(string Id, string Version, string Outlet, string Headline, string Text, bool IsMissing = false)
{
    public const int MostText = 60_000;

    public static ToldArticle Of(MatchedArticle article, bool isMissing = false)
    {
        var text = article.Document.Text;
        return new(article.Id, article.Version, article.Outlet, article.Headline, text.Length > MostText ? text[..MostText] : text, isMissing);
    }
}
