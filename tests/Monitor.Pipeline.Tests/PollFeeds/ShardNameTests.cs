using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.Tests.PollFeeds;

public class ShardNameTests
{
    [Theory]
    [InlineData("https://north.example/politics.xml")]
    [InlineData("http://www.north.example/sport.xml")]
    [InlineData("https://NORTH.example:8443/feed")]
    public void Feeds_of_one_host_are_in_one_shard(string other) =>
        ShardName.Holding(Feed(other), 64).ShouldBe(ShardName.Holding(Feed("https://north.example/feed"), 64));

    [Fact]
    public void A_feed_stays_in_its_shard_from_one_version_to_the_next() =>
        ShardName.Holding(Feed("https://north.example/feed"), 1024).ToString().ShouldBe("535-of-1024");

    [Fact]
    public void Twice_as_many_shards_divide_each_one_in_two()
    {
        foreach (var feed in Hosts(500))
        {
            (ShardName.Holding(feed, 16).Number % 8).ShouldBe(ShardName.Holding(feed, 8).Number);
        }
    }

    [Fact]
    public void Hosts_are_spread_evenly()
    {
        var sizes = Hosts(16_000).CountBy(feed => ShardName.Holding(feed, 16)).Select(shard => shard.Value).ToList();

        sizes.Count.ShouldBe(16);
        sizes.ShouldAllBe(size => size > 850 && size < 1150);
    }

    [Fact]
    public void Every_feed_is_held_by_one_shard_and_by_the_only_one()
    {
        foreach (var feed in Hosts(50))
        {
            ShardName.All(8).Count(name => name.Holds(feed)).ShouldBe(1);
            ShardName.Only.Holds(feed).ShouldBeTrue();
        }
    }

    private static IEnumerable<FollowedFeed> Hosts(int count) => Enumerable.Range(0, count).Select(number => Feed($"https://host{number}.example/feed"));

    private static FollowedFeed Feed(string url) => new("id", "name", new Uri(url), "outlet", "NZ", false, 1);
}
