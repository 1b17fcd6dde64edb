using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.PollFeeds;

public class FeedShardTests
{
    private static readonly DateOnly Today = new(2026, 11, 19);
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");

    [Fact]
    public async Task What_is_kept_comes_back_the_same()
    {
        var store = new InMemoryBlobStore();
        var record = FeedRecord.New("north") with
        {
            Address = new Uri("https://north.example/feed"),
            ETag = "\"one\"",
            FirstReadAt = Noon,
            State = FeedState.Blocked,
            Since = Noon,
            Detail = "answers 403",
            Outcome = "blocked",
            Streak = 3,
            PastTrouble = new PastTrouble(FeedState.Stale, Noon, Noon.AddHours(1)),
            Schedule = FeedSchedule.Start(Noon).AfterGone(),
            Rhythm = FeedRhythm.From([Noon.AddHours(-3), Noon], Noon, DeskZone.Find("UTC")!),
            Seen = PackedSeen.Pack(Entries(3)),
        };
        var shard = await FeedShard.LoadAsync(store, default);
        shard.Put(record);
        (await shard.SaveAsync(store, [Followed("north")], default)).ShouldBeTrue();

        var kept = (await FeedShard.LoadAsync(store, default))["north"];

        kept.Rhythm.Hours.ShouldBe(record.Rhythm.Hours);
        kept.Seen.ToArray().ShouldBe(record.Seen.ToArray());
        (kept with { Rhythm = record.Rhythm, Seen = record.Seen }).ShouldBe(record);
    }

    [Fact]
    public async Task A_run_that_saves_second_changes_nothing()
    {
        var store = new InMemoryBlobStore();
        await (await FeedShard.LoadAsync(store, default)).SaveAsync(store, [Followed("north")], default);
        var (first, second) = (await FeedShard.LoadAsync(store, default), await FeedShard.LoadAsync(store, default));
        first.Put(FeedRecord.New("north") with { Detail = "first" });
        second.Put(FeedRecord.New("north") with { Detail = "second" });

        (await first.SaveAsync(store, [Followed("north")], default)).ShouldBeTrue();
        (await second.SaveAsync(store, [Followed("north")], default)).ShouldBeFalse();

        (await FeedShard.LoadAsync(store, default))["north"].Detail.ShouldBe("first");
    }

    [Fact]
    public async Task A_feed_that_is_no_longer_followed_is_forgotten()
    {
        var store = new InMemoryBlobStore();
        var shard = await FeedShard.LoadAsync(store, default);
        shard.Put(FeedRecord.New("south") with { Detail = "kept" });
        await shard.SaveAsync(store, [Followed("north")], default);

        (await FeedShard.LoadAsync(store, default))["south"].Detail.ShouldBeEmpty();
    }

    [Fact]
    public void Seen_entries_come_back_as_they_were_those_without_a_link_too()
    {
        SeenEntry[] entries = [.. Entries(2), Entries(1)[0] with { Link = "", Text = "" }];

        PackedSeen.Unpack(PackedSeen.Pack(entries)).ShouldBe(entries);
    }

    [Fact]
    public void Beyond_the_bound_the_longest_unseen_of_the_longest_sets_are_forgotten()
    {
        FeedRecord[] records = [Record("long", 1000), Record("short", 10)];

        var bounded = FeedShard.Bounded(records, maxSeen: 300);

        PackedSeen.Count(bounded[0].Seen).ShouldBeInRange(100, 290);
        PackedSeen.Unpack(bounded[0].Seen).Last().LastSeen.ShouldBe(Today);
        PackedSeen.Count(bounded[1].Seen).ShouldBe(10);
    }

    [Fact]
    public void What_a_feed_still_shows_is_never_forgotten()
    {
        var shown = FeedRecord.New("shown") with { Seen = PackedSeen.Pack([.. Entries(500).Select(entry => entry with { LastSeen = Today })]) };

        PackedSeen.Count(FeedShard.Bounded([shown], maxSeen: 10)[0].Seen).ShouldBe(500);
    }

    private static FeedRecord Record(string id, int entries) => FeedRecord.New(id) with { Seen = PackedSeen.Pack(Entries(entries)) };

    private static List<SeenEntry> Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(number => SeenEntry.Of(
            new Entry($"id-{number}", $"Title {number}", $"https://north.example/{number}", null, null, null, "Text", null, []), Today.AddDays(number - count + 1)))];

    private static FollowedFeed Followed(string id) => new(id, id, new Uri($"https://{id}.example/feed"), id, "NZ", false, 1);
}
