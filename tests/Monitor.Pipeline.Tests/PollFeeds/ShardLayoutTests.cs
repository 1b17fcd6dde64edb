using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.PollFeeds;

public class ShardLayoutTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");

    private static readonly List<FollowedFeed> Feeds =
        [.. Enumerable.Range(0, 60).Select(number => new FollowedFeed($"f{number}", $"Feed {number}", new Uri($"https://h{number / 2}.example/{number}"), "o", "NZ", false, 1))];

    private readonly InMemoryBlobStore store = new();

    [Theory]
    [InlineData(1, 59, 1)]
    [InlineData(1, 2_000, 1)]
    [InlineData(1, 2_001, 2)]
    [InlineData(1, 20_000, 16)]
    [InlineData(1, 100_000, 64)]
    [InlineData(16, 17_000, 16)]
    [InlineData(16, 8_001, 16)]
    [InlineData(16, 8_000, 8)]
    [InlineData(16, 500, 1)]
    public void There_are_as_few_shards_as_hold_the_feeds_and_they_shrink_late(int now, int feeds, int wanted) =>
        new ShardLayout(now, null).Wanted(feeds, perInstance: 2_000).ShouldBe(wanted);

    [Theory]
    [InlineData(8)]
    [InlineData(8, 2)]
    [InlineData(2, 16, 4, 1)]
    public async Task Every_record_goes_along_with_its_feed(params int[] layouts)
    {
        await KeepAsync(ShardName.Only, Feeds);

        foreach (var shards in layouts)
        {
            (await MoveAsync(shards)).Shards.ShouldBe(shards);
        }

        var kept = await RecordsAsync();
        kept.Count.ShouldBe(Feeds.Count);
        kept.ShouldAllBe(known => known.Record.Detail == $"kept of {known.Feed.Id}" && PackedSeen.Count(known.Record.Seen) == 3);
        store.Names.Count(name => name.StartsWith("state/feeds/", StringComparison.Ordinal) && name.EndsWith(".gz", StringComparison.Ordinal))
            .ShouldBeLessThanOrEqualTo(layouts[^1], "what is no longer in force is gone");
    }

    [Fact]
    public async Task While_somebody_reads_a_shard_nothing_moves()
    {
        await KeepAsync(ShardName.Only, Feeds);
        await MoveAsync(4);
        var delivery = new ShardDelivery(new ShardMessage(Noon, 3, 4), "m", 1, Noon);
        var (_, claim) = await ShardClaim.TakeAsync(store, delivery, default);

        (await MoveAsync(8)).Shards.ShouldBe(4);

        await ShardClaim.EndAsync(store, delivery, claim!, default);
        (await MoveAsync(8)).Shards.ShouldBe(8);
    }

    [Fact]
    public async Task A_reader_that_is_gone_for_good_holds_nothing_up()
    {
        await MoveAsync(4);
        await ShardClaim.TakeAsync(store, new ShardDelivery(new ShardMessage(Noon.AddMinutes(-20), 3, 4), "m", 1, Noon.AddMinutes(-20)), default);

        (await MoveAsync(8)).Shards.ShouldBe(8);
    }

    [Fact]
    public async Task What_was_written_while_it_was_copied_is_not_lost()
    {
        await KeepAsync(ShardName.Only, Feeds);
        var late = new WritesInBetween(store, async () =>
        {
            var shard = await FeedShard.LoadAsync(store, default);
            shard.Put(shard["f7"] with { Detail = "written late" });
            (await shard.SaveAsync(store, Feeds, default)).ShouldBeTrue();
        });

        (await ShardLayout.MoveAsync(late, Feeds, 4, Noon, default)).Shards.ShouldBe(1, "the next run tries again");
        (await MoveAsync(4)).Shards.ShouldBe(4);

        (await RecordsAsync()).Single(known => known.Feed.Id == "f7").Record.Detail.ShouldBe("written late");
    }

    [Fact]
    public async Task A_move_that_was_killed_anywhere_is_made_again_from_what_is_in_force()
    {
        for (var writes = 0; writes < 6; writes++)
        {
            var fresh = new InMemoryBlobStore();
            await KeepAsync(ShardName.Only, Feeds, fresh);

            await Should.ThrowAsync<IOException>(() => ShardLayout.MoveAsync(new DiesAfter(fresh, writes), Feeds, 4, Noon, default));
            var layout = await ShardLayout.LoadAsync(fresh, default);
            await ShardLayout.MoveAsync(fresh, Feeds, 4, Noon, default);

            layout.Shards.ShouldBe(writes < 5 ? 1 : 4);
            (await (await ShardLayout.LoadAsync(fresh, default)).RecordsAsync(fresh, Feeds, default).ToListAsync())
                .ShouldAllBe(known => known.Record.Detail == $"kept of {known.Feed.Id}");
        }
    }

    private Task<ShardLayout> MoveAsync(int shards) => ShardLayout.MoveAsync(store, Feeds, shards, Noon, default);

    private async Task<List<(FollowedFeed Feed, FeedRecord Record)>> RecordsAsync() =>
        await (await ShardLayout.LoadAsync(store, default)).RecordsAsync(store, Feeds, default).ToListAsync();

    private Task KeepAsync(ShardName name, List<FollowedFeed> feeds) => KeepAsync(name, feeds, store);

    private static async Task KeepAsync(ShardName name, List<FollowedFeed> feeds, InMemoryBlobStore into)
    {
        var shard = await FeedShard.LoadAsync(into, name, default);
        foreach (var feed in feeds)
        {
            var seen = Enumerable.Range(0, 3).Select(number => SeenEntry.Of(new Entry($"{feed.Id}-{number}", "Title", null, null, null, null, null, null, []), new DateOnly(2026, 11, 19)));
            shard.Put(FeedRecord.New(feed.Id) with { Detail = $"kept of {feed.Id}", Seen = PackedSeen.Pack([.. seen]) });
        }

        await shard.SaveAsync(into, feeds, default);
    }

    /// <summary>Somebody else writes just after the first new shard was written.</summary>
    private sealed class WritesInBetween(IBlobStore inner, Func<Task> write) : StoreAround(inner)
    {
        private bool hasWritten;

        protected override async Task AfterWriteAsync()
        {
            if (!hasWritten)
            {
                hasWritten = true;
                await write();
            }
        }
    }

    /// <summary>The process is gone after so many writes.</summary>
    private sealed class DiesAfter(IBlobStore inner, int writes) : StoreAround(inner)
    {
        private int written;

        protected override Task BeforeWriteAsync() => written++ == writes ? throw new IOException("killed") : Task.CompletedTask;
    }
}
