using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.Tests.PollFeeds;

public class OwnNetworkTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");
    private static readonly FetchOutcome Dead = new FetchOutcome.Broken("no route to the host");
    private static readonly FetchOutcome Fine = ScriptedFetcher.Feed(ScriptedFetcher.Item("a"));

    [Fact]
    public async Task Where_every_feed_fails_at_once_the_network_is_ours()
    {
        var readouts = await ReadAsync(Dead, Dead, Dead);

        OwnNetwork.IsDown(readouts).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_one_feed_answers_the_others_are_broken() =>
        OwnNetwork.IsDown(await ReadAsync(Dead, Fine, Dead)).ShouldBeFalse();

    [Fact]
    public async Task One_feed_alone_proves_nothing() =>
        OwnNetwork.IsDown(await ReadAsync(Dead)).ShouldBeFalse();

    [Fact]
    public async Task Walls_are_the_outlets_own() =>
        OwnNetwork.IsDown(await ReadAsync(new FetchOutcome.Blocked("answers 403"), new FetchOutcome.Blocked("answers 403"))).ShouldBeFalse();

    [Fact]
    public async Task Feeds_that_were_failing_before_prove_nothing()
    {
        var readouts = await ReadAsync(Dead, Dead, Dead);
        var failing = readouts.Select(readout => readout with { Before = readout.Record }).ToList();

        OwnNetwork.IsDown(failing).ShouldBeFalse();
    }

    [Fact]
    public async Task A_spared_feed_is_as_it_was_and_due_in_the_next_run()
    {
        var readout = (await ReadAsync(Dead, Dead))[0];

        OwnNetwork.Spared(readout, Noon).ShouldSatisfyAllConditions(
            record => record.State.ShouldBe(FeedState.Working),
            record => record.Schedule!.Failures.ShouldBe(0),
            record => record.IsDue(Feed(0), Noon.AddMinutes(10)).ShouldBeTrue());
    }

    private static async Task<List<FeedReadout>> ReadAsync(params FetchOutcome[] outcomes)
    {
        var readouts = new List<FeedReadout>();
        for (var number = 0; number < outcomes.Length; number++)
        {
            var web = new ScriptedFetcher().On(Feed(number).Url.AbsoluteUri, outcomes[number]);
            readouts.Add(await new ReadFeed(web).RunAsync(Feed(number), FeedRecord.New($"{number}"), DeskZone.Find("UTC")!, Noon, default));
        }

        return readouts;
    }

    private static FollowedFeed Feed(int number) => new($"{number}", $"Feed {number}", new Uri($"https://outlet{number}.example/feed"), "Outlet", "NZ", false, 1);
}
