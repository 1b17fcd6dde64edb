using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.PollShard;

public class ShardClaimTests
{
    private static readonly DateTimeOffset Round = DateTimeOffset.Parse("2026-11-19T12:00:00Z");

    // The standing claim: message "a", delivered for the second time, until 12:10.
    private static readonly ShardClaim Standing = new(Round, "a", 2, Round.AddMinutes(10));

    [Theory]
    [InlineData("another message of the round while it is read", 0, "b", 1, 5, ClaimVerdict.BeingRead)]
    [InlineData("another message of the round when the reader's time is over", 0, "b", 1, 10, ClaimVerdict.Take)]
    [InlineData("the same delivery once more", 0, "a", 2, 5, ClaimVerdict.BeingRead)]
    [InlineData("the same message, handed over again", 0, "a", 3, 5, ClaimVerdict.Take)]
    [InlineData("an earlier delivery of the same message, late", 0, "a", 1, 5, ClaimVerdict.BeingRead)]
    [InlineData("the next round while this one is read", 10, "c", 1, 9, ClaimVerdict.BeingRead)]
    [InlineData("the next round when the reader's time is over", 10, "c", 1, 11, ClaimVerdict.Take)]
    [InlineData("a round that came before", -10, "z", 1, 15, ClaimVerdict.Over)]
    public void A_delivery_is_judged_by_the_claim_that_stands(string what, int round, string message, int times, int at, ClaimVerdict verdict) =>
        ShardClaim.Decide(Standing, Delivery(message, times, round, at)).ShouldBe(verdict, what);

    [Theory]
    [InlineData("the same round again", 0, ClaimVerdict.Over)]
    [InlineData("the next round", 10, ClaimVerdict.Take)]
    public void Once_it_is_read_only_a_later_round_counts(string what, int round, ClaimVerdict verdict) =>
        ShardClaim.Decide(Standing with { Until = null }, Delivery("a", 3, round, 5)).ShouldBe(verdict, what);

    [Fact]
    public void A_shard_that_was_never_claimed_is_taken() =>
        ShardClaim.Decide(null, Delivery("a", 1, 0, 0)).ShouldBe(ClaimVerdict.Take);

    [Fact]
    public async Task Of_many_who_ask_at_once_one_takes_it()
    {
        for (var round = 0; round < 50; round += 10)
        {
            var store = new InMemoryBlobStore();
            var asked = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
                Task.Run(() => ShardClaim.TakeAsync(store, Delivery($"m{number}", 1, round, round), default))));

            asked.Count(answer => answer.Verdict == ClaimVerdict.Take).ShouldBe(1);
            asked.Count(answer => answer.Verdict == ClaimVerdict.BeingRead).ShouldBe(15);
        }
    }

    [Fact]
    public void A_claim_outlasts_a_run_and_is_over_before_the_queue_shows_a_lost_message_again()
    {
        ShardClaim.Length.ShouldBeGreaterThan(Runs());
        ShardClaim.Length.ShouldBeLessThan(TimeSpan.FromMinutes(10));

        static TimeSpan Runs() => Monitor.Pipeline.Runs.FunctionRunner.TimeLimit;
    }

    private static ShardDelivery Delivery(string message, int times, int round, int at) =>
        new(new ShardMessage(Round.AddMinutes(round), 3, 4), message, times, Round.AddMinutes(at));
}
