using Monitor.Core.Addresses;
using Monitor.Core.Feeds;
using Monitor.Core.Topics;
using Monitor.Pipeline.NearMisses;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.NearMisses;

public class NearMissTests
{
    private static readonly DateTimeOffset Monday = DateTimeOffset.Parse("2026-11-16T01:00:00Z");

    private static readonly TopicSet Topics = TopicSet.Load(
    [
        new TopicFile("ferries.yaml", """
            id: ferries
            name: Ferries
            signals:
              - { id: by-name, any: [ferry], weight: 0.5 }
              - { id: strait, any: [cook strait], weight: 0.5 }
            thresholds: { match: 1, central: 2 }
            samples: { must: [A ferry in Cook Strait.], mustNot: [A bus.] }
            """),
    ]).Set!;

    private readonly InMemoryBlobStore store = new();

    [Fact]
    public async Task What_fell_short_by_one_signal_is_kept_with_what_was_found()
    {
        await RunAsync(Monday, Entry("a", "The ferry is late."), Entry("b", "The ferry left Cook Strait."), Entry("c", "A bus."));

        var miss = await Kept().SingleAsync();

        (miss.Url, miss.Outlet, miss.Miss.Short, miss.RuleSet).ShouldBe(("https://one.example/a", "One", 0.5, Topics.Hash));
        miss.Miss.Found.ShouldBe(["by-name"]);
    }

    [Fact]
    public async Task A_run_without_any_writes_nothing()
    {
        await RunAsync(Monday, Entry("c", "A bus."));

        store.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_repeated_writes_nothing_twice()
    {
        await RunAsync(Monday, Entry("a", "A ferry."), Entry("b", "Two ferries."));
        await RunAsync(Monday.AddMinutes(10), Entry("b", "Two ferries."), Entry("a", "A ferry."));

        store.Names.Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_article_that_changes_is_listed_once()
    {
        await RunAsync(Monday, Entry("a", "A ferry."));
        await RunAsync(Monday.AddMinutes(10), Entry("a", "A late ferry."));

        (await Kept().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public void Many_are_bounded_and_which_are_kept_does_not_depend_on_their_order()
    {
        ReadEntry[] entries = [.. Enumerable.Range(0, 200).Select(i => Entry($"e{i}", $"Ferry number {i}."))];

        var (one, other) = (Catch(entries), Catch([.. entries.Reverse()]));

        one.Kept.Count.ShouldBe(NearMissCatch.MostOfTopic);
        other.Kept.Select(miss => miss.Url).ShouldBe(one.Kept.Select(miss => miss.Url));
    }

    [Fact]
    public void Long_text_is_cut_and_never_through_a_character()
    {
        var miss = Catch(Entry("a", "A ferry. " + new string('x', KeptNearMiss.MostText - 10) + "🚢🚢")).Kept.Single();

        miss.IsCut.ShouldBeTrue();
        miss.Document.Text.Length.ShouldBe(KeptNearMiss.MostText - 1);
        char.IsSurrogate(miss.Document.Text[^1]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_replay_has_the_near_misses_too()
    {
        await RunAsync(Monday, Entry("a", "The ferry is late."));

        var replayed = await new Replay(store).SeenBetweenAsync(Monday.AddDays(-1), Monday, default).SingleAsync();

        (replayed.Url, replayed.Matched, replayed.Document.Text).ShouldBe(("https://one.example/a", false, "The ferry is late."));
    }

    private Task RunAsync(DateTimeOffset now, params ReadEntry[] entries) =>
        new NearMissStore(store).AddAsync(Catch(entries, now).Kept, now, default);

    private IAsyncEnumerable<KeptNearMiss> Kept() => new NearMissStore(store).SeenBetweenAsync(Monday.AddDays(-1), Monday.AddDays(1), default);

    private static NearMissCatch Catch(params ReadEntry[] entries) => Catch(entries, Monday);

    private static NearMissCatch Catch(ReadEntry[] entries, DateTimeOffset now)
    {
        var caught = new NearMissCatch(Topics, now);
        foreach (var entry in entries)
        {
            caught.Look(entry);
        }

        return caught;
    }

    private static ReadEntry Entry(string path, string text)
    {
        var feed = new FollowedFeed("one", "One", new Uri("https://one.example/feed"), "One", "NZ", false, 1);
        var sighted = new SightedEntry(feed, new Entry(path, null, null, null, null, null, null, null, []), false, false);
        return new ReadEntry(
            sighted, CanonicalUrl.TryCreate($"https://one.example/{path}", feed.Url)!, new TopicDocument($"Title {path}", "", text), null, null, null, []);
    }
}
