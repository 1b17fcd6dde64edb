using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Addresses;
using Monitor.Core.Articles;
using Monitor.Core.Topics;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// Turns an entry into an article and matches it. The page behind the entry is read where its feed asks for it, or where the
/// teaser holds any signal of any topic; where it cannot be read, the feed's own words are matched, and the record says so.
/// </summary>
public sealed class ReadArticle(IFetcher fetcher)
{
    /// <param name="isTimeLeft">Whether there is time in this run to ask for the page.</param>
    /// <returns>Null where the entry has no address: there is nothing to point to.</returns>
    public async Task<ReadEntry?> RunAsync(
        SightedEntry sighted, TopicSet topics, bool isTimeLeft, CancellationToken cancellationToken)
    {
        var entry = sighted.Entry;
        if (CanonicalUrl.TryCreate(entry.Link, sighted.Feed.Url) is not { } url)
        {
            return null;
        }

        var teaser = new TopicDocument(
            entry.Title ?? "", HtmlText.Plain(entry.Summary ?? ""), HtmlText.Plain(entry.Content ?? ""));
        if (!sighted.Feed.ReadPages && !topics.Match(teaser).Any(match => match.Evidence.Count > 0))
        {
            return new ReadEntry(sighted, url, teaser, null, null, null, []);
        }

        if (!isTimeLeft)
        {
            return Matched(new ReadEntry(sighted, url, teaser, null, null, "no time was left in the run", []), topics);
        }

        var outcome = await fetcher.FetchAsync(new FetchRequest(new Uri(entry.Link!), FetchKind.Page), cancellationToken);
        if (outcome is not FetchOutcome.Fetched fetched)
        {
            return Matched(new ReadEntry(sighted, url, teaser, null, null, Reason(outcome), []), topics);
        }

        var article = ArticleReader.Read(fetched.Body, new PageHints(fetched.ContentType, fetched.FinalUrl));
        var document = teaser with
        {
            Title = teaser.Title.Length > 0 ? teaser.Title : article.Title ?? "",
            // A paywalled page may hold less than the feed does.
            Text = article.Text.Length >= teaser.Text.Length ? article.Text : teaser.Text,
        };
        return Matched(new ReadEntry(sighted, url, document, article, fetched, null, []), topics);
    }

    private static ReadEntry Matched(ReadEntry read, TopicSet topics) =>
        read with { Matches = [.. topics.Match(read.Document).Where(match => match.Matched)] };

    private static string Reason(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.RateLimited => "the outlet asks to wait",
        FetchOutcome.Gone => "the page is gone",
        FetchOutcome.Blocked blocked => blocked.Reason,
        FetchOutcome.Broken broken => broken.Reason,
        FetchOutcome.Refused refused => refused.Reason,
        _ => "the page was not sent",
    };
}

/// <summary>An entry with all that could be read of it.</summary>
/// <param name="Page">The page as it was received; null where it was not asked for or not to be had.</param>
/// <param name="PageProblem">Why the page is missing, where it was asked for.</param>
/// <param name="Matches">The topics that matched; empty where none did.</param>
public sealed record ReadEntry(
    SightedEntry Sighted,
    CanonicalUrl Url,
    TopicDocument Document,
    Article? Article,
    FetchOutcome.Fetched? Page,
    string? PageProblem,
    IReadOnlyList<TopicMatch> Matches)
{
    public bool PageWasRead => Page is not null;

    public DateTimeOffset? Published => Sighted.Entry.Published ?? Article?.Published ?? Sighted.Entry.Updated;

    /// <summary>First eight hex digits of SHA-256 over headline, summary and text.</summary>
    public string Version => VersionOf(Document);

    public static string VersionOf(TopicDocument document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{document.Title}\n{document.Summary}\n{document.Text}")).AsSpan(0, 4));
}
