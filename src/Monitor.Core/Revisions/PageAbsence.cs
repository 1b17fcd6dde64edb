using Monitor.Core.Articles;

namespace Monitor.Core.Revisions;

/// <summary>Whether an answer of 200 stands where an article was and is none: outlets send readers of removed articles elsewhere.</summary>
public static class PageAbsence
{
    private const int ShortText = 600;

    private static readonly string[] FrontNames = ["index.html", "index.htm", "index.php", "home", "default.aspx"];

    private static readonly string[] Titles =
    [
        "404", "page not found", "not found", "article not found", "story not found", "page unavailable", "page no longer available",
        "page no longer exists", "article no longer available", "story no longer available", "page doesn't exist", "page does not exist",
        "page can't be found", "page cannot be found", "page could not be found", "page has been removed", "article has been removed",
        "story has been removed", "content has been removed", "content no longer available", "page has expired", "we can't find that page",
        "sorry, we couldn't find", "sorry, the page",
    ];

    /// <summary>In one clause why the article is not there; null where it is, as far as one can tell.</summary>
    /// <param name="asked">The address that was asked for.</param>
    /// <param name="answered">The address that answered, after redirects.</param>
    /// <param name="page">What is on the page.</param>
    /// <param name="knownTitle">The article's headline when it matched: an article may be about missing pages.</param>
    public static string? Of(Uri asked, Uri answered, Article page, string? knownTitle)
    {
        if (asked.AbsolutePath != answered.AbsolutePath && IsFront(answered) && !IsFront(asked))
        {
            return "redirects to the front page";
        }

        if (IsAbove(answered, asked) && page.Kind == ArticleKind.IndexPage)
        {
            return "redirects to an index page";
        }

        return page.Text.Length < ShortText && SaysNotFound(page.Title) && !SaysNotFound(knownTitle) ? "says that there is no such page" : null;
    }

    private static bool IsFront(Uri url) =>
        url.AbsolutePath.Trim('/') is var path && (path.Length == 0 || Array.Exists(FrontNames, name => path.Equals(name, StringComparison.OrdinalIgnoreCase)));

    // A section or a list of the folders that the article lay in.
    private static bool IsAbove(Uri answered, Uri asked) =>
        answered.AbsolutePath.TrimEnd('/') is var above && asked.AbsolutePath.Length > above.Length + 1
        && asked.AbsolutePath.StartsWith(above + "/", StringComparison.OrdinalIgnoreCase);

    private static bool SaysNotFound(string? title)
    {
        if (title is not { Length: > 0 and < 120 })
        {
            return false;
        }

        var plain = title.Replace('’', '\'');
        return Array.Exists(Titles, words => words == "404"
            ? plain.StartsWith(words, StringComparison.Ordinal) || plain.EndsWith(words, StringComparison.Ordinal)
            : plain.Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}
