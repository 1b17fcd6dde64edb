using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Feeds;

/// <summary>What a feed answered when it was asked just now.</summary>
/// <param name="Outcome">read, rate limited, blocked, broken, gone, refused or not a feed.</param>
/// <param name="Detail">What is wrong, in one clause; empty where nothing is.</param>
/// <param name="Newest">When its newest entry was published; null where no entry says.</param>
/// <param name="Problems">What the reader had to mend.</param>
internal sealed record CheckedFeed(
    FollowedFeed Feed, string Outcome, string Detail, int Entries, DateTimeOffset? Newest, string? Format, IReadOnlyList<string> Problems, Uri? MovedTo, TimeSpan Took)
{
    public bool IsFine => Outcome == "read";

    public static async Task<CheckedFeed> AskAsync(IFetcher fetcher, FollowedFeed feed, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var outcome = await fetcher.FetchAsync(new FetchRequest(feed.Url, FetchKind.Feed), cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(started);
        return Of(feed, outcome) with { Took = took };
    }

    private static CheckedFeed Of(FollowedFeed feed, FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched fetched => Of(feed, fetched),
        FetchOutcome.RateLimited limited => Failed(feed, "rate limited", limited.RetryAfter is { } wait ? $"asks to wait {wait.TotalMinutes:0} min" : "asks to wait"),
        FetchOutcome.Gone => Failed(feed, "gone", "the outlet says that it is gone for good"),
        FetchOutcome.Blocked blocked => Failed(feed, "blocked", blocked.Reason),
        FetchOutcome.Broken broken => Failed(feed, "broken", broken.Reason),
        FetchOutcome.Refused refused => Failed(feed, "refused", refused.Reason),
        _ => Failed(feed, "broken", "answers that nothing has changed, though nothing was asked before"),
    };

    private static CheckedFeed Of(FollowedFeed feed, FetchOutcome.Fetched fetched)
    {
        switch (FeedReader.Read(fetched.Body, new FeedHints(fetched.ContentType, fetched.FinalUrl)))
        {
            case FeedReading.Read { Feed: var read }:
                var newest = read.Entries.Max(entry => entry.Published ?? entry.Updated);
                return new CheckedFeed(
                    feed, "read", "", read.Entries.Count, newest, read.Format, [.. read.Problems.Select(problem => problem.Message)], fetched.MovedTo, default);
            case FeedReading.NotAFeed none:
                return Failed(feed, "not a feed", none.Reason + (none.Feeds.Count > 0 ? $"; the page announces {none.Feeds[0]}" : ""));
            default:
                return Failed(feed, "not a feed", "");
        }
    }

    private static CheckedFeed Failed(FollowedFeed feed, string outcome, string detail) => new(feed, outcome, detail, 0, null, null, [], null, default);
}
