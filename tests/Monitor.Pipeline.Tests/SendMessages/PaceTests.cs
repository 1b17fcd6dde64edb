using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.SendMessages;

public class PaceTests
{
    private static readonly DateTimeOffset Start = Messages.Morning;
    private readonly InMemoryBlobStore store = new();

    [Fact]
    public void Without_limits_the_next_attempt_is_now() => Pace.Unused.Next(PaceLimits.None, Start).ShouldBe(Start);

    [Fact]
    public void A_provider_that_closed_is_asked_when_it_said() =>
        (Pace.Unused with { ClosedUntil = Start.AddMinutes(7) }).Next(PaceLimits.None, Start).ShouldBe(Start.AddMinutes(7));

    [Theory]
    [InlineData(5, null, null)]
    [InlineData(5, 10, null)]
    [InlineData(30, 100, null)]
    [InlineData(null, 7, 20)]
    [InlineData(3, 30, 100)]
    public void However_one_goes_on_no_span_ever_holds_more_than_its_limit(int? aMinute, int? anHour, int? aDay)
    {
        var limits = new PaceLimits(aMinute, anHour, aDay);
        var taken = new List<DateTimeOffset>();
        var (pace, at) = (Pace.Unused, Start.AddSeconds(17));
        for (var attempt = 0; attempt < 250; attempt++)
        {
            at = pace.Next(limits, at);
            pace = pace.Take(limits, at);
            taken.Add(at);
        }

        Most(taken, TimeSpan.FromMinutes(1)).ShouldBeLessThanOrEqualTo(aMinute ?? int.MaxValue);
        Most(taken, TimeSpan.FromHours(1)).ShouldBeLessThanOrEqualTo(anHour ?? int.MaxValue);
        Most(taken, TimeSpan.FromDays(1)).ShouldBeLessThanOrEqualTo(aDay ?? int.MaxValue);
    }

    [Fact]
    public void What_is_kept_stays_small()
    {
        var limits = new PaceLimits(1000, 1000, 1000);
        var pace = Pace.Unused;
        for (var attempt = 0; attempt < 5000; attempt++)
        {
            pace = pace.Take(limits, Start.AddMinutes(attempt));
        }

        pace.Taken.Count.ShouldBeLessThanOrEqualTo(3 * 61);
    }

    [Fact]
    public async Task A_run_sends_what_the_pace_allows_and_leaves_the_rest_to_the_next()
    {
        await FillAsync(12);
        var limits = new PaceLimits(AMinute: 5);

        (await RunAsync(limits, Start)).ShouldBe((5, 0, 0));
        (await RunAsync(limits, Start.AddSeconds(40))).ShouldBe((5, 0, 0));
        (await RunAsync(limits, Start.AddSeconds(120))).ShouldBe((2, 0, 0));
    }

    [Fact]
    public async Task While_a_provider_takes_no_more_the_outbox_is_not_even_listed()
    {
        await FillAsync(8);
        await RunAsync(new PaceLimits(AnHour: 5), Start);
        var before = store.Asked;

        (await RunAsync(new PaceLimits(AnHour: 5), Start.AddMinutes(10))).ShouldBe((0, 0, 0));

        (store.Asked.Reads - before.Reads, store.Asked.Listings - before.Listings).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Several_senders_at_once_keep_the_pace_together_and_send_nothing_twice()
    {
        await FillAsync(40);
        var senders = Enumerable.Range(0, 4).Select(_ => new ScriptedSender { Limits = new PaceLimits(AnHour: 25) }).ToList();

        await Task.WhenAll(senders.Select(sender => Task.Run(() => Sending.RunAsync(store, [sender], Start))));

        var handed = senders.SelectMany(sender => sender.Messages).ToList();
        handed.Count.ShouldBeLessThanOrEqualTo(25);
        handed.Distinct().Count().ShouldBe(handed.Count);
        (await new MessageBox(store).AllSentAsync(default).CountAsync()).ShouldBe(handed.Count);
    }

    [Fact]
    public async Task A_run_ends_in_its_time_and_leaves_the_rest_pending()
    {
        await FillAsync(20);
        var clock = new JumpingClock();
        var slow = new SlowSender(clock, TimeSpan.FromSeconds(10));

        (await Sending.RunAsync(store, [slow], Start, new SendOptions { AtOnce = 1 }, clock)).ShouldBe((5, 0, 0));

        clock.Passed.ShouldBe(TimeSpan.FromSeconds(50));
        (await new MessageBox(store).BacklogAsync(default)).ShouldBe((15, Start));
    }

    private async Task FillAsync(int count)
    {
        var box = new MessageBox(store);
        for (var number = 0; number < count; number++)
        {
            await box.AddAsync(Messages.Alert($"story {number}"), default);
        }
    }

    private Task<(int Sent, int Postponed, int Failed)> RunAsync(PaceLimits limits, DateTimeOffset now) =>
        Sending.RunAsync(store, [new ScriptedSender { Limits = limits }], now);

    private static int Most(List<DateTimeOffset> taken, TimeSpan span) =>
        taken.Max(first => taken.Count(instant => instant >= first && instant < first + span));

    private sealed class SlowSender(JumpingClock clock, TimeSpan takes) : IMessageSender
    {
        public Channel Channel => Channel.Mail;

        public Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
        {
            clock.Advance(takes);
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted());
        }
    }
}
