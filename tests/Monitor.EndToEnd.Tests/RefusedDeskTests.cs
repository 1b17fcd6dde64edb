using System.Text;
using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>A desk.yaml with a mistake, put over a good one while the app runs.</summary>
public class RefusedDeskTests(TestLaptop laptop)
{
    [Fact]
    public async Task A_bad_desk_is_refused_with_line_and_reason_while_the_last_good_one_stays_in_force()
    {
        var day = SmallMorning.Write(Path.Combine(laptop.Folder, "refused"));
        var port = Ports.Free();
        await laptop.ClearAsync();
        await using var outlets = await Outlets.StartAsync(day, port, CancellationToken.None);
        var files = SmallMorning.Files(day, port, WorkFolder.Seeds);
        await laptop.Running.DeployAsync(files, CancellationToken.None);
        var bad = files.Texts[ConfigFiles.DeskPath].Replace("at: [\"07:00\"]", "at: [\"7 o'clock\"]", StringComparison.Ordinal);
        var line = bad.Split('\n').TakeWhile(text => !text.Contains("o'clock", StringComparison.Ordinal)).Count() + 1;
        await using (var host = await laptop.StartAppAsync(DemoFiles.Settings))
        {
            await FireAsync(host, "PollFeeds", day.FirstPoll);
            await PutDeskAsync(bad);
            outlets.IsSecondPoll = true;
            await FireAsync(host, "PollFeeds", day.SecondPoll);
            await FireAsync(host, "SendDigests", day.Digest);
            await FireAsync(host, "SendMessages", day.Digest.AddMinutes(1));
        }

        var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
        mails.ShouldContain(mail => mail.Text.StartsWith("MORNING DIGEST", StringComparison.Ordinal), "the good desk's edition goes out at its hour");
        var notice = mails.Single(mail => mail.Subject.StartsWith("Operations: New files were refused", StringComparison.Ordinal));
        var told = string.Join(' ', notice.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        told.ShouldContain($"desk.yaml:{line}: the edition \"morning\" has the time \"7 o'clock\": write hours and minutes");

        // Another process meets the bad file first: the good one is in force there too.
        await using var next = await laptop.StartAppAsync(DemoFiles.Settings);
        await FireAsync(next, "SendDigests", day.Digest.AddDays(1));
        await FireAsync(next, "SendMessages", day.Digest.AddDays(1).AddMinutes(1));
        (await laptop.Running.Inbox.MailsAsync(CancellationToken.None)).Count(mail => mail.Text.StartsWith("MORNING DIGEST", StringComparison.Ordinal)).ShouldBe(2);
    }

    private async Task PutDeskAsync(string text)
    {
        var name = new BlobName(Containers.Config, ConfigFiles.DeskPath);
        var kept = await laptop.Store.ReadAsync(name, CancellationToken.None);
        await laptop.Store.ReplaceAsync(name, Encoding.UTF8.GetBytes(text), kept!.ETag, CancellationToken.None);
    }

    private static async Task FireAsync(FunctionsHost host, string function, DateTimeOffset at)
    {
        var answer = await host.FireAsync(function, at, CancellationToken.None);
        answer.Succeeded.ShouldBeTrue($"{function}: {answer.Error}");
    }
}
