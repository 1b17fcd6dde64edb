using System.Text;
using Monitor.Cli.Doctor;
using Monitor.Cli.Doctor.Checks;
using Monitor.Cli.Doctor.Through;
using Monitor.Cli.LocalHost;
using Monitor.Core.Digests;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Storage;

namespace Monitor.EndToEnd.Tests.Doctor;

/// <summary>The doctor on a local set-up with real storage and a real inbox: sound, and broken in one way after the other.</summary>
public class DoctorTests(TestLaptop laptop)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_sound_set_up_has_no_fault()
    {
        await SoundAsync();

        var found = await LookAsync(Patient());

        found.Where(finding => finding.Verdict == Verdict.Fault).ShouldBeEmpty();
        foreach (var seen in (string[])["answers", "all 8 are there", "agrees with storage", "create-once, read, If-Match and delete work", "is good and in force: 2 feeds", "and the sender monitor@example.org", "2 of 2 feeds that were due answered"])
        {
            found.ShouldContain(finding => finding.Verdict == Verdict.Ok && finding.Seen.Contains(seen, StringComparison.Ordinal), seen);
        }

        (await laptop.BlobsAsync()).ShouldNotContain(blob => blob.Contains("doctor", StringComparison.Ordinal));
        (await laptop.Running.Inbox.MailsAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Storage_that_has_ended_is_a_fault_and_is_said_once()
    {
        var found = await LookAsync(Patient(("Monitor__Storage__ConnectionString", Azurite.ConnectionStringOn(Ports.Free()))));

        Fault(found, "Connection refused").Remedy.ShouldStartWith("start `monitor up`");
        found.Count(finding => finding.Verdict == Verdict.Fault).ShouldBe(1);
        Fault(found, "files, runs, messages and feeds cannot be looked at");
    }

    [Fact]
    public async Task A_wrong_key_is_a_fault()
    {
        var settings = laptop.Running.Azurite.ConnectionString.Replace("AccountKey=Eby8", "AccountKey=Abc8", StringComparison.Ordinal);

        Fault(await LookAsync(Patient(("Monitor__Storage__ConnectionString", settings))), "storage answered 403").Remedy.ShouldStartWith("correct the key in Monitor__Storage__ConnectionString");
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_a_fault() =>
        Fault(await LookAsync(Patient(("Monitor__Storage__ConnectionString", "nonsense"))), "the connection string cannot be read");

    [Fact]
    public async Task A_clock_that_is_off_is_a_fault()
    {
        await SoundAsync();

        Fault(await LookAsync(Patient() with { Clock = new Shifted(TimeSpan.FromMinutes(20)) }), "ahead of storage").Remedy.ShouldContain("NTP");
        Fault(await LookAsync(Patient() with { Clock = new Shifted(TimeSpan.FromMinutes(-20)) }), "behind storage");
    }

    [Fact]
    public async Task An_account_without_containers_is_told_what_is_missing()
    {
        var folder = Directory.CreateTempSubdirectory("monitor-bare-").FullName;
        await using (var azurite = await new LocalServices(WorkFolder.Work).StartAzuriteAsync(Path.Combine(folder, "azurite"), folder, CancellationToken.None))
        {
            var found = await LookAsync(Patient(("Monitor__Storage__ConnectionString", azurite.ConnectionString)));

            found.ShouldContain(finding => finding.Verdict == Verdict.Warning && finding.Seen.StartsWith("missing: config, state, articles", StringComparison.Ordinal), string.Join(" | ", found));
            Fault(found, "the config container is empty");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_to_follow_is_a_fault()
    {
        await laptop.ClearAsync();

        Fault(await LookAsync(Patient()), "the config container is empty").Remedy.ShouldContain("monitor up");
    }

    [Fact]
    public async Task A_file_that_is_refused_is_named_with_its_line_and_the_set_that_stays_in_force()
    {
        await SoundAsync();
        await PutAsync(Containers.Config, "desk.yaml", Text("desk.yaml").Replace("zone: Pacific/Auckland", "zone: Pacific/Aukland", StringComparison.Ordinal));

        var found = await LookAsync(Patient());

        Fault(found, "config/desk.yaml:1").Remedy.ShouldBe("correct desk.yaml, line 1: until then the file is refused");
        found.ShouldContain(finding => finding.Verdict == Verdict.Warning && finding.Seen.Contains(" is refused; set ", StringComparison.Ordinal) && finding.Seen.EndsWith(" stays in force", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_that_differ_from_those_on_disk_are_named()
    {
        await SoundAsync();

        (await LookAsync(Patient() with { SeedsFolder = WorkFolder.Seeds })).ShouldContain(finding =>
            finding.Verdict == Verdict.Warning && finding.Seen.Contains("not as in", StringComparison.Ordinal) && finding.Seen.EndsWith(": desk.yaml, feeds.opml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_inbox_that_has_ended_is_a_fault() =>
        Fault(await LookAsync(Patient(("Monitor__Mail__Smtp__Port", $"{Ports.Free()}"))), "does not answer").Remedy.ShouldContain("the inbox has ended");

    [Fact]
    public async Task A_mail_server_without_STARTTLS_is_a_fault() =>
        Fault(await LookAsync(Patient(("Monitor__Mail__Smtp__StartTls", "true"))), "does not offer STARTTLS").Remedy.ShouldContain("587");

    [Fact]
    public async Task A_port_that_does_not_speak_mail_is_a_fault() =>
        Fault(await LookAsync(Patient(("Monitor__Mail__Smtp__Port", $"{laptop.Running.Azurite.Port}"))), "does not greet as a mail server").Remedy.ShouldContain("587 is submission");

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_a_fault()
    {
        await using var server = new MailServer(["STARTTLS", "AUTH LOGIN"]);

        Fault(await LookAsync(Mail(server, startTls: true)), "a certificate that is not trusted").Remedy.ShouldContain("Monitor__Mail__Smtp__Host");
    }

    [Fact]
    public async Task A_login_that_is_refused_is_a_fault_and_shows_no_password()
    {
        await using var server = new MailServer(["AUTH LOGIN"], new() { ["AUTH"] = "334 go on", [Base64("monitor")] = "334 go on", [Base64("hunter-2")] = "535 5.7.8 no such login" });

        var found = await LookAsync(Mail(server, startTls: false));

        Fault(found, "refuses the login: 535 5.7.8 no such login").Remedy.ShouldContain("Monitor__Mail__Smtp__Password");
        string.Join(" ", found).ShouldNotContain("hunter-2");
    }

    [Fact]
    public async Task A_sender_that_is_refused_is_a_fault_and_nothing_is_sent()
    {
        await SoundAsync();
        await using var server = new MailServer(["AUTH LOGIN"], new() { ["AUTH"] = "334 go on", [Base64("monitor")] = "334 go on", [Base64("hunter-2")] = "235 welcome", ["MAIL"] = "550 not from here" });

        Fault(await LookAsync(Mail(server, startTls: false)), "refuses the sender monitor@example.org: 550 not from here").Remedy.ShouldContain("desk.yaml");
        server.Commands.ShouldNotContain(command => command.StartsWith("DATA", StringComparison.Ordinal) || command.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_monitor_that_has_stopped_polling_is_blind()
    {
        await SoundAsync(poll: Now.AddHours(-3));

        Fault(await LookAsync(Patient()), "3 h ago: from then on Monitor is blind").Remedy.ShouldContain("monitor poll");
    }

    [Fact]
    public async Task A_monitor_that_never_polled_is_told_so()
    {
        await laptop.ClearAsync();
        await DeployAsync();

        Fault(await LookAsync(Patient()), "none in 14 days");
    }

    [Fact]
    public async Task A_poll_that_no_feed_answered_is_a_fault()
    {
        await SoundAsync(read: 0);

        Fault(await LookAsync(Patient()), "none of 2 feeds answered").Remedy.ShouldContain("monitor feeds check");
    }

    [Fact]
    public async Task An_edition_that_was_due_and_is_not_written_is_a_fault()
    {
        await SoundAsync();
        await PutAsync(Containers.State, "editions.json", """{"morning":"2026-11-17T18:00:00Z"}""");

        Fault(await LookAsync(Patient() with { Clock = new At(DateTimeOffset.Parse("2026-11-18T18:45:00Z")) }), "Morning digest was due 7:00 am and is not written; the last one was Wed 18 Nov, 7:00 am")
            .Remedy.ShouldContain("monitor digest");
        (await LookAsync(Patient() with { Clock = new At(DateTimeOffset.Parse("2026-11-18T18:15:00Z")) })).ShouldContain(finding => finding.Check == "last digest" && finding.Verdict == Verdict.Ok);
    }

    [Fact]
    public async Task A_message_that_has_waited_since_yesterday_is_a_fault()
    {
        await SoundAsync();
        var box = new MessageBox(laptop.Store);
        await box.AddAsync(Message("aaaaaaaaaaaaaaaa", Now.AddDays(-3)), CancellationToken.None);

        Fault(await LookAsync(Patient()), "1; the oldest (Digest) waits for 3 days, and was never tried").Remedy.ShouldContain("monitor deliver");
    }

    [Fact]
    public async Task A_message_that_was_given_up_is_a_fault_with_its_reason()
    {
        await SoundAsync();
        var box = new MessageBox(laptop.Store);
        await box.AddAsync(Message("bbbbbbbbbbbbbbbb", Now.AddHours(-5)), CancellationToken.None);
        var claimed = (await box.ClaimAsync(await box.PendingAsync(CancellationToken.None).FirstAsync(), Now, CancellationToken.None))!;
        await box.FileFailedAsync(claimed, "the server refused the recipient (550)", Now, CancellationToken.None);

        Fault(await LookAsync(Patient()), "1 given up in a week; the latest (Digest) because the server refused the recipient (550)").Remedy.ShouldContain("outbox/failed/bbbbbbbbbbbbbbbb.json");
    }

    [Fact]
    public async Task Feeds_that_are_all_in_trouble_are_a_fault_and_one_of_them_a_warning()
    {
        await SoundAsync();
        await BreakFeedsAsync("north");
        (await LookAsync(Patient())).ShouldContain(finding => finding.Verdict == Verdict.Warning && finding.Seen == "1 of 2 are in trouble: North Times is blocked (answers 403)");

        await BreakFeedsAsync("north", "south");
        Fault(await LookAsync(Patient()), "all 2 are in trouble: North Times is blocked (answers 403); South Mail is blocked (answers 403)").Remedy.ShouldContain("monitor feeds check");
    }

    [Fact]
    public async Task A_test_entry_goes_the_whole_way_and_leaves_nothing_behind()
    {
        await SoundAsync();
        var before = await laptop.BlobsAsync();

        var found = await LookAsync(Patient(), through: true);

        found.ShouldContain(finding => finding.Check == "the whole way" && finding.Verdict == Verdict.Ok && finding.Seen.Contains("mail: 1 to operations", StringComparison.Ordinal), string.Join(" | ", found));
        var mail = (await laptop.Running.Inbox.MailsAsync(CancellationToken.None)).ShouldHaveSingleItem();
        mail.Subject.ShouldContain(TestEntry.Headline);
        mail.Text.ShouldContain("Nothing has to be done");
        (await laptop.BlobsAsync()).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_test_entry_that_cannot_be_sent_says_why_and_leaves_nothing_behind()
    {
        await SoundAsync();
        var before = await laptop.BlobsAsync();

        var found = await LookAsync(Patient(("Monitor__Mail__Smtp__Port", $"{Ports.Free()}")), through: true);

        Fault(found, "all went well but the sending: 0 of 1 mails were taken, because the mail server did not answer");
        (await laptop.BlobsAsync()).ShouldBe(before, ignoreOrder: true);
    }

    private static Finding Fault(IReadOnlyList<Finding> found, string seen)
    {
        var faults = found.Where(finding => finding.Verdict == Verdict.Fault && finding.Seen.Contains(seen, StringComparison.Ordinal)).ToList();
        var fault = faults.ShouldHaveSingleItem($"fault \"{seen}\" among: {string.Join(" | ", found)}");
        fault.Remedy.ShouldNotBeEmpty();
        return fault;
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(Patient patient, bool through = false) =>
        await Examination.RunAsync(patient, [.. Examination.Checks(through).Where(check => check is not ToolsCheck and not PackageCheck and not MachineCheck)], _ => { }, CancellationToken.None).ToListAsync();

    // Desk and topics on disk are those of seeds/; the small morning's feeds and desk are in storage.
    private Patient Patient(params (string Name, string Value)[] more)
    {
        var settings = laptop.Running.Settings(new Dictionary<string, string> { ["Monitor__Http__Contact"] = "desk@example.org" });
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return new Patient(settings, "a test") { SeedsFolder = WorkFolder.Seeds };
    }

    private Patient Mail(MailServer server, bool startTls) => Patient(
        ("Monitor__Mail__Smtp__Port", $"{server.Port}"), ("Monitor__Mail__Smtp__StartTls", startTls ? "true" : "false"),
        ("Monitor__Mail__Smtp__User", "monitor"), ("Monitor__Mail__Smtp__Password", "hunter-2"));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task SoundAsync(DateTimeOffset? poll = null, int read = 2)
    {
        await laptop.ClearAsync();
        await DeployAsync();
        using var source = new ConfigurationSource(laptop.Store);
        await source.LoadAsync(Now, CancellationToken.None);
        await new RunLog(laptop.Store).AddAsync(
            new RunReport(PollFeeds.Name, poll ?? Now.AddMinutes(-4), 1, "", new PollCounts(2, read, 0, 0, 0, 0, new Dictionary<string, TopicCounts>(), new Dictionary<string, int>()), null, [], []),
            CancellationToken.None);
    }

    private Task DeployAsync() => laptop.Running.DeployAsync(Files, CancellationToken.None);

    private ConfigFiles Files => SmallMorning.Files(SmallMorning.Write(Path.Combine(laptop.Folder, "doctor")), 8501, WorkFolder.Seeds);

    private string Text(string path) => Files.Texts[path];

    private async Task PutAsync(string container, string path, string text)
    {
        var name = new BlobName(container, path);
        await laptop.Store.DeleteAsync(name, CancellationToken.None);
        await laptop.Store.CreateAsync(name, Encoding.UTF8.GetBytes(text), CancellationToken.None);
    }

    private async Task BreakFeedsAsync(params string[] ids)
    {
        var followed = Files.Load().Following!.Feeds;
        var shard = await FeedShard.LoadAsync(laptop.Store, CancellationToken.None);
        foreach (var id in ids)
        {
            shard.Put(FeedRecord.New(id) with { Address = followed.Single(feed => feed.Id == id).Url, State = FeedState.Blocked, Since = Now, Detail = "answers 403", Outcome = "blocked", Streak = 1 });
        }

        (await shard.SaveAsync(laptop.Store, followed, CancellationToken.None)).ShouldBeTrue();
    }

    private static Message Message(string id, DateTimeOffset decided) =>
        new(id, MessageKind.Digest, new Address("monitor@example.org"), new Destination("desk@example.org"), "s", "<p>h</p>", "t", decided, new Delivery());

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + by;
    }
}
