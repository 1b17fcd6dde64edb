using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Topics;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.NearMisses;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Tests.Configuration;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Writing;
using Poll = Monitor.Pipeline.PollFeeds.PollFeeds;

namespace Monitor.Pipeline.Tests.CheckHealth;

public class RuleWatchTests
{
    // A Thursday; Auckland is thirteen hours ahead.
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-10-01T00:00:00Z");

    // Nine on Monday 16 November in Auckland.
    private static readonly DateTimeOffset MondayAtNine = DateTimeOffset.Parse("2026-11-15T20:00:00Z");

    private readonly InMemoryBlobStore store = new();
    private readonly MessageBox box;
    private readonly RuleWatch watch;

    public RuleWatchTests()
    {
        box = new MessageBox(store);
        watch = new RuleWatch(store, box, new PlainWriter());
    }

    [Fact]
    public async Task A_topic_that_leaves_its_band_is_told_once_while_it_lasts()
    {
        await WatchedAsync(days: 20, matches: 5);
        (await SubjectsAsync()).ShouldBeEmpty();

        await WatchedAsync(days: 3, matches: 60, from: 20);

        (await SubjectsAsync()).ShouldBe(["Anzus matches more than usual"]);
    }

    [Fact]
    public async Task Reports_that_were_never_counted_are_caught_up_on_before_anything_is_said()
    {
        for (var day = 0; day < 20; day++)
        {
            await ReportAsync(Start.AddDays(day), matches: day == 19 ? 60 : 5);
        }

        var following = await FollowingAsync();
        var now = Start.AddDays(20).AddHours(1);
        (await watch.RunAsync(following, now, default)).ShouldBe(0);
        for (var hour = 0; hour < 30; hour++)
        {
            await watch.RunAsync(following, now, default);
        }

        (await SubjectsAsync()).ShouldBe(["Anzus matches more than usual"]);
    }

    [Fact]
    public async Task A_report_is_counted_once_and_one_that_comes_late_is_not_lost()
    {
        var following = await FollowingAsync();
        for (var hour = 0; hour < 40; hour++)
        {
            await watch.RunAsync(following, Start, default);
        }

        await watch.RunAsync(following, Start.AddMinutes(5), default);
        await ReportAsync(Start, matches: 7);
        await watch.RunAsync(following, Start.AddHours(1), default);
        await watch.RunAsync(following, Start.AddHours(2), default);

        (await RuleHistory.AdvanceAsync(store, Start.AddHours(2), default))!.Days.Single().Topics["anzus"].ShouldBe(7);
    }

    [Fact]
    public async Task The_week_and_a_sample_of_what_fell_short_go_to_the_desk_on_Monday_once()
    {
        await MissedAsync(30, MondayAtNine.AddDays(-3));
        var following = await FollowingAsync();

        (await watch.RunAsync(following, MondayAtNine.AddHours(-1), default)).ShouldBe(0);
        (await watch.RunAsync(following, MondayAtNine, default)).ShouldBe(2);
        (await watch.RunAsync(following, MondayAtNine.AddHours(1), default)).ShouldBe(0);
        (await watch.RunAsync(following, MondayAtNine.AddDays(1), default)).ShouldBe(0);

        var messages = await box.PendingAsync(default).Select(pending => pending.Message).ToListAsync();
        messages.Select(message => message.To.Address).Order().ShouldBe(["desk@example.org", "second@example.org"]);
        messages[0].Subject.ShouldBe("Week of 2026-11-09: 10 and 20 more");
        messages[0].Text.ShouldBe(messages[1].Text);
    }

    [Fact]
    public async Task A_week_in_which_nothing_matched_or_fell_short_is_not_told()
    {
        await MissedAsync(3, MondayAtNine.AddDays(-10));

        (await watch.RunAsync(await FollowingAsync(), MondayAtNine, default)).ShouldBe(0);
    }

    private async Task WatchedAsync(int days, int matches, int from = 0)
    {
        var following = await FollowingAsync();
        for (var day = from; day < from + days; day++)
        {
            await ReportAsync(Start.AddDays(day).AddHours(6), matches);
            for (var hour = 1; hour <= 24; hour++)
            {
                await watch.RunAsync(following, Start.AddDays(day).AddHours(hour).AddMinutes(30), default);
            }
        }

        await watch.RunAsync(following, Start.AddDays(from + days).AddHours(2), default);
    }

    private Task ReportAsync(DateTimeOffset at, int matches) => new RunLog(store).AddAsync(
        new RunReport(
            Poll.Name, at, 1, "", new PollCounts(
                1, 1, 0, 1000, 0, 0,
                new Dictionary<string, TopicCounts> { ["anzus"] = new(1, matches - 1) },
                new Dictionary<string, int> { ["anzus/the-name"] = matches }),
            null, [], []),
        default);

    private Task MissedAsync(int count, DateTimeOffset at) => new NearMissStore(store).AddAsync(
        [.. Enumerable.Range(0, count).Select(i => new KeptNearMiss(
            $"a{i}", "1", $"https://one.example/{i}", "One", new TopicDocument($"Title {i}", "", "text"), false,
            new NearMiss("anzus", 0.5, 0.5, ["the-name"], []), at, "rules"))],
        at, default);

    private async Task<Following> FollowingAsync()
    {
        await Files.PutAsync(store, Files.Good());
        using var source = new ConfigurationSource(store);
        return await source.LoadAsync(Start, default);
    }

    private async Task<List<string>> SubjectsAsync() =>
        await box.PendingAsync(default).Select(pending => pending.Message.Subject).ToListAsync();

    private sealed class PlainWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken) => throw new InvalidOperationException("no digest is expected");

        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken) => throw new InvalidOperationException("no alert is expected");

        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) =>
            Task.FromResult(new WrittenMail(notice.Title, "", string.Join('\n', notice.Lines)));

        public Task<WrittenMail> WriteAsync(WeeklyReview review, CancellationToken cancellationToken)
        {
            var topic = review.Topics.Single();
            return Task.FromResult(new WrittenMail($"Week of {review.First:O}: {topic.Misses.Count} and {topic.Untold} more", "", ""));
        }
    }
}
