using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.Alerts;

/// <summary>
/// The process dies at every write of finding and letting go, before it and after it, and another does at the same time what it
/// does: in the end the same was told, once.
/// </summary>
public class KilledReleaseTests
{
    private const string People = "[ desk@example.org, second@example.org ]";

    [Fact]
    public async Task A_morning_that_is_killed_at_any_write_tells_the_same_once()
    {
        var (unharmed, blobs, writes) = await MorningAsync((desk, step) => step());
        unharmed.Count.ShouldBe(8);
        writes.ShouldBeGreaterThan(25);
        for (var write = 1; write <= writes; write++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var died = false;
                var (told, left, _) = await MorningAsync(async (desk, step) =>
                {
                    try
                    {
                        await step();
                    }
                    catch (ProcessDiedException)
                    {
                        died = true;
                        await step();
                    }
                }, write, after);

                died.ShouldBeTrue($"write {write}");
                told.ShouldBe(unharmed, customMessage: $"killed {(after ? "after" : "before")} write {write} of {writes}");
                left.ShouldBe(blobs, customMessage: $"killed {(after ? "after" : "before")} write {write} of {writes}");
            }
        }
    }

    [Fact]
    public async Task Two_that_let_go_at_the_same_time_tell_everything_once()
    {
        var (unharmed, blobs, writes) = await MorningAsync((desk, step) => step());
        for (var write = 1; write <= writes; write++)
        {
            var at = write;
            var (told, left, _) = await MorningAsync((desk, step) =>
            {
                if (desk.Store.Writes < at)
                {
                    desk.Store.Meanwhile = at - desk.Store.Writes == 1 ? () => desk.Beside().ReleaseAsync() : desk.Store.Meanwhile;
                }

                return step();
            });

            told.ShouldBe(unharmed, customMessage: $"beside write {write} of {writes}");
            left.ShouldBe(blobs);
        }
    }

    [Fact]
    public async Task A_tip_that_a_repeated_poll_writes_again_is_known()
    {
        var desk = new AlertDesk("  group: 0m");
        var found = new Found("a", "Ministers meet");
        await desk.FindAsync(found);
        (await desk.PassAsync(1)).ShouldHaveSingleItem();
        await desk.FindAsync(found);

        (await desk.PassAsync(30)).ShouldBeEmpty();
        (await desk.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_decided_is_told_even_if_more_has_come_before_it_is_carried_out()
    {
        var desk = new AlertDesk("  group: 0m");
        await desk.FindAsync(new Found("a", "Ministers meet"));
        desk.Store.DieAt(1, afterwards: true);
        await Should.ThrowAsync<ProcessDiedException>(desk.ReleaseAsync);
        desk.Store.Live();
        await desk.FindAsync(new Found("b", "Fleet sails"));

        (await desk.SubjectsAsync(1)).ShouldBe(["anzus: Fleet sails", "anzus: Ministers meet"]);
    }

    /// <summary>An alert of two stories, one of another topic, a follow-up and a correction, each to two people.</summary>
    private static async Task<(List<string> Told, List<string> Blobs, int Writes)> MorningAsync(
        Func<AlertDesk, Func<Task>, Task> doing, int dieAt = 0, bool after = false)
    {
        const string Alerts = "  topics: [{ topic: anzus, group: 0m }, levy]\n";
        var desk = new AlertDesk(Alerts);
        await desk.Put(Alerts, People);
        // The good set of files is kept by the first run: it is not counted.
        await desk.FindAsync();
        desk.Store.Live();
        if (dieAt > 0)
        {
            desk.Store.DieAt(dieAt, after);
        }

        Task Step(Func<Task> step) => doing(desk, step);
        await Step(() => desk.FindAsync(
            new Found("a", "Ministers meet", "s", "The ministers meet on Friday."), new Found("b", "Fleet sails"), new Found("l", "Levy rises", Topics: "levy")));
        await Step(desk.ReleaseAsync);
        desk.At = desk.At.AddMinutes(10);
        await Step(() => desk.FindAsync(new Found("c", "Ministers sign", "s", "\"We will build 12 ships at once,\" said minister Ana Tipene.")));
        await Step(desk.ReleaseAsync);
        desk.At = desk.At.AddMinutes(10);
        await Step(() => desk.RemoveAsync("b"));
        await Step(desk.ReleaseAsync);
        desk.At = desk.At.AddMinutes(10);
        await Step(desk.ReleaseAsync);
        var writes = desk.Store.Writes;
        desk.Store.Live();
        await desk.PassAsync(5);
        return ([.. (await desk.MessagesAsync()).Select(message => $"{message.Id} {message.To.Address} {message.Subject} {message.Follows}").Order(StringComparer.Ordinal)],
            [.. await desk.BlobsAsync()], writes);
    }
}
