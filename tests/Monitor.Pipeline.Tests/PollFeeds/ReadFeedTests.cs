using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;
using static Monitor.Pipeline.Tests.PollFeeds.ScriptedFetcher;

namespace Monitor.Pipeline.Tests.PollFeeds;

public class ReadFeedTests
{
    private const string Address = "https://north.example/feed";

    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");
    private static readonly DeskZone Zone = DeskZone.Find("Pacific/Auckland")!;
    private static readonly FollowedFeed North = new("north", "North Times", new Uri(Address), "North Times", "NZ", false, 1);

    private readonly ScriptedFetcher web = new();
    private FeedRecord record = FeedRecord.New("north");

    [Fact]
    public async Task The_first_reading_shows_every_entry_and_says_that_it_is_the_first()
    {
        web.On(Address, Feed(Item("a"), Item("b")));

        var readout = await ReadAsync(Noon);

        readout.Entries.Select(entry => entry.Entry.Id).ShouldBe(["a", "b"]);
        readout.Entries.ShouldAllBe(entry => entry.FirstReading && !entry.Changed);
        readout.Visit.ShouldSatisfyAllConditions(visit => visit.Outcome.ShouldBe("read"), visit => visit.New.ShouldBe(2));
    }

    [Fact]
    public async Task An_entry_is_new_once_whatever_its_date()
    {
        web.On(Address, Feed(Item("a")), Feed(Item("old", at: Noon.AddYears(-3)), Item("a")), Feed(Item("a"), Item("old", at: Noon.AddYears(-3))));
        await ReadAsync(Noon);

        var second = await ReadAsync(Noon.AddMinutes(10));
        second.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.Entry.Id.ShouldBe("old"), entry => entry.FirstReading.ShouldBeFalse());
        (await ReadAsync(Noon.AddMinutes(20))).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_entry_with_new_text_is_a_new_version()
    {
        web.On(Address, Feed(Item("a", text: "First words.")), Feed(Item("a", text: "Other words.")), Feed(Item("a", text: "Other words.")));
        await ReadAsync(Noon);

        var changed = await ReadAsync(Noon.AddMinutes(10));
        changed.Entries.ShouldHaveSingleItem().Changed.ShouldBeTrue();
        changed.Visit.ShouldSatisfyAllConditions(visit => visit.New.ShouldBe(0), visit => visit.Changed.ShouldBe(1));
        (await ReadAsync(Noon.AddMinutes(20))).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reused_id_with_another_article_is_another_entry()
    {
        web.On(Address, Feed(Item("top", "Port orders crane", "crane")), Feed(Item("top", "Court hears appeal", "appeal")));
        await ReadAsync(Noon);

        (await ReadAsync(Noon.AddMinutes(10))).Entries.ShouldHaveSingleItem().Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_retitled_entry_is_the_same()
    {
        web.On(Address, Feed(Item("a", "Port orders crane", "crane")), Feed(Item("a", "Port orders two cranes", "crane")));
        await ReadAsync(Noon);

        (await ReadAsync(Noon.AddMinutes(10))).Entries.ShouldHaveSingleItem().Changed.ShouldBeTrue();
    }

    [Fact]
    public async Task Validators_are_sent_back_as_they_came()
    {
        web.On(Address, Feed(Item("a")) with { ETag = "\"one\"", LastModified = "yesterday, or so" }, new FetchOutcome.NotModified());
        await ReadAsync(Noon);

        (await ReadAsync(Noon.AddMinutes(10))).Visit.Outcome.ShouldBe("unchanged");
        web.Requests[^1].ShouldSatisfyAllConditions(
            request => request.ETag.ShouldBe("\"one\""), request => request.LastModified.ShouldBe("yesterday, or so"));
    }

    [Fact]
    public async Task Now_and_then_a_read_does_without_validators()
    {
        web.On(Address, Feed(Item("a")) with { ETag = "\"one\"" });
        await ReadAsync(Noon);

        await ReadAsync(Noon.AddMinutes(10), new Random(0).AlwaysLow());

        web.Requests[^1].ETag.ShouldBeNull();
    }

    [Fact]
    public async Task Validators_that_stay_while_entries_come_are_not_believed()
    {
        web.On(Address, Feed(Item("a")) with { ETag = "\"stuck\"" }, Feed(Item("b"), Item("a")) with { ETag = "\"stuck\"" });
        await ReadAsync(Noon);
        await ReadAsync(Noon.AddMinutes(10));

        await ReadAsync(Noon.AddMinutes(20));

        web.Requests[^1].ETag.ShouldBeNull();
    }

    public static TheoryData<string, FetchOutcome, FeedState, string> Failures() => new()
    {
        { "A_wall_is_blocked", new FetchOutcome.Blocked("answers 403"), FeedState.Blocked, "blocked" },
        { "A_reset_is_broken", new FetchOutcome.Broken("the connection was reset"), FeedState.Broken, "broken" },
        { "A_private_address_is_refused", new FetchOutcome.Refused("is a private address"), FeedState.Broken, "refused" },
        { "A_web_page_is_not_a_feed", Page("<!doctype html><html><head><title>t</title></head><body>Hello</body></html>"), FeedState.Broken, "not a feed" },
        { "An_empty_answer_is_not_a_feed", Page(""), FeedState.Broken, "not a feed" },
        { "410_is_gone", new FetchOutcome.Gone(), FeedState.Gone, "gone" },
        { "A_day_to_wait_is_a_wall", new FetchOutcome.RateLimited(TimeSpan.FromHours(20)), FeedState.Blocked, "rate limited" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_is_an_outcome_with_a_state(string rule, FetchOutcome outcome, FeedState state, string word)
    {
        web.On(Address, Feed(Item("a")), outcome);
        await ReadAsync(Noon);

        var readout = await ReadAsync(Noon.AddMinutes(10));

        readout.Visit.Outcome.ShouldBe(word, rule);
        readout.Record.ShouldSatisfyAllConditions(
            rule,
            after => after.State.ShouldBe(state),
            after => after.Since.ShouldBe(Noon.AddMinutes(10)),
            after => after.Detail.ShouldNotBeEmpty(),
            after => after.Schedule!.LastRead.ShouldBe(Noon),
            after => PackedSeen.Count(after.Seen).ShouldBe(1));
    }

    [Fact]
    public async Task A_page_in_the_feeds_place_is_searched_for_the_feed()
    {
        web.On(Address, Page("<!doctype html><html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/new.xml\"></head></html>"));

        (await ReadAsync(Noon)).Visit.Detail.ShouldEndWith("the page announces https://north.example/new.xml");
    }

    [Fact]
    public async Task One_request_to_wait_is_no_trouble_and_is_obeyed_to_the_second()
    {
        web.On(Address, Feed(Item("a")), new FetchOutcome.RateLimited(TimeSpan.FromMinutes(42)));
        await ReadAsync(Noon);

        var readout = await ReadAsync(Noon.AddMinutes(10));

        readout.Record.State.ShouldBe(FeedState.Working);
        readout.Record.IsDue(North, Noon.AddMinutes(51)).ShouldBeFalse();
        readout.Record.IsDue(North, Noon.AddMinutes(52)).ShouldBeTrue();
    }

    [Fact]
    public async Task To_be_asked_to_wait_again_and_again_is_a_wall()
    {
        web.On(Address, new FetchOutcome.RateLimited(null));
        await ReadAsync(Noon);
        await ReadAsync(Noon.AddHours(1));

        (await ReadAsync(Noon.AddHours(2))).Record.State.ShouldBe(FeedState.Blocked);
    }

    [Fact]
    public async Task What_falls_due_before_half_of_a_run_is_over_is_read_now()
    {
        web.On(Address, Feed(Item("a")));
        var due = (await ReadAsync(Noon)).Record.Schedule!.Due;

        record.IsDue(North, due.AddMinutes(-5)).ShouldBeTrue();
        record.IsDue(North, due.AddMinutes(-6)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_clock_that_was_set_back_leaves_no_feed_waiting()
    {
        web.On(Address, Feed(Item("a")));
        await ReadAsync(Noon);

        record.IsDue(North, Noon.AddYears(-1)).ShouldBeTrue();
        (await ReadAsync(DateTimeOffset.UnixEpoch)).Visit.Outcome.ShouldBe("read");
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_not_asked_again_until_it_is_followed_at_another_address()
    {
        web.On(Address, new FetchOutcome.Gone());
        await ReadAsync(Noon);

        record.IsDue(North, Noon.AddYears(1)).ShouldBeFalse();
        record.IsDue(North with { Url = new Uri("https://north.example/atom") }, Noon.AddHours(1)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_feed_that_is_followed_at_another_address_keeps_what_it_has_shown()
    {
        web.On(Address, Feed(Item("a")) with { ETag = "\"one\"" }).On("https://north.example/atom", Feed(Item("b"), Item("a")));
        await ReadAsync(Noon);

        var readout = await ReadAsync(Noon.AddMinutes(10), feed: North with { Url = new Uri("https://north.example/atom") });

        web.Requests[^1].ETag.ShouldBeNull();
        readout.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.Entry.Id.ShouldBe("b"), entry => entry.FirstReading.ShouldBeFalse());
    }

    [Fact]
    public async Task A_permanent_move_is_asked_only_after_it_has_repeated_over_a_day()
    {
        var moved = new Uri("https://north.example/moved");
        web.On(Address, Feed(Item("a")) with { MovedTo = moved }, new FetchOutcome.NotModified(moved)).On(moved.AbsoluteUri, Feed(Item("a")));
        foreach (var hours in (int[])[0, 8, 16, 25])
        {
            await ReadAsync(Noon.AddHours(hours));
            web.Requests[^1].Url.AbsoluteUri.ShouldBe(Address);
        }

        var readout = await ReadAsync(Noon.AddHours(32));

        web.Requests[^1].Url.ShouldBe(moved);
        readout.Visit.Health!.MovedTo.ShouldBe(moved);
    }

    [Fact]
    public async Task A_misbehaving_day_is_one_trouble_and_one_recovery()
    {
        web.On(
            Address, Feed(Item("a")), new FetchOutcome.Broken("answers 500"), new FetchOutcome.Blocked("answers 403"), Page("<html><body>Sorry</body></html>"),
            new FetchOutcome.Broken("answers 500"), Feed(Item("b"), Item("a")));
        await ReadAsync(Noon);
        var waits = new List<TimeSpan>();
        var now = Noon.AddMinutes(10);
        foreach (var expected in (string[])["broken", "blocked", "not a feed", "broken"])
        {
            var readout = await ReadAsync(now);
            readout.Visit.Outcome.ShouldBe(expected);
            readout.Record.Since.ShouldBe(Noon.AddMinutes(10), "one trouble, however it changes");
            waits.Add(readout.Record.Schedule!.Due - now);
            now = readout.Record.Schedule.Due;
        }

        waits.ShouldBeInOrder(SortDirection.Ascending);
        var recovered = await ReadAsync(now);

        recovered.Entries.ShouldHaveSingleItem().Entry.Id.ShouldBe("b");
        recovered.Record.ShouldSatisfyAllConditions(
            after => after.State.ShouldBe(FeedState.Working),
            after => after.PastTrouble.ShouldBe(new PastTrouble(FeedState.Broken, Noon.AddMinutes(10), now)),
            after => after.Streak.ShouldBe(1));
    }

    [Fact]
    public async Task A_silence_well_past_the_usual_is_stale_until_something_new_comes()
    {
        web.On(Address, Hourly(Noon), new FetchOutcome.NotModified(), new FetchOutcome.NotModified(), Feed(Item("late")));
        await ReadAsync(Noon);
        (await ReadAsync(Noon.AddHours(2))).Visit.Health!.State.ShouldBe(FeedState.Working);

        var silent = await ReadAsync(Noon.AddHours(30));
        silent.Visit.Health!.ShouldSatisfyAllConditions(
            health => health.State.ShouldBe(FeedState.Stale), health => health.Since.ShouldBe(Noon), health => health.Streak.ShouldBe(3));
        silent.Record.State.ShouldBe(FeedState.Working, "that it is stale follows from the record and is not kept");

        var spoken = await ReadAsync(Noon.AddHours(31));
        spoken.Visit.Health!.State.ShouldBe(FeedState.Working);
        spoken.Record.PastTrouble.ShouldBe(new PastTrouble(FeedState.Stale, Noon, Noon.AddHours(31)));
    }

    [Fact]
    public async Task A_run_that_is_repeated_decides_the_same()
    {
        web.On(Address, Feed(Item("a")));

        var once = await new ReadFeed(web).RunAsync(North, record, Zone, Noon, default);
        var again = await new ReadFeed(web).RunAsync(North, record, Zone, Noon, default);

        again.Record.Schedule.ShouldBe(once.Record.Schedule);
    }

    private static FetchOutcome.Fetched Hourly(DateTimeOffset to) =>
        Feed([.. Enumerable.Range(0, 24 * 14).Select(hour => Item($"h{hour}", at: to.AddHours(-hour)))]);

    private async Task<FeedReadout> ReadAsync(DateTimeOffset now, Random? random = null, FollowedFeed? feed = null)
    {
        var readout = await new ReadFeed(web, (_, _) => random ?? new Random(7)).RunAsync(feed ?? North, record, Zone, now, default);
        record = readout.Record;
        return readout;
    }
}

file static class Chances
{
    public static Random AlwaysLow(this Random _) => new Low();

    private sealed class Low : Random
    {
        public override double NextDouble() => 0;
    }
}
