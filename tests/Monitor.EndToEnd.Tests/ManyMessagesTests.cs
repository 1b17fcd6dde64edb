using System.Diagnostics;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Outbox;

namespace Monitor.EndToEnd.Tests;

/// <summary>
/// Many messages wait, and two function apps drain them at the provider's pace, through real storage to a real SMTP server that
/// counts. MONITOR_MANY_MESSAGES asks for more, to be measured by hand; from ten thousand on memory is held to a bound.
/// </summary>
public class ManyMessagesTests(TestLaptop laptop)
{
    private const long MostMegabytes = 400;
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-18T18:00:00Z");

    private static int Messages { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("MONITOR_MANY_MESSAGES"), out var messages) ? messages : 120;

    // A few minutes' work, so that the pace shows.
    private static int AMinute => Messages / 4;

    [Fact]
    public async Task Many_messages_drain_at_the_provider_s_pace_without_one_lost_or_doubled()
    {
        await laptop.ClearAsync();
        await using var server = new CountingServer();
        var settings = new Dictionary<string, string>
        {
            ["Monitor__Mail__Smtp__Port"] = $"{server.Port}",
            ["Monitor__Mail__Smtp__AMinute"] = $"{AMinute}",
            // A span that is used up opens after more than a minute: no run waits for it.
            ["Monitor__Send__RunFor"] = "00:00:30",
        };
        await using var one = await laptop.StartAppAsync(settings);
        await using var other = await laptop.StartAppAsync(settings);
        await Parallel.ForAsync(0, Messages, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, token) =>
            await new MessageBox(laptop.Store).AddAsync(Message(number), token));

        var box = new MessageBox(laptop.Store);
        var at = Start;
        for (var minute = 1; (await box.BacklogAsync(default)).Waiting > 0; minute++, at = at.AddSeconds(62))
        {
            minute.ShouldBeLessThan(1000, "it comes to an end");
            var before = server.Taken.Count;
            var started = Stopwatch.GetTimestamp();
            var answers = await Task.WhenAll(one.FireAsync("SendMessages", at, default), other.FireAsync("SendMessages", at, default));

            answers.ShouldAllBe(answer => answer.Succeeded);
            (server.Taken.Count - before).ShouldBeLessThanOrEqualTo(AMinute);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"minute {minute}: {server.Taken.Count - before} sent in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {server.Taken.Count} of {Messages} in all; working sets {Megabytes(one)} and {Megabytes(other)} MB");
        }

        server.Taken.Count.ShouldBe(Messages);
        server.Taken.Values.ShouldAllBe(count => count == 1);
        if (Messages >= 10_000)
        {
            Megabytes(one).ShouldBeLessThan(MostMegabytes);
            Megabytes(other).ShouldBeLessThan(MostMegabytes);
        }
    }

    private static Message Message(int number) => new(
        MessageId.From("many", $"{number}"), MessageKind.Alert, new Address("monitor@example.org", "Monitor"), new Destination("desk@example.org", "The desk"),
        $"About story {number}", $"<p>{new string('x', 20_000)}</p>", $"{new string('x', 5_000)}\n", Start.AddSeconds(-number), new Delivery());

    private static long Megabytes(FunctionsHost app)
    {
        using var process = Process.GetProcessById(app.ProcessId);
        return process.WorkingSet64 / (1024 * 1024);
    }
}
