using System.Text.Json;
using Monitor.Cli.Demo;
using Monitor.Cli.LocalHost;
using Monitor.Core.Digests;
using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>The sample morning through the function app, on real storage and a real mail server, held to seeds/demo/expected.json.</summary>
public class SampleMorningTests(TestLaptop laptop)
{
    private static readonly SampleDay Day = SampleDay.Read(Path.Combine(WorkFolder.Seeds, "demo"));

    [Fact]
    public async Task The_morning_comes_out_as_it_was_planted_and_a_second_run_sends_nothing_new()
    {
        await laptop.ClearAsync();
        var port = Ports.Free();
        await using var outlets = await Outlets.StartAsync(Day, port, CancellationToken.None);
        await laptop.Running.DeployAsync(DemoFiles.Of(Day, port), CancellationToken.None);
        await using var host = await laptop.StartAppAsync(DemoFiles.Settings);

        var first = await RunAsync(host, outlets);
        first.IsComplete.ShouldBeTrue();
        Reads_every_feed_that_can_be_read(first);
        Finds_what_was_planted_and_no_look_alike(first);
        Knows_the_wire_story_for_one(first);
        Names_the_corrections(first);
        Alerts_only_for_what_came_after_the_first_reading(first);
        Follows_an_alert_up_and_corrects_it_in_its_thread(first);
        await Says_in_the_digest_what_was_read_and_what_was_not();
        await Tells_the_wire_story_once_and_what_is_new_in_each_main_story(first);

        var second = await RunAsync(host, outlets);
        second.IsComplete.ShouldBeTrue();
        second.Morning.Sum("messages", "sent").ShouldBe(0);
        second.Sent.Select(message => message.Id).ShouldBe(first.Sent.Select(message => message.Id), ignoreOrder: true);
        second.Blobs.Where(blob => blob.Key != "runs").ShouldBe(first.Blobs.Where(blob => blob.Key != "runs"), ignoreOrder: true);
    }

    private static void Reads_every_feed_that_can_be_read(DemoResult result)
    {
        result.FeedsRead.ShouldBe(Day.Outlets.Count(outlet => !outlet.Down && outlet.Feed.Status == 200));
        result.Morning.Sum("poll", "entriesNew").ShouldBe(Expected.All.Count);
        result.Morning.Sum("poll", "entriesChanged").ShouldBe(2);
    }

