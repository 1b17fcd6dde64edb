using System.IO.Compression;
using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.Cli.Package;
using Monitor.Core.Digests;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;
using NCrontab;

namespace Monitor.EndToEnd.Tests.HostConformance;

/// <summary>
/// A day of the function app under a host that behaves as the Functions host does, on a clock that is stepped from one tick of
/// its timers to the next. By default the app as it was built; MONITOR_APP names another folder, and MONITOR_CONFORMANCE_PACKAGE=true
/// makes the package first, and runs what is in it from an empty folder.
/// </summary>
public class DayTests(TestLaptop laptop)
{
    // 05:00 in Auckland; the digest is due at seven.
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-18T16:00:00Z");
    private static readonly DateTimeOffset News = DateTimeOffset.Parse("2026-11-18T17:26:00Z");
    private static readonly DateTimeOffset Down = DateTimeOffset.Parse("2026-11-18T17:55:00Z");
    private static readonly DateTimeOffset Up = DateTimeOffset.Parse("2026-11-18T19:50:00Z");
    private static readonly DateTimeOffset End = Start.AddDays(1);

    [Fact]
    public async Task A_day_with_a_kill_a_time_out_and_an_outage_over_the_digests_hour_sends_every_mail_once()
    {
        await laptop.ClearAsync();
        var sample = SmallMorning.Write(Path.Combine(laptop.Folder, "conformance"));
        var port = Ports.Free();
        await using var outlets = await Outlets.StartAsync(sample, port, CancellationToken.None);
        await laptop.Running.DeployAsync(SmallMorning.Files(sample, port, WorkFolder.Seeds), CancellationToken.None);
        await using var proxy = await StorageProxy.StartAsync(laptop.Running.Azurite.Port);
        await using var plan = new FlexPlan(await AppFolderAsync(), Settings(proxy), Path.Combine(laptop.Folder, "conformance", "logs"));

        var day = new Day(plan, proxy, outlets, laptop);
        await day.RunAsync();

        day.IsKilled.ShouldBeTrue("a poll that had found the news was killed");
        day.IsTimedOut.ShouldBeTrue("a sending that had mails to send ran out of time");
        plan.Retries.ShouldBe(1, "the time-out alone was tried again: the killed poll had nobody left to do it");
        // The killed poll's instance is one of those after the outage where it was the last poll before it.
        plan.Starts.ShouldBeInRange(9, 10, "an instance a function, before the outage and after it, and one for each that was ended");
        await Counts_every_mail_once();
        await Tells_of_the_news_of_the_day_and_is_late_with_the_digest();
        await Has_a_report_of_every_run_but_the_killed_one(day);
    }

    private async Task Counts_every_mail_once()
    {
        var box = new MessageBox(laptop.Store);
        var sent = await box.AllSentAsync(CancellationToken.None).ToListAsync();
        var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);

