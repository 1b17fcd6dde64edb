using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;

namespace Monitor.EndToEnd.Tests;

/// <summary>
/// The function app is killed at every write of a poll, of the sending, of the digest and of the check of health, and at every
/// word of the mail server; run again, it comes to the same blobs and the same mails as one that was never killed. The writes
/// are those that docs/crash-points.md lists.
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

    [Fact]
    public async Task A_check_of_health_that_is_killed_at_any_write_tells_everything_once() =>
        await KillAtEveryWriteAsync("CheckHealth", SmallMorning.Second.AddMinutes(5), atLeast: 4, mails: 5);

    [Fact]
    public async Task A_sender_that_is_killed_at_any_word_of_the_mail_server_loses_nothing_and_sends_twice_only_what_was_taken()
    {
        await using var proxy = new MailProxy(laptop.Running.Inbox.SmtpPort);
        await using var scene = await Scene.StartAsync(laptop, new() { ["Monitor__Mail__Smtp__Port"] = $"{proxy.Port}" });
        var morning = scene.Morning("SendMessages", SmallMorning.Second.AddMinutes(1));
        var (unharmed, mails, _) = await morning.RunAsync(strikeAt: 0, after: false);

        foreach (var word in MailProxy.Words)
        {
            var (blobs, arrived, _) = await morning.RunAsync(strike =>
            {
                proxy.StrikeAt = word;
                proxy.Strike = strike;
            });
            proxy.StrikeAt.ShouldBeNull($"the server said {word}");
            blobs.ShouldBe(unharmed, customMessage: word);
            arrived.Distinct().ShouldBe(mails, customMessage: word);
            arrived.Count.ShouldBe(mails.Count + (word == "." ? 1 : 0), customMessage: word);
        }
    }

    private async Task KillAtEveryWriteAsync(string victim, DateTimeOffset at, int atLeast, bool sameMessageIdMayComeTwice = false, int mails = 3)
    {
        await using var scene = await Scene.StartAsync(laptop, []);
        var morning = scene.Morning(victim, at);

        var (unharmed, sent, writes) = await morning.RunAsync(strikeAt: 0, after: false);
        writes.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        sent.Count.ShouldBe(mails, "two alerts and a digest, and what operations are told");
        writes.Select(CrashPoints.Kind).Distinct().Except(CrashPoints.Of("Any step, once")).ShouldBe(CrashPoints.Of(victim).Distinct(), ignoreOrder: true, $"docs/crash-points.md lists the writes of {victim}");

        // The writes of a step come one after the other: after one is before the next.
        foreach (var (strike, after) in Enumerable.Range(1, writes.Count).Select(write => (write, true)).Prepend((1, false)))
        {
            var (blobs, arrived, _) = await morning.RunAsync(strike, after);
            var where = $"{victim} killed {(after ? "after" : "before")} write {strike} of {writes.Count}";
            morning.HasStruck.ShouldBeTrue(where);
            blobs.ShouldBe(unharmed, customMessage: where);
            (sameMessageIdMayComeTwice ? arrived.Distinct().ToList() : arrived).ShouldBe(sent, customMessage: where);
        }
    }

    /// <summary>Outlets, storage and a function app for mornings of which one step is killed.</summary>
    private sealed class Scene(TestLaptop laptop, SampleDay day, int port, Outlets outlets, StorageProxy proxy, RestartingApp app) : IAsyncDisposable
    {
        public static async Task<Scene> StartAsync(TestLaptop laptop, Dictionary<string, string> settings)
        {
            var day = SmallMorning.Write(Path.Combine(laptop.Folder, "small"));
            var port = Ports.Free();
            var outlets = await Outlets.StartAsync(day, port, CancellationToken.None);
            var proxy = await StorageProxy.StartAsync(laptop.Running.Azurite.Port);
            settings["Monitor__Storage__ConnectionString"] = Azurite.ConnectionStringOn(proxy.Port);
            // One after the other, so that a point is the same point each time.
            settings["Monitor__Send__AtOnce"] = "1";
            // A limit that is never reached, so that slots are taken.
            settings["Monitor__Mail__Smtp__AMinute"] = "1000";
            return new Scene(laptop, day, port, outlets, proxy, new RestartingApp(laptop, settings));
        }

        public Morning Morning(string victim, DateTimeOffset at) => new(laptop, day, port, outlets, proxy, app, victim, at);

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            await proxy.DisposeAsync();
            await outlets.DisposeAsync();
        }
    }

    private sealed class Morning(
        TestLaptop laptop, SampleDay day, int port, Outlets outlets, StorageProxy proxy, RestartingApp app, string victim, DateTimeOffset at)
    {
        private Action<Action>? strikeElsewhere;

        /// <summary>Whether the last run of the victim was killed.</summary>
        public bool HasStruck { get; private set; }

        /// <summary>A morning whose victim is killed by something else than a write.</summary>
        /// <param name="prepare">Is given what kills the app, right before the victim runs.</param>
        public async Task<(List<string> Blobs, List<string> Mails, IReadOnlyList<string> Writes)> RunAsync(Action<Action> prepare)
        {
            strikeElsewhere = prepare;
            return await RunAsync(strikeAt: 0, after: false);
        }

        public async Task<(List<string> Blobs, List<string> Mails, IReadOnlyList<string> Writes)> RunAsync(int strikeAt, bool after)
        {
            await laptop.ClearAsync();
            await laptop.Running.DeployAsync(SmallMorning.Files(day, port, WorkFolder.Seeds), CancellationToken.None);
            proxy.Reset(0, after);
            outlets.IsSecondPoll = false;
            await FireAsync("PollFeeds", SmallMorning.First, strikeAt, after);
            outlets.IsSecondPoll = true;
            List<string> writes =
            [
                .. await FireAsync("PollFeeds", SmallMorning.Second, strikeAt, after),
                .. await FireAsync("SendMessages", SmallMorning.Second.AddMinutes(1), strikeAt, after),
            ];
            if (victim == "CheckHealth")
            {
                await laptop.FailAMessageAsync(SmallMorning.Second.AddMinutes(2));
                writes.AddRange(await FireAsync("CheckHealth", at, strikeAt, after));
            }

            writes.AddRange(await FireAsync("SendDigests", SmallMorning.Digest, strikeAt, after));
            await FireAsync("SendMessages", SmallMorning.Digest.AddMinutes(10), strikeAt, after);
            // A claim that a killed sender left runs out.
            await FireAsync("SendMessages", SmallMorning.Digest.AddMinutes(20), strikeAt, after);

            var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
            return (await laptop.BlobsAsync(), [.. mails.Select(mail => mail.MessageId).Order(StringComparer.Ordinal)], writes);
        }

        // Gives the writes where the function is the one to be killed.
        private async Task<IReadOnlyList<string>> FireAsync(string function, DateTimeOffset time, int strikeAt, bool after)
        {
            var isVictim = function == victim && time == at;
            proxy.Reset(isVictim ? strikeAt : 0, after);
            var host = await app.RunningAsync();
            var wasStruck = false;
            proxy.Strike = host.Kill;
            if (isVictim && strikeElsewhere is not null)
            {
                strikeElsewhere(() =>
                {
                    wasStruck = true;
                    host.Kill();
                });
                strikeElsewhere = null;
            }

            FunctionAnswer answer;
            try
            {
                answer = await host.FireAsync(function, time, CancellationToken.None);
            }
            catch (HttpRequestException) when (proxy.HasStruck || wasStruck)
            {
                answer = await (await app.RestartedAsync()).FireAsync(function, time, CancellationToken.None);
            }

            answer.Succeeded.ShouldBeTrue($"{function}: {answer.Error}");
            if (!isVictim)
            {
                return [];
            }

            HasStruck = proxy.HasStruck;
            return proxy.Written;
        }
    }

    /// <summary>The function app, started again wherever it was killed.</summary>
    private sealed class RestartingApp(TestLaptop laptop, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
    {
        private FunctionsHost? host;

        public async Task<FunctionsHost> RunningAsync() =>
            host ??= await laptop.StartAppAsync(settings);

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
