using Monitor.Core.Digests;
using Monitor.Core.Topics;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.Archive;

public class ArticleArchiveTests
{
    private static readonly DateTimeOffset Midnight = DateTimeOffset.Parse("2026-11-19T00:00:00Z");

    private readonly InMemoryBlobStore store = new();
    private readonly ArticleArchive archive;

    public ArticleArchiveTests() => archive = new ArticleArchive(store);

    [Fact]
    public async Task What_fell_short_of_a_match_lies_beside_the_articles_and_is_none()
    {
        await archive.AddAsync(Article(Midnight), default);
        await store.CreateAsync(new BlobName(Containers.Articles, "near-misses/2026/11/19/a.json"), "[]"u8.ToArray(), default);

        (await archive.AllAsync(default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_was_filed_again_past_midnight_counts_once_and_by_its_first_filing()
    {
        await archive.AddAsync(Article(Midnight.AddSeconds(-1)), default);
        await archive.AddAsync(Article(Midnight.AddMinutes(9)), default);

        (await archive.AllAsync(default)).Single().Article.SeenAt.ShouldBe(Midnight.AddSeconds(-1));
        (await archive.SeenBetweenAsync(Midnight.AddHours(-1), Midnight, default).CountAsync()).ShouldBe(1);
        (await archive.SeenBetweenAsync(Midnight, Midnight.AddHours(1), default).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_version_is_kept_once()
    {
        (await archive.AddAsync(Article(Midnight), default)).ShouldBeTrue();
        (await archive.AddAsync(Article(Midnight), default)).ShouldBeFalse();
    }

    private static ArchivedArticle Article(DateTimeOffset seenAt) => new(
        new MatchedArticle(
            "0123456789abcdef", "01234567", null, "https://north.example.org/a", "north", "North Times", "NZ", [], seenAt, seenAt, "s", null,
            new TopicDocument("Anzus at 75", "", "Text."), [], "rules"),
        "a", null, "en-NZ", false, null, null);
}
