using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Storage;
using static Monitor.Pipeline.Tests.PollShard.ShardedDesk;

namespace Monitor.Pipeline.Tests.PollShard;

public class PollShardTests
{
    [Fact]
    public async Task A_desk_that_one_instance_serves_queues_nothing()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(10);

        var report = await desk.Poll.RunAsync(Noon, default);

        report.Poll!.FeedsRead.ShouldBe(10);
        desk.Queue.Count.ShouldBe(0);
        desk.Store.Names.ShouldContain("state/feeds/0.json.gz");
        desk.Store.Names.ShouldNotContain("state/feeds/layout.json");
    }

    [Fact]
    public async Task A_round_reads_every_feed_once_and_its_reports_add_up()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(40);

        var poll = await desk.Poll.RunAsync(Noon, default);
        var reports = await Task.WhenAll(desk.Queue.Take(Noon).Select(delivery => desk.PollShard.RunAsync(delivery, default)));

        poll.ShardsQueued.ShouldBe(4);
        poll.Poll.ShouldBeNull("what was read is in the shards' reports alone");
        reports.Length.ShouldBe(4);
        reports.ShouldAllBe(report => report.Function == "PollShard" && report.StartedAt == Noon);
        reports.Select(report => report.Part).ShouldBeUnique();
        reports.SelectMany(report => report.Feeds).Select(visit => visit.Feed).ShouldBe(Enumerable.Range(0, 40).Select(host => $"h{host}"), ignoreOrder: true);
        reports.Sum(report => report.Poll!.EntriesNew).ShouldBe(40);
        desk.Web.Asked.Values.ShouldAllBe(times => times == 1);
    }

    [Fact]
    public async Task A_round_that_is_queued_twice_is_read_once()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(40);
        await desk.Poll.RunAsync(Noon, default);
        await desk.Poll.RunAsync(Noon, default);

        var reports = await Task.WhenAll(desk.Queue.Take(Noon).Select(delivery => desk.PollShard.RunAsync(delivery, default)));

        reports.Count(report => report.Poll is not null).ShouldBe(4);
        reports.Where(report => report.Poll is null).ShouldAllBe(report => report.Notes.Single().Contains("was left alone"));
        desk.Web.Asked.Values.ShouldAllBe(times => times == 1);
    }

    [Fact]
    public async Task What_a_killed_reader_left_is_read_by_whoever_is_handed_the_message_again()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(40);
        await desk.Poll.RunAsync(Noon, default);
        var lost = desk.Queue.Take(Noon).First();
        await ShardClaim.TakeAsync(desk.Store, lost, default);

        var report = await desk.PollShard.RunAsync(lost with { Times = 2, At = Noon.AddMinutes(1) }, default);

        report.Poll!.FeedsRead.ShouldBeGreaterThan(0);
        (await desk.PollShard.RunAsync(lost with { Times = 3, At = Noon.AddMinutes(2) }, default)).Poll.ShouldBeNull();
    }

    [Fact]
    public async Task A_desk_that_grows_past_one_instance_and_back_meets_nothing_twice()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(8);
        await desk.RoundAsync(Noon);
        desk.Web.Edition = 2;
        await desk.RoundAsync(Noon.AddHours(7));
        await desk.RoundAsync(Noon.AddHours(7).AddMinutes(10));
        (await desk.SubjectsAsync()).ShouldBe(["Alert: Anzus", "Alert: Anzus"], "one to each of the two recipients");

        await desk.FollowAsync(100);
        var grown = await desk.RoundAsync(Noon.AddHours(14));
        grown.Count.ShouldBe(16);
        grown.Sum(report => report.Poll!.EntriesNew).ShouldBe(92 * 2, "the hosts that are new, and of the others nothing");

        await desk.FollowAsync(5);
        var shrunk = await desk.RoundAsync(Noon.AddHours(21));
        shrunk.ShouldHaveSingleItem().Poll!.ShouldSatisfyAllConditions(
            poll => poll.FeedsRead.ShouldBe(5),
            poll => poll.EntriesNew.ShouldBe(0));
        (await desk.SubjectsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_of_another_layout_reads_nothing()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(40);
        await desk.Poll.RunAsync(Noon, default);
        var stale = desk.Queue.Take(Noon).First() with { Message = new ShardMessage(Noon, 1, 8) };

        var report = await desk.PollShard.RunAsync(stale, default);

        report.Notes.ShouldBe(["shard 1-of-8 was left alone: the feeds are divided otherwise now"]);
        desk.Web.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_queue_one_instance_reads_all_however_many_they_are()
    {
        var desk = new ShardedDesk(hasQueue: false);
        await desk.FollowAsync(40);

        (await desk.RoundAsync(Noon)).ShouldHaveSingleItem().Poll!.FeedsRead.ShouldBe(40);
    }

    [Fact]
    public async Task A_round_that_failed_to_the_end_is_told_to_operations_once()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(40);
        await desk.RoundAsync(Noon);
        var given = new GivenUpMessage("p1", "r", System.Text.Encoding.UTF8.GetString(new ShardMessage(Noon, 3, 4).ToJson()));
        desk.Queue.Poison.AddRange([given, new GivenUpMessage("p2", "r", "<html>")]);

        var report = await desk.Health.RunAsync(Noon.AddMinutes(5), default);
        // A check that was killed before it could tell the queue meets the message again.
        desk.Queue.Poison.Add(given);
        await desk.Health.RunAsync(Noon.AddMinutes(65), default);

        report.Notes.ShouldBe(["shard 3-of-4 was given up", "shard of no name was given up: the message is none of ours"], ignoreOrder: true);
        (await desk.SubjectsAsync()).Where(subject => subject.Contains("given up")).ShouldBe(
            ["The reading of shard 3-of-4 was given up", "The reading of shard of no name was given up: the message is none of ours"]);
        desk.Queue.Poison.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shard_that_no_instance_reads_is_told_once_while_it_lasts()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(40);
        await desk.RoundAsync(Noon);
        await desk.Poll.RunAsync(Noon.AddHours(2), default);
        foreach (var delivery in desk.Queue.Take(Noon.AddHours(2)).Where(delivery => delivery.Message.Shard != 2))
        {
            await desk.PollShard.RunAsync(delivery, default);
        }

        for (var hour = 2; hour < 5; hour++)
        {
            await desk.Health.RunAsync(Noon.AddHours(hour).AddMinutes(5), default);
        }

        (await desk.SubjectsAsync()).Count(subject => subject == "Shard 2-of-4 is not read").ShouldBe(1);
    }

    [Fact]
    public async Task Health_looks_at_the_feeds_of_every_shard_and_reports_those_in_trouble()
    {
        var desk = new ShardedDesk();
        await desk.FollowAsync(40);
        await desk.RoundAsync(Noon);

        var layout = await ShardLayout.LoadAsync(desk.Store, default);
        (await layout.RecordsAsync(desk.Store, [], default).CountAsync()).ShouldBe(0);
        (await desk.Health.RunAsync(Noon.AddMinutes(5), default)).Health.ShouldBeEmpty();
        desk.Store.Names.Count(name => name.StartsWith("state/feeds/", StringComparison.Ordinal) && name.EndsWith("-of-4.json.gz", StringComparison.Ordinal)).ShouldBe(4);
        (await desk.Store.ReadAsync(new BlobName(Containers.State, "feeds/layout.json"), default)).ShouldNotBeNull();
    }
}