    private static void Finds_what_was_planted_and_no_look_alike(DemoResult result)
    {
        var found = Latest(result);
        var wrong = new List<string>();
        foreach (var (slug, expected) in Expected.All)
        {
            foreach (var (topic, label) in expected.Labels)
            {
                var match = found
                    .FirstOrDefault(article => article.Feed == expected.Outlet && IsAt(article, expected))?
                    .Matches.FirstOrDefault(match => match.Topic == topic);
                if (label > 0 != match is not null)
                {
                    wrong.Add($"{topic}: {slug} is {label} and was {(match is null ? "not found" : "found")}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static void Knows_the_wire_story_for_one(DemoResult result)
    {
        var copies = Expected.All.Values.Where(expected => expected.CopyOf is not null).ToList();
        var articles = Latest(result);
        var placed = copies.Select(expected => articles.Single(article => article.Feed == expected.Outlet && IsAt(article, expected))).ToList();

        placed.Select(article => article.Story).Distinct().Count().ShouldBe(1, string.Join(", ", placed.Select(article => article.Url)));
        placed.ShouldAllBe(article => article.CopyOf != null);
    }

    private static void Names_the_corrections(DemoResult result)
    {
        var corrected = Expected.All.Values.Where(expected => expected.CorrectedTitle is not null).ToList();
        corrected.Count.ShouldBe(2);
        corrected.ForEach(expected => NamesTheCorrection(result, expected));
    }

    private static void NamesTheCorrection(DemoResult result, Expected corrected)
    {
        var versions = result.Articles.Where(article => article.Headline == corrected.CorrectedTitle || article.Headline == corrected.Title).ToList();

        versions.Select(version => version.Id).Distinct().Count().ShouldBe(1);
        versions.MaxBy(version => version.SeenAt)!.Replaces.ShouldBe(corrected.Title);
    }

    private static void Alerts_only_for_what_came_after_the_first_reading(DemoResult result)
    {
        result.Alerts.Count.ShouldBe(2, "one for each topic");
        // The desk's window is ten minutes.
        result.Alerts.ShouldAllBe(alert => alert.DecidedAt == Day.SecondPoll.AddMinutes(11));
    }

    private static void Follows_an_alert_up_and_corrects_it_in_its_thread(DemoResult result)
    {
        var alert = result.Alerts.Single(message => message.Text.Contains("Fourteen flown out", StringComparison.Ordinal));
        var follow = result.FollowUps.ShouldHaveSingleItem();
        var correction = result.Corrections.ShouldHaveSingleItem();

        (follow.Follows, correction.Follows).ShouldBe((alert.Id, alert.Id));
        correction.DecidedAt.ShouldBe(Day.ThirdPoll!.Value, "a correction waits for no window");
        correction.Text.ShouldContain("[Fourteen]");
        correction.Text.ShouldContain("*Thirteen*");
        correction.Text.ShouldContain("14 people were on the flight");
        follow.DecidedAt.ShouldBe(Day.ThirdPoll.Value.AddMinutes(11));
        follow.Text.ShouldContain("What is new:");
        follow.Text.ShouldContain("Sanjana Prakash");
        result.Adrift.ShouldBeEmpty();
    }

    private async Task Says_in_the_digest_what_was_read_and_what_was_not()
    {
        var mails = await laptop.Running.Inbox.MailsAsync(CancellationToken.None);
        var digest = mails.Single(mail => mail.Subject.Contains("Thursday 19 Nov", StringComparison.Ordinal) || mail.Html.Contains("Morning digest", StringComparison.Ordinal));
        foreach (var text in (string[])[digest.Html, digest.Text])
        {
            text.ShouldContain("18 of 20 feeds");
            text.ShouldContain("197 entries");
            foreach (var trouble in Day.Outlets.Where(outlet => outlet.Down || outlet.Feed.Status != 200))
            {
                text.ShouldContain(trouble.Name);
            }
        }
    }

    private async Task Tells_the_wire_story_once_and_what_is_new_in_each_main_story(DemoResult result)
    {
        var name = new BlobName(Containers.Digests, "2026-11-19-morning/index.json");
        var digest = PipelineJson.Read<Digest>((await laptop.Store.ReadAsync(name, CancellationToken.None))!.Content, name);
        var main = digest.Topics.Single(topic => topic.Id == "deportation-501").Main;
        var wire = main.Single(story => story.Items.Any(item => item.CopyOf is not null));

        var copies = wire.Items.Where(item => item.CopyOf is not null).ToList();
        var original = copies.Select(item => item.CopyOf!).Distinct().ShouldHaveSingleItem();
        copies.Select(item => item.Outlet).Append(original).Distinct().Count().ShouldBe(3);
        wire.Items.ShouldContain(item => item.Outlet == original && item.CopyOf == null);
        wire.Briefing!.Agencies.ShouldNotBeEmpty();
        wire.Briefing.Accounts.ShouldBe(wire.Items.Count - copies.Count);

        // The story has the identifier that its first article was given at the poll that met it.
        Latest(result).Where(article => wire.Items.Any(item => item.Article == article.Id)).MinBy(article => (article.SeenAt, article.Published))!
            .Story.ShouldBe(wire.Story);
        digest.Topics.SelectMany(topic => topic.Main).ShouldAllBe(story => story.Briefing != null && story.Briefing.Articles > 0);
        main.ShouldContain(story => story.Briefing!.Quotes.Count > 0 && story.Briefing.Quotes.All(quote => quote.Speaker.Length > 0));
        main.ShouldContain(story => story.Items.Any(item => item.Corrects != null));
    }

    private async Task<DemoResult> RunAsync(FunctionsHost host, Outlets outlets)
    {
        var morning = new DemoMorning(host, _ => { });
        await morning.RunAsync(Day, outlets, CancellationToken.None);
        return await DemoResult.GatherAsync(morning, laptop.Store, laptop.Running.Inbox, Day, CancellationToken.None);
    }

    private static List<MatchedArticle> Latest(DemoResult result) =>
        [.. result.Articles.GroupBy(article => article.Id, StringComparer.Ordinal).Select(versions => versions.MaxBy(version => version.SeenAt)!)];

    // Some links carry a query that belongs to the article, so the path alone is compared.
    private static bool IsAt(MatchedArticle article, Expected expected) =>
        new Uri(article.Url).AbsolutePath == expected.Path.Split('?')[0];

    /// <summary>What expected.json says of one entry.</summary>
    private sealed record Expected(
        string Outlet, string Path, string Title, IReadOnlyDictionary<string, int> Labels, string Kind, string? CopyOf, string? CorrectedTitle)
    {
        public static IReadOnlyDictionary<string, Expected> All { get; } =
            JsonSerializer.Deserialize<Dictionary<string, Expected>>(
                File.ReadAllText(System.IO.Path.Combine(WorkFolder.Seeds, "demo", "expected.json")), JsonSerializerOptions.Web)!;
    }
}
