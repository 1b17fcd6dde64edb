using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Functions;
using Monitor.Pages.Tests.Checks;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.SendDigests;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>What outlets write goes all the way, from feed and page through the archive into the mails, and is text at its end.</summary>
public class HostileMorningTests(TestLaptop laptop)
{
    private const string Directional = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly DateTimeOffset Poll = DateTimeOffset.Parse("2026-11-18T17:45:00Z");
    private static readonly DateTimeOffset Digest = DateTimeOffset.Parse("2026-11-18T18:00:00Z");

    private static readonly IReadOnlyList<string> Unruly =
    [
        "Visa cancelled\r\nBcc: everyone@example.org\r\n\r\n<script>alert('header')</script>",
        "Minister \u202Edeined\u202C \u2066hidden\u2069 \u200Fwords",
        "Tri\0bunal\u0007 \u001B[31mred\u001B[0m up\u00ADholds",
        "Whānau 👨‍👩‍👧‍👦 welcomed home 🇳🇿 tēnā koutou",
        string.Concat(Enumerable.Repeat("sent back again and ", 500)),
        new string('x', 10_000),
    ];

    [Fact]
    public async Task Hostile_entries_reach_a_real_inbox_legible_and_write_no_header_of_their_own()
    {
        IReadOnlyList<string> strings = [.. HostileStrings.Own, .. Unruly];
        var port = Ports.Free();
        var day = await WriteDayAsync(strings, port);
        await laptop.ClearAsync();
        await using var outlets = await Outlets.StartAsync(day, port, CancellationToken.None);
        await laptop.Running.DeployAsync(SmallMorning.Files(day, port, WorkFolder.Seeds), CancellationToken.None);
        await using (var host = await laptop.StartAppAsync(DemoFiles.Settings))
        {
            await FireAsync(host, "PollFeeds", day.FirstPoll);
            outlets.IsSecondPoll = true;
            await FireAsync(host, "PollFeeds", day.SecondPoll);
            await FireAsync(host, "SendDigests", day.Digest);
            await FireAsync(host, "SendMessages", day.Digest.AddMinutes(1));
        }

        var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
        using var inbox = new HttpClient { BaseAddress = laptop.Running.Inbox.WebPage };
        foreach (var mail in mails)
        {
            ShouldBeOneLegibleLine(mail.Subject);
            ShouldHaveOnlyOurHeaders(await inbox.GetStringAsync($"/email/{mail.Id}/source"));
        }

        var digest = mails.Single(mail => mail.Text.StartsWith("MORNING DIGEST", StringComparison.Ordinal));
        digest.Html.ShouldContain("What was read");
        var told = await ToldAsync(laptop.Store);
        Enumerable.Range(0, strings.Count).Where(i => !told.ContainsKey($"http://hostile.localhost:{port}/{i}")).ShouldBeEmpty();
        told.Values.ShouldContain(headline => headline.Contains("Bcc: everyone@example.org", StringComparison.Ordinal));
        told.Values.ShouldContain(headline => headline.Contains("welcomed home", StringComparison.Ordinal));

        var rendering = await Rendering.OfAsync(mails.Select((mail, i) => ($"mail-{i}", mail.Html)));
        rendering.Rendered.Count.ShouldBe(mails.Count);
        rendering.Fired.ShouldBeEmpty();
        rendering.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_string_of_the_shared_suites_goes_from_feed_and_page_into_the_digest_and_fires_nothing()
    {
        const int StringsADigest = 15;
        var strings = HostileStrings.Shared();
        var files = SmallMorning.Files(SmallMorning.Write(Path.Combine(laptop.Folder, "small")), 1, WorkFolder.Seeds).Texts.ToDictionary();
        files[ConfigFiles.FeedsPath] =
            "<opml version=\"2.0\"><head><title>t</title></head><body><outline type=\"rss\" id=\"hostile\" text=\"Hostile\" outlet=\"Hostile\" country=\"NZ\" readPages=\"true\" xmlUrl=\"https://hostile.example/feed.xml\"/></body></opml>";
        var mails = new List<(string Name, string Html)>();
        var told = 0;
        foreach (var some in strings.Chunk(StringsADigest))
        {
            var (message, addresses) = await DigestOfAsync(files, some);
            told += Enumerable.Range(0, some.Length).Count(i => addresses.ContainsKey($"https://hostile.example/{i}"));
            mails.Add(($"digest-{mails.Count}", message.Html!));
        }

        told.ShouldBe(strings.Count);
        var rendering = await Rendering.OfAsync(mails);
        rendering.Rendered.Count.ShouldBe(mails.Count);
        rendering.Fired.ShouldBeEmpty();
        rendering.Requests.ShouldBeEmpty();
    }

    /// <summary>The digest of a morning on which an outlet published the strings: the product's own composition, on storage in memory.</summary>
    private static async Task<(Message Message, Dictionary<string, string> Told)> DigestOfAsync(Dictionary<string, string> files, string[] strings)
    {
        var store = new InMemoryBlobStore();
        foreach (var (path, text) in files)
        {
            await store.CreateAsync(new BlobName(Containers.Config, path), Encoding.UTF8.GetBytes(text), default);
        }

        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging()
            .AddMonitor()
            .AddSingleton<IBlobStore>(store)
            .AddSingleton<IFetcher>(new HostileWeb(strings))
            .BuildServiceProvider();
        await services.GetRequiredService<PollFeeds>().RunAsync(Poll, default);
        await services.GetRequiredService<SendDigests>().RunAsync(Digest, default);
        var digest = await services.GetRequiredService<MessageBox>().PendingAsync(default).SingleAsync(pending => pending.Message.Kind == MessageKind.Digest);
        return (digest.Message, await ToldAsync(store));
    }

    /// <summary>The headlines that the morning's digest holds, by address.</summary>
    private static async Task<Dictionary<string, string>> ToldAsync(IBlobStore store)
    {
        var name = new BlobName(Containers.Digests, "2026-11-19-morning/index.json");
        var digest = PipelineJson.Read<Core.Digests.Digest>((await store.ReadAsync(name, default))!.Content, name);
        return digest.Topics.SelectMany(topic => topic.Main.Concat(topic.Passing)).SelectMany(story => story.Items)
            .DistinctBy(item => item.Url).ToDictionary(item => item.Url, item => item.Headline);
    }

    private async Task<SampleDay> WriteDayAsync(IReadOnlyList<string> strings, int port)
    {
        var day = SmallMorning.Write(Path.Combine(laptop.Folder, "hostile"));
        var hostile = new SampleOutlet("hostile", "Hostile", "AU", true, new SampleFeed("/feed.xml", "hostile.xml", "hostile.second.xml", "application/rss+xml"), "hostile");
        Directory.CreateDirectory(Path.Combine(day.Folder, "hostile"));
        await File.WriteAllTextAsync(Path.Combine(day.Folder, "hostile.xml"), HostileOutlet.Feed(Outlets.Origin(hostile, port), [], day.FirstPoll));
        await File.WriteAllTextAsync(Path.Combine(day.Folder, "hostile.second.xml"), HostileOutlet.Feed(Outlets.Origin(hostile, port), strings, day.SecondPoll.AddMinutes(-5)));
        for (var i = 0; i < strings.Count; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(day.Folder, "hostile", $"{i}.html"), HostileOutlet.Page(strings[i], i));
        }

        return day with { Outlets = [.. day.Outlets, hostile] };
    }

