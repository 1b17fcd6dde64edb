using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;

namespace Monitor.EndToEnd.Tests;

/// <summary>
/// The function app is killed at every write of a poll, of the sending and of the digest; run
/// again, it comes to the same blobs and the same mails as one that was never killed.
/// </summary>
public class KilledAnywhereTests(TestLaptop laptop)
{
    [Fact]
    public async Task A_poll_that_is_killed_at_any_write_loses_no_match_and_sends_nothing_twice() =>
        await KillAtEveryWriteAsync("PollFeeds", SmallMorning.Second, atLeast: 8);

    [Fact]
    public async Task A_sender_that_is_killed_at_any_write_loses_nothing_and_files_everything_once() =>
        // After the server took a message and before it is filed SMTP cannot know: the second copy carries the same Message-ID.
        await KillAtEveryWriteAsync("SendMessages", SmallMorning.Second.AddMinutes(1), atLeast: 6, sameMessageIdMayComeTwice: true);

    [Fact]
    public async Task A_digest_that_is_killed_at_any_write_is_written_and_sent_once() =>
        await KillAtEveryWriteAsync("SendDigests", SmallMorning.Digest, atLeast: 5);

    private async Task KillAtEveryWriteAsync(string victim, DateTimeOffset at, int atLeast, bool sameMessageIdMayComeTwice = false)
    {
        var day = SmallMorning.Write(Path.Combine(laptop.Folder, "small"));
        var port = Ports.Free();
        await using var outlets = await Outlets.StartAsync(day, port, CancellationToken.None);
        await using var proxy = await StorageProxy.StartAsync(laptop.Running.Azurite.Port);
        await using var app = new RestartingApp(laptop, Azurite.ConnectionStringOn(proxy.Port));
        var morning = new Morning(laptop, day, port, outlets, proxy, app, victim, at);

        var (unharmed, mails, writes) = await morning.RunAsync(strikeAt: 0, after: false);
        writes.ShouldBeGreaterThanOrEqualTo(atLeast);
        mails.Count.ShouldBe(3, "two alerts and a digest");

        // The writes of a step come one after the other: after one is before the next.
        foreach (var (strike, after) in Enumerable.Range(1, writes).Select(write => (write, true)).Prepend((1, false)))
        {
            var (blobs, arrived, _) = await morning.RunAsync(strike, after);
            var where = $"{victim} killed {(after ? "after" : "before")} write {strike} of {writes}";
            morning.HasStruck.ShouldBeTrue(where);
            blobs.ShouldBe(unharmed, customMessage: where);
            (sameMessageIdMayComeTwice ? arrived.Distinct().ToList() : arrived).ShouldBe(mails, customMessage: where);
        }
    }

    private sealed class Morning(
        TestLaptop laptop, SampleDay day, int port, Outlets outlets, StorageProxy proxy, RestartingApp app, string victim, DateTimeOffset at)
    {
        /// <summary>Whether the last run of the victim was killed.</summary>
        public bool HasStruck { get; private set; }

        public async Task<(List<string> Blobs, List<string> Mails, int Writes)> RunAsync(int strikeAt, bool after)
        {
            await laptop.ClearAsync();
            await laptop.Running.DeployAsync(SmallMorning.Files(day, port, WorkFolder.Seeds), CancellationToken.None);
            proxy.Reset(0, after);
            outlets.IsSecondPoll = false;
            await FireAsync("PollFeeds", SmallMorning.First, strikeAt, after);
            outlets.IsSecondPoll = true;
            var writes = await FireAsync("PollFeeds", SmallMorning.Second, strikeAt, after)
                + await FireAsync("SendMessages", SmallMorning.Second.AddMinutes(1), strikeAt, after)
                + await FireAsync("SendDigests", SmallMorning.Digest, strikeAt, after);
            await FireAsync("SendMessages", SmallMorning.Digest.AddMinutes(10), strikeAt, after);
            // A claim that a killed sender left runs out.
            await FireAsync("SendMessages", SmallMorning.Digest.AddMinutes(20), strikeAt, after);

            var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
            return (await laptop.BlobsAsync(), [.. mails.Select(mail => mail.MessageId).Order(StringComparer.Ordinal)], writes);
        }

        // Gives the number of writes where the function is the one to be killed.
        private async Task<int> FireAsync(string function, DateTimeOffset time, int strikeAt, bool after)
        {
            var isVictim = function == victim && time == at;
            proxy.Reset(isVictim ? strikeAt : 0, after);
            var host = await app.RunningAsync();
            proxy.Strike = host.Kill;
            FunctionAnswer answer;
            try
            {
                answer = await host.FireAsync(function, time, CancellationToken.None);
            }
            catch (HttpRequestException) when (proxy.HasStruck)
            {
                answer = await (await app.RestartedAsync()).FireAsync(function, time, CancellationToken.None);
            }

            answer.Succeeded.ShouldBeTrue($"{function}: {answer.Error}");
            if (!isVictim)
            {
                return 0;
            }

            HasStruck = proxy.HasStruck;
            return proxy.Writes;
        }
    }

    /// <summary>The function app, started again wherever it was killed.</summary>
    private sealed class RestartingApp(TestLaptop laptop, string storage) : IAsyncDisposable
    {
        private FunctionsHost? host;

        public async Task<FunctionsHost> RunningAsync() =>
            host ??= await laptop.StartAppAsync(new Dictionary<string, string> { ["Monitor__Storage__ConnectionString"] = storage });

        public async Task<FunctionsHost> RestartedAsync()
        {
            await DisposeAsync();
            return await RunningAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (host is not null)
            {
                await host.DisposeAsync();
                host = null;
            }
        }
    }
}
