using System.Collections.Concurrent;
using Monitor.Core.Addresses;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Http;

/// <summary>
/// Remembers each host's robots.txt. None (4xx) allows everything; a server error forbids everything for a while
/// (RFC 9309, 2.3.1); a host that cannot be reached is not remembered, since the page's own request would fail the same way.
/// </summary>
internal sealed class Robots(HttpOptions options, TimeProvider time, Func<Uri, CancellationToken, Task<Answer>> ask)
{
    private const int MaxHosts = 4096;

    private readonly ConcurrentDictionary<string, Task<Known>> known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="Refusal">Why the page is not asked for; null where it may be.</param>
    /// <param name="Pause">The pause that the host asks for; null where it asks for none.</param>
    internal readonly record struct Permission(FetchOutcome? Refusal, TimeSpan? Pause);

    public async Task<Permission> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        var (rules, _, failure) = await ForAsync(url, cancellationToken);
        var pause = rules.CrawlDelay > options.MaxCrawlDelay ? options.MaxCrawlDelay : rules.CrawlDelay;
        return new(failure ?? (rules.Allows(url) ? null : new FetchOutcome.Refused("robots.txt forbids it")), pause);
    }

    private async Task<Known> ForAsync(Uri url, CancellationToken cancellationToken)
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        while (true)
        {
            var mine = new TaskCompletionSource<Known>(TaskCreationOptions.RunContinuationsAsynchronously);
            var reading = known.GetOrAdd(site, mine.Task);
            if (reading == mine.Task)
            {
                return await ReadAsync(site, mine, cancellationToken);
            }

            // Whoever waited for an answer takes it, even one that nobody remembers.
            var isUnderWay = !reading.IsCompleted;
            try
            {
                var remembered = await reading.WaitAsync(cancellationToken);
                if (isUnderWay || remembered.Until > time.GetUtcNow())
                {
                    return remembered;
                }
            }
            // The other caller gave up; this one has not.
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
            }

            known.TryRemove(KeyValuePair.Create(site, reading));
        }
    }

    private async Task<Known> ReadAsync(string site, TaskCompletionSource<Known> answer, CancellationToken cancellationToken)
    {
        Forget();
        try
        {
            var read = Understand(await ask(new Uri(site + "/robots.txt"), cancellationToken));
            answer.SetResult(read);
            return read;
        }
        catch
        {
            known.TryRemove(KeyValuePair.Create(site, answer.Task));
            answer.TrySetCanceled(CancellationToken.None);
            throw;
        }
    }

    private Known Understand(Answer answer)
    {
        var now = time.GetUtcNow();
        return answer switch
        {
            { Outcome: FetchOutcome.Fetched fetched } => new(RobotsRules.Parse(fetched.Body.Span, HttpFetcher.Product), now + options.RobotsLifetime),
            { Status: 429 or >= 500 } => new(RobotsRules.ForbidAll, now + options.RobotsRetry),
            { Status: > 0 } => new(RobotsRules.AllowAll, now + options.RobotsLifetime),
            _ => new(RobotsRules.ForbidAll, DateTimeOffset.MinValue, answer.Outcome),
        };
    }

    private void Forget()
    {
        if (known.Count > MaxHosts)
        {
            foreach (var (site, reading) in known.Where(entry => entry.Value is { IsCompletedSuccessfully: true, Result: var r } && r.Until <= time.GetUtcNow()))
            {
                known.TryRemove(KeyValuePair.Create(site, reading));
            }
        }
    }

    /// <param name="Failure">Why robots.txt could not be read at all; null where the rules count.</param>
    private sealed record Known(RobotsRules Rules, DateTimeOffset Until, FetchOutcome? Failure = null);
}
