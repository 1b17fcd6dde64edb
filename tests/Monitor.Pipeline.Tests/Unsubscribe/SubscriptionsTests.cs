using System.ComponentModel.DataAnnotations;
using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Pipeline.Tests.Unsubscribe;

public class SubscriptionsTests
{
    private readonly InMemoryBlobStore store = new();
    private readonly Subscriptions subscriptions;

    public SubscriptionsTests() => subscriptions = Open(store);

    [Fact]
    public async Task Leaving_twice_is_leaving_once()
    {
        (await subscriptions.LeaveAsync("alerts", "desk@example.org", Messages.Morning, default)).ShouldBeTrue();
        (await subscriptions.LeaveAsync("alerts", "Desk@example.org", Messages.Morning.AddDays(1), default)).ShouldBeFalse();

        (await subscriptions.LoadAsync(default)).Entries.ShouldBe([new UnsubscribedEntry("alerts", "desk@example.org", Messages.Morning)]);
    }

    [Fact]
    public async Task Many_who_leave_at_the_same_time_are_all_noted()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Open(store).LeaveAsync("alerts", $"{i}@example.org", Messages.Morning, default))));

        (await subscriptions.LoadAsync(default)).Entries.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Leaving_one_list_leaves_no_other_and_nobody_else()
    {
        await subscriptions.LeaveAsync("alerts", "desk@example.org", Messages.Morning, default);

        var unsubscribed = await subscriptions.LoadAsync(default);
        unsubscribed.Has("alerts", new Destination("DESK@example.org")).ShouldBeTrue();
        unsubscribed.Has("edition:morning", new Destination("desk@example.org")).ShouldBeFalse();
        unsubscribed.Has("alerts", new Destination("second@example.org")).ShouldBeFalse();
        unsubscribed.Has(null, new Destination("desk@example.org")).ShouldBeFalse();
        unsubscribed.Has("alerts", new Destination("desk@example.org", Channel: Channel.Teams)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_key_is_made_once_and_is_the_same_for_everybody()
    {
        var one = (await subscriptions.LinksAsync("alerts", default))!("desk@example.org");
        var other = (await Open(store).LinksAsync("alerts", default))!("desk@example.org");

        other.ShouldBe(one);
        store.Names.ShouldBe(["state/unsubscribe.key"]);
        (await store.ReadAsync(new("state", "unsubscribe.key"), default))!.Content.Length.ShouldBe(32);
        (await new Subscriptions(new InMemoryBlobStore(), Options("https://monitor.example.org")).LinksAsync("alerts", default))!("desk@example.org").ShouldNotBe(one);
    }

    [Fact]
    public async Task Without_a_public_address_there_are_no_links_and_no_key()
    {
        (await new Subscriptions(store, new SubscriptionOptions()).LinksAsync("alerts", default)).ShouldBeNull();
        store.Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://monitor.example.org", true)]
    [InlineData("http://127.0.0.1:7071", true)]
    [InlineData("http://monitor.example.org", false)]
    [InlineData("https://monitor.example.org/?a=b", false)]
    [InlineData("ftp://monitor.example.org", false)]
    [InlineData("monitor.example.org", false)]
    public void The_public_address_is_https_or_this_machine(string address, bool isGood)
    {
        var options = new SubscriptionOptions { PublicUrl = new Uri(address, UriKind.RelativeOrAbsolute) };
        Validator.TryValidateObject(options, new ValidationContext(options), [], true).ShouldBe(isGood);
    }

    private static Subscriptions Open(InMemoryBlobStore store) => new(store, Options("https://monitor.example.org"));

    private static SubscriptionOptions Options(string address) => new() { PublicUrl = new Uri(address) };
}
