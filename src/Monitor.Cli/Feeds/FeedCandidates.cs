using System.Text;
using AngleSharp.Html.Parser;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Feeds;

/// <summary>Addresses on a page that may be feeds: those it announces, then links whose address says so, then where feeds usually are.</summary>
internal static class FeedCandidates
{
    private static readonly string[] Signs = ["rss", "atom", "feed", ".xml", ".rdf"];
    private static readonly string[] Usual = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"];

    public static IEnumerable<Uri> Of(IReadOnlyList<string> announced, FetchOutcome.Fetched page)
    {
        var linked = Links(page).Where(link => Signs.Any(sign => link.PathAndQuery.Contains(sign, StringComparison.OrdinalIgnoreCase)));
        var usual = announced.Count > 0 ? [] : Usual.Select(path => new Uri(page.FinalUrl, path));
        return announced.Select(address => new Uri(address)).Concat(linked).Concat(usual).Distinct();
    }

    private static IEnumerable<Uri> Links(FetchOutcome.Fetched page)
    {
        using var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page.Body.Span));
        return
        [
            .. document.QuerySelectorAll("a[href]")
                .Select(anchor => Uri.TryCreate(page.FinalUrl, anchor.GetAttribute("href"), out var link) ? link : null)
                .OfType<Uri>()
                .Where(link => link.Scheme is "http" or "https"),
        ];
    }
}