    private static async Task FireAsync(FunctionsHost host, string function, DateTimeOffset at)
    {
        var answer = await host.FireAsync(function, at, CancellationToken.None);
        answer.Succeeded.ShouldBeTrue($"{function}: {answer.Error}");
    }

    private static void ShouldBeOneLegibleLine(string subject)
    {
        subject.Length.ShouldBeInRange(1, 120);
        subject.ShouldNotContain(letter => char.IsControl(letter) || Directional.Contains(letter, StringComparison.Ordinal));
    }

    // RFC 5322: each of these once, none of the others, nothing but ASCII, no line longer than 998.
    private static void ShouldHaveOnlyOurHeaders(string source)
    {
        var head = source.ReplaceLineEndings("\n").Split("\n\n", 2)[0].Split('\n');
        head.ShouldAllBe(line => line.Length <= 998 && line.All(letter => char.IsAscii(letter)));
        var names = head.Where(line => !char.IsWhiteSpace(line[0])).Select(line => line.Split(':', 2)[0].ToLowerInvariant()).ToList();
        foreach (var once in (string[])["from", "to", "subject", "message-id"])
        {
            names.Count(name => name == once).ShouldBe(1, once);
        }

        names.ShouldNotContain("bcc");
        names.ShouldNotContain("cc");
        head.Single(line => line.StartsWith("To:", StringComparison.OrdinalIgnoreCase)).ShouldNotContain("everyone@example.org");
    }

    private sealed class HostileWeb(string[] strings) : IFetcher
    {
        public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            var path = request.Url.AbsolutePath.TrimStart('/');
            var (text, type) = path == "feed.xml"
                ? (HostileOutlet.Feed("https://hostile.example", strings, Poll.AddMinutes(-30)), "application/rss+xml")
                : (HostileOutlet.Page(strings[int.Parse(path)], int.Parse(path)), "text/html");
            return Task.FromResult<FetchOutcome>(new FetchOutcome.Fetched(
                Encoding.UTF8.GetBytes(text), type, null, null, request.Url, null, new Dictionary<string, string>()));
        }
    }
}
