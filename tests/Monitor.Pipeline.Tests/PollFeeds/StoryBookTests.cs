using Monitor.Core.Addresses;
using Monitor.Core.Feeds;
using Monitor.Core.Topics;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.PollFeeds;

public class StoryBookTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");

    [Fact]
    public async Task Many_instances_at_once_all_place_their_articles_and_find_one_story()
    {
        // Each of them reads before any has written: all but one meet at the first write.
        var store = new MeetsAtTheFirstRead(new InMemoryBlobStore(), 32);

        var placed = await Task.WhenAll(Enumerable.Range(0, 32).Select(number =>
            new StoryBook(store).PlaceAsync([Article(number)], "rules", Noon, default)));

        placed.SelectMany(articles => articles).Select(article => article.Article.Story).Distinct().ShouldHaveSingleItem();
        var window = await new StoryBook(store).ReadAsync(Noon, default);
        Enumerable.Range(0, 32).ShouldAllBe(number => window.Entry(Article(number).Url.ArticleId) != null);
        store.Refused.ShouldBeGreaterThanOrEqualTo(31, "they did meet");
    }

    private static ReadEntry Article(int number)
    {
        var link = $"https://h{number}.example/tribunal";
        var feed = new FollowedFeed($"f{number}", $"Feed {number}", new Uri($"https://h{number}.example/feed"), $"Outlet {number}", "NZ", false, 1);
        const string text = "A tribunal in Brisbane has refused to restore the visa of a man of thirty-eight who came from New Zealand when he was nine. "
            + "It said that the safety of the community weighed more than his ties, and that he would leave within the month.";
        return new ReadEntry(
            new SightedEntry(feed, new Entry($"e{number}", "Tribunal refuses visa", link, Noon, null, null, null, null, []), false, false),
            CanonicalUrl.TryCreate(link, feed.Url)!, new TopicDocument("Tribunal refuses visa", "", text), null, null, null, []);
    }

    /// <summary>Everybody's first reading waits until all have come, so that all of them place on the same window.</summary>
    private sealed class MeetsAtTheFirstRead(IBlobStore inner, int guests) : IBlobStore
    {
        private readonly TaskCompletionSource all = new();
        private int come;
        private int refused;

        public int Refused => refused;

        public async Task<StoredBlob?> ReadAsync(BlobName name, CancellationToken cancellationToken)
        {
            // The last day of the window is read last.
            if (name.Path == "2026-11-20.json" && !all.Task.IsCompleted && Interlocked.Increment(ref come) <= guests)
            {
                if (come == guests)
                {
                    all.SetResult();
                }

                await all.Task;
            }

            return await inner.ReadAsync(name, cancellationToken);
        }

        public async Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            Counted(await inner.CreateAsync(name, content, cancellationToken));

        public async Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellationToken)
        {
            var written = await inner.ReplaceAsync(name, content, etag, cancellationToken);
            Counted(written is not null);
            return written;
        }

        public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, string label, CancellationToken cancellationToken) =>
            inner.CreateAsync(name, content, label, cancellationToken);

        public Task<string?> ReplaceAsync(BlobName name, ReadOnlyMemory<byte> content, string etag, string label, CancellationToken cancellationToken) =>
            inner.ReplaceAsync(name, content, etag, label, cancellationToken);

        public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) => inner.DeleteAsync(name, cancellationToken);

        public IAsyncEnumerable<ListedBlob> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
            inner.ListAsync(container, prefix, cancellationToken);

        private bool Counted(bool written)
        {
            Interlocked.Add(ref refused, written ? 0 : 1);
            return written;
        }
    }
}