        mails.Select(mail => mail.MessageId).ShouldBeUnique();
        mails.Count.ShouldBe(sent.Count);
        mails.Select(mail => mail.Subject).ShouldBe(sent.Select(message => message.Subject), ignoreOrder: true);
        // An app that has never run finds yesterday's edition still to be written, at its first look.
        sent.CountBy(message => message.Kind).Where(kind => kind.Key != MessageKind.Operations).ShouldBe(
            [new(MessageKind.Alert, 2), new(MessageKind.Digest, 2)], ignoreOrder: true);
        (await box.PendingAsync(CancellationToken.None).AnyAsync()).ShouldBeFalse();
        (await box.FailedAsync(CancellationToken.None).AnyAsync()).ShouldBeFalse();
    }

    private async Task Tells_of_the_news_of_the_day_and_is_late_with_the_digest()
    {
        var articles = await new ArticleArchive(laptop.Store).AllAsync(CancellationToken.None);
        articles.Select(article => new Uri(article.Article.Url).AbsolutePath).Distinct().ShouldBe(["/tribunal", "/wire", "/treaty"], ignoreOrder: true);
        var name = new BlobName(Containers.Digests, "2026-11-19-morning/index.json");
        var digest = PipelineJson.Read<Digest>((await laptop.Store.ReadAsync(name, CancellationToken.None))!.Content, name);
        (digest.To, digest.Late).ShouldBe((DateTimeOffset.Parse("2026-11-18T18:00:00Z"), Up));
        digest.Coverage.FeedsRead.ShouldBe(2);
    }

    private async Task Has_a_report_of_every_run_but_the_killed_one(Day day)
    {
        foreach (var (function, fired) in day.Fired)
        {
            var reports = await new RunLog(laptop.Store).BetweenAsync(function, Start.AddSeconds(-1), End, CancellationToken.None).CountAsync();
            reports.ShouldBe(function == "PollFeeds" ? fired - 1 : fired, function);
        }
    }

    private Dictionary<string, string> Settings(StorageProxy proxy) => laptop.Running.Settings(new Dictionary<string, string>
    {
        ["Monitor__Storage__ConnectionString"] = Azurite.ConnectionStringOn(proxy.Port),
        ["Monitor__Http__AllowLoopback"] = "true",
        ["Monitor__Http__Contact"] = "desk@example.org",
        ["Monitor__Http__PausePerHost"] = "00:00:00.001",
        // Not as often as in Azure: a day is to be over in half a minute.
        ["POLL_SCHEDULE"] = "0 */20 * * * *",
        ["DIGEST_SCHEDULE"] = "0 */30 * * * *",
        ["SEND_SCHEDULE"] = "0 10,30,50 * * * *",
    });

    private async Task<string> AppFolderAsync()
    {
        if (Environment.GetEnvironmentVariable("MONITOR_CONFORMANCE_PACKAGE") != "true")
        {
            return WorkFolder.FunctionApp;
        }

        var published = await PublishedApp.BuildAsync(WorkFolder.Root, Path.Combine(WorkFolder.Work, "conformance"), CancellationToken.None);
        var zip = Path.Combine(laptop.Folder, "monitor.zip");
        FunctionAppZip.Write(published, zip);
        var empty = Path.Combine(laptop.Folder, "unpacked");
        ZipFile.ExtractToDirectory(zip, empty);
        return empty;
    }

    private sealed class Day(FlexPlan plan, StorageProxy proxy, Outlets outlets, TestLaptop laptop)
    {
        // Of a poll that found something: in the middle of what it keeps.
        private const int KilledAtWrite = 4;

        private readonly Dictionary<string, int> fired = plan.Timers.ToDictionary(timer => timer.Name, _ => 0);
        private bool wasDown;

        public bool IsKilled { get; private set; }

        public bool IsTimedOut { get; private set; }

        public IReadOnlyDictionary<string, int> Fired => fired;

        public async Task RunAsync()
        {
            var ticks = plan.Timers
                .SelectMany(timer => Occurrences(timer).Select(at => (At: at, Timer: timer)))
                .Where(tick => tick.At < Down || tick.At >= Up)
                .GroupBy(tick => tick.At, tick => tick.Timer)
                .OrderBy(tick => tick.Key);
            foreach (var tick in ticks)
            {
                if (tick.Key >= Up && !wasDown)
                {
                    wasDown = true;
                    await plan.StopAsync();
                    // A host that comes back fires what it has missed, whatever the hour.
                    await FireAsync(plan.Timers, Up, isPastDue: true);
                    continue;
                }

                outlets.IsSecondPoll = tick.Key >= News;
                await FireAsync([.. tick], tick.Key, isPastDue: false);
                if (tick.Key.Minute == 0)
                {
                    await plan.PingAsync();
                }
            }
        }

        private static IEnumerable<DateTimeOffset> Occurrences(TimerFunction timer) =>
            CrontabSchedule.Parse(timer.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
                .GetNextOccurrences(Start.UtcDateTime.AddSeconds(-1), End.UtcDateTime)
                .Select(at => new DateTimeOffset(at, TimeSpan.Zero));

        // Functions of one tick run side by side, each on its instance; one that is to be struck runs by itself.
        private async Task FireAsync(IReadOnlyList<TimerFunction> timers, DateTimeOffset at, bool isPastDue)
        {
            var quiet = new List<TimerFunction>();
            foreach (var timer in timers)
            {
                fired[timer.Name]++;
                if (timer.Name == "PollFeeds" && !IsKilled && outlets.IsSecondPoll)
                {
                    await StrikeAsync(timer, at, isPastDue, KilledAtWrite, () => plan.Lose(timer.Name));
                    IsKilled = proxy.HasStruck;
                }
                else if (timer.Name == "SendMessages" && !IsTimedOut && await new MessageBox(laptop.Store).PendingAsync(CancellationToken.None).AnyAsync())
                {
                    await StrikeAsync(timer, at, isPastDue, 1, () => plan.TimeOut(timer.Name));
                    IsTimedOut = proxy.HasStruck;
                }
                else
                {
                    quiet.Add(timer);
                }
            }

            proxy.Reset(0, afterTheWrite: false);
            foreach (var answer in await Task.WhenAll(quiet.Select(timer => plan.FireAsync(timer, at, isPastDue))))
            {
                answer.ShouldNotBeNull().Succeeded.ShouldBeTrue(answer!.Error);
            }
        }

        private async Task StrikeAsync(TimerFunction timer, DateTimeOffset at, bool isPastDue, int write, Action strike)
        {
            proxy.Strike = strike;
            proxy.Reset(write, afterTheWrite: false);
            var answer = await plan.FireAsync(timer, at, isPastDue);
            (answer?.Succeeded ?? proxy.HasStruck).ShouldBeTrue(answer?.Error);
        }
    }
}
