using System.Diagnostics;
using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;

namespace Monitor.EndToEnd.Tests;

/// <summary>`monitor digest --resend`, as an operator types it, on real storage and a real mail server.</summary>
public class ResendTests(TestLaptop laptop)
{
    [Fact]
    public async Task A_digest_that_was_sent_goes_to_one_address_again_and_says_so()
    {
        var day = SmallMorning.Write(Path.Combine(laptop.Folder, "resent"));
        var port = Ports.Free();
        await laptop.ClearAsync();
        await using var outlets = await Outlets.StartAsync(day, port, CancellationToken.None);
        await laptop.Running.DeployAsync(SmallMorning.Files(day, port, WorkFolder.Seeds), CancellationToken.None);
        await using var host = await laptop.StartAppAsync(DemoFiles.Settings);
        foreach (var (function, at) in (IEnumerable<(string, DateTimeOffset)>)[("PollFeeds", day.FirstPoll), ("SendDigests", day.Digest), ("SendMessages", day.Digest.AddMinutes(1))])
        {
            (await host.FireAsync(function, at, CancellationToken.None)).Succeeded.ShouldBeTrue(function);
        }

        string[] request = ["digest", "--resend", "morning@2026-11-19", "--to", "minister@example.org", "--at", "2026-11-18T20:00:00Z"];
        var (code, said) = await MonitorAsync(request);
        code.ShouldBe(0, said);
        said.ShouldContain("2026-11-19-morning: \"Sent again: ");
        said.ShouldContain(" to minister@example.org");
        said.ShouldContain("1 message in the outbox");
        (await MonitorAsync(request)).Said.ShouldContain("nothing new; this request was made before");
        (await MonitorAsync(["digest", "--resend", "evening"])).ShouldBe((2, "monitor digest: no digest evening was written: none of that edition is there\n"));

        (await host.FireAsync("SendMessages", day.Digest.AddHours(2).AddMinutes(1), CancellationToken.None)).Succeeded.ShouldBeTrue();
        var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
        var digests = mails.Where(mail => mail.Text.StartsWith("MORNING DIGEST", StringComparison.Ordinal)).ToList();
        digests.Count.ShouldBe(2);
        digests.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(2);
        var again = digests.Single(mail => mail.Subject.StartsWith("Sent again: ", StringComparison.Ordinal));
        again.Text.ShouldContain("Sent again at 9:00 am, because somebody asked for it");
    }

    private async Task<(int Code, string Said)> MonitorAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "monitor.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in laptop.Running.Settings())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
