using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Revisions;
using Monitor.Core.Topics;
using Monitor.Pipeline.Alerts;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.RereadPages;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Configuration;
using Monitor.Pipeline.Tests.PollFeeds;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Writing;
using Poll = Monitor.Pipeline.PollFeeds.PollFeeds;
using Rereading = Monitor.Pipeline.RereadPages.RereadPages;

namespace Monitor.Pipeline.Tests.RereadPages;

/// <summary>Polls over a scripted web: an article matches at noon, and then its page changes, goes, or comes back.</summary>
public sealed class RereadPagesTests : IDisposable
{
    private const string North = "https://north.example.org/feed";
    private const string Address = "https://north.example.org/a";
    private const string Headline = "Ministers meet in Canberra over the Anzus treaty";
    private const string Lead = "Ministers of three countries met in Canberra on Tuesday, seventy-five years after the Anzus treaty was signed.";
    private const string Figure = "The talks are to cost forty million dollars, an official who was in the room said.";
    private const string End = "A second meeting is planned for the spring, in Wellington or in Honolulu, the officials said.";

    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-19T12:00:00Z");

    private readonly InMemoryBlobStore store = new();
    private readonly ScriptedFetcher web = new();
    private readonly ArticleArchive archive;
    private readonly ConfigurationSource configuration;
    private readonly Rereading rereading;
    private string shown = Headline;

    public RereadPagesTests()
    {
        archive = new ArticleArchive(store);
        configuration = new ConfigurationSource(store);
        rereading = new Rereading(store, new ReadAgain(web, archive, new RereadOptions()), archive, new RereadOptions(), TimeProvider.System);
        Files.PutAsync(store, Files.Good()).Wait();
        web.On("https://south.example.org/feed", ScriptedFetcher.Feed());
    }

    public void Dispose() => configuration.Dispose();

    [Fact]
    public async Task A_page_that_stays_as_it_is_is_read_on_a_falling_schedule_and_makes_no_version()
    {
        var revisions = await DaysAsync(days: 5, Page());

        web.Requests.Count(request => request.Url.AbsoluteUri == Address).ShouldBe(1 + 4);
        revisions.ShouldBeEmpty();
        (await archive.AllAsync(default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_page_is_asked_for_conditionally_and_an_unchanged_one_is_left_alone()
    {
        await DaysAsync(days: 1, Page() with { ETag = "\"1\"", LastModified = "Thu, 19 Nov 2026 11:00:00 GMT" }, new FetchOutcome.NotModified());

        var again = web.Requests.Last(request => request.Url.AbsoluteUri == Address);
        again.ShouldSatisfyAllConditions(
            request => request.Kind.ShouldBe(FetchKind.Page),
            request => request.ETag.ShouldBe("\"1\""),
            request => request.LastModified.ShouldBe("Thu, 19 Nov 2026 11:00:00 GMT"));
    }

    [Fact]
    public async Task A_text_that_changed_is_a_new_version_with_its_differences_and_its_page()
    {
        var revision = (await DaysAsync(days: 1, Page(), Page(figure: Figure.Replace("forty", "fourteen")))).ShouldHaveSingleItem();

        revision.ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(RevisionKind.Changed),
            r => r.IsRetitled.ShouldBeFalse(),
            r => r.Differences.Paragraphs.ShouldHaveSingleItem().Words.ShouldContain(new WordRun(ChangeKind.Added, "fourteen")),
            r => r.At.ShouldBe(Noon.AddHours(1)));
        var versions = await archive.AllAsync(default);
        versions.Select(version => version.Article.Version).ShouldBe([revision.Before.Version, revision.After!.Version]);
        versions.Select(version => version.Page!.Snapshot).Distinct().Count().ShouldBe(2);
        versions[1].Article.Differences!.Count(ChangeKind.Changed).ShouldBe(1);
        versions[1].Article.Story.ShouldBe(versions[0].Article.Story);
        foreach (var version in versions)
        {
            (await archive.ReadSnapshotAsync(version.Page!.Snapshot, default)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_headline_that_changed_is_a_version_and_the_digest_says_what_it_was()
    {
        var revision = (await DaysAsync(days: 1, Page(), Page(headline: "Ministers fall out over the Anzus treaty"))).ShouldHaveSingleItem();

        revision.Kind.ShouldBe(RevisionKind.Retitled);
        revision.IsRetitled.ShouldBeTrue();
        var item = (await DigestAsync()).Main.ShouldHaveSingleItem().Lead;
        item.Headline.ShouldBe("Ministers fall out over the Anzus treaty");
        item.Corrects.ShouldBe(Headline);
    }

    [Fact]
    public async Task The_digest_shows_what_changed_in_a_text()
    {
        await DaysAsync(days: 1, Page(), Page(figure: Figure.Replace("forty", "fourteen")));

        (await DigestAsync()).Main[0].Lead.Differences!.Count(ChangeKind.Changed).ShouldBe(1);
    }

    [Fact]
    public async Task A_story_that_grew_is_extended_and_the_digest_makes_nothing_of_it()
    {
        var longer = Page(figure: $"{Figure}</p><p>The Treasury would not say where the money is to come from this year.");

        (await DaysAsync(days: 1, Page(), longer)).ShouldHaveSingleItem().Kind.ShouldBe(RevisionKind.Extended);
        (await DigestAsync()).Main[0].Lead.Differences.ShouldBeNull();
    }

    [Fact]
    public async Task An_article_that_no_longer_speaks_of_the_topic_is_kept_and_stays_in_the_digest()
    {
        shown = "Ministers meet in Canberra";
        var revision = (await DaysAsync(days: 1, Page(headline: shown), Page(headline: shown, lead: Lead.Replace(" Anzus", "")))).ShouldHaveSingleItem();

        revision.After!.Matches.ShouldBeEmpty();
        var item = (await DigestAsync()).Passing.ShouldHaveSingleItem().Lead;
        item.Quote.Sentence.ShouldContain("Anzus");
        item.Differences!.Count(ChangeKind.Changed).ShouldBe(1);
    }

    [Fact]
    public async Task What_stands_around_the_article_is_no_change()
    {
        var dressed = Page(figure: $"{Figure}</p><figure><figcaption>The table in Canberra. Photo: North Times</figcaption></figure><p>Updated 4.15pm, 19 November 2026");

        (await DaysAsync(days: 2, Page(), dressed)).ShouldBeEmpty();
    }

    public static TheoryData<string, FetchOutcome> Absences() => new()
    {
        { "answers 404", new FetchOutcome.Broken("answers 404", 404) },
        { "answers 410", new FetchOutcome.Gone() },
        { "redirects to the front page", At("https://north.example.org/", "<html><body><h1>North Times</h1></body></html>") },
        { "says that there is no such page", At(Address, "<html><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>") },
    };

    [Theory]
    [MemberData(nameof(Absences))]
    public async Task A_page_that_is_gone_twice_an_hour_apart_is_removed_and_recorded_beside_its_versions(string how, FetchOutcome absence)
    {
        var revision = (await DaysAsync(days: 9, Page(), absence)).ShouldHaveSingleItem();

        revision.ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(RevisionKind.Removed),
            r => r.After.ShouldBeNull(),
            r => r.MissingSince.ShouldBe(Noon.AddHours(1)),
            r => r.At.ShouldBe(Noon.AddHours(2)),
            r => r.Detail.ShouldBe(how));
        store.Names.ShouldContain($"articles/2026/11/19/{revision.Article}/removed-20261119T130000Z.json");
        (await archive.AllAsync(default)).ShouldHaveSingleItem("what became of the page is no version");
    }

    [Fact]
    public async Task A_page_that_fails_once_is_not_removed() =>
        (await DaysAsync(days: 5, Page(), new FetchOutcome.Broken("answers 404", 404), Page())).ShouldBeEmpty();

    [Theory]
    [InlineData("answers 500", 500)]
    [InlineData("no answer within 15 s", null)]
    public async Task A_page_that_cannot_be_read_is_not_removed_however_long(string reason, int? status) =>
        (await DaysAsync(days: 5, Page(), new FetchOutcome.Broken(reason, status))).ShouldBeEmpty();

    [Fact]
    public async Task A_page_behind_a_wall_is_not_removed() =>
        (await DaysAsync(days: 5, Page(), new FetchOutcome.Blocked("answers 403"))).ShouldBeEmpty();

    [Fact]
    public async Task A_page_that_robots_forbids_is_not_asked_for_again()
    {
        await DaysAsync(days: 5, Page(), new FetchOutcome.Refused("robots.txt forbids it"));

        web.Requests.Count(request => request.Url.AbsoluteUri == Address).ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_comes_back_is_recorded_too()
    {
        var gone = new FetchOutcome.Broken("answers 404", 404);
        var revisions = await DaysAsync(days: 5, Page(), gone, gone, Page());

        revisions.Select(revision => revision.Kind).ShouldBe([RevisionKind.Removed, RevisionKind.Returned]);
        store.Names.ShouldContain($"articles/2026/11/19/{revisions[0].Article}/returned-20261119T130000Z.json");
    }

    [Fact]
    public async Task An_article_that_its_feed_shows_with_another_headline_is_a_revision_and_watched_from_there()
    {
        web.On(Address, Page(), Page(headline: "Ministers fall out over the Anzus treaty"));
        web.On(North, ScriptedFetcher.Feed(), ScriptedFetcher.Feed(Item(Headline)), ScriptedFetcher.Feed(Item("Ministers fall out over the Anzus treaty")));

        (await PollAsync(polls: 8)).ShouldBe(1);

        (await archive.AllAsync(default)).Select(version => version.Article.Replaces).ShouldBe([null, Headline]);
        (await RereadAsync(Noon.AddHours(1))).Revisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_was_killed_before_its_end_finds_the_same_revision_again()
    {
        await MatchAsync(Page(), Page(figure: Figure.Replace("forty", "fourteen")));
        var first = (await RereadAsync(Noon.AddHours(1))).Revisions.ShouldHaveSingleItem();
        var kept = store.Names.ToList();

        var second = (await RereadAsync(Noon.AddHours(1))).Revisions.ShouldHaveSingleItem();

        second.Key.ShouldBe(first.Key);
        store.Names.ShouldBe(kept);
    }

    [Fact]
    public async Task A_run_in_which_no_page_is_due_writes_no_state()
    {
        await MatchAsync(Page());
        var before = await StateAsync();

        await rereading.SaveAsync(await RereadAsync(Noon.AddMinutes(50)), default);
        (await StateAsync()).ShouldBe(before);

        await rereading.SaveAsync(await RereadAsync(Noon.AddMinutes(60)), default);
        (await StateAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task While_our_own_network_is_down_nothing_is_asked()
    {
        await MatchAsync(Page());

        (await rereading.RunAsync(await TopicsAsync(), [], asks: false, Noon.AddHours(1), default)).PagesRead.ShouldBe(0);
    }

    [Fact]
    public async Task Of_many_pages_a_few_of_a_host_are_read_in_a_run_and_the_rest_in_the_next()
    {
        var numbers = Enumerable.Range(0, 8).ToList();
        numbers.ForEach(number => web.On(Of(number), Page(headline: $"{Headline} {number}") with { FinalUrl = new Uri(Of(number)) }));
        web.On(North, ScriptedFetcher.Feed(), ScriptedFetcher.Feed([.. numbers.Select(number => Item($"{Headline} {number}", $"p{number}"))]));
        await PollAsync(polls: 2);

        var read = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            var reread = await RereadAsync(Noon.AddHours(1).AddMinutes(10 * i));
            await rereading.SaveAsync(reread, default);
            read.Add(reread.PagesRead);
        }

        read.ShouldBe([3, 3, 2, 0]);
        static string Of(int number) => $"https://north.example.org/p{number}";
    }

    [Fact]
    public async Task What_another_run_wrote_meanwhile_stays_in_the_list()
    {
        await MatchAsync(Page());
        var mine = await WatchList.LoadAsync(store, default);
        var others = await WatchList.LoadAsync(store, default);
        var known = mine.Articles.ShouldHaveSingleItem();
        others.Put(known with { Id = "another" });
        await others.SaveAsync(store, new RereadOptions(), default);

        mine.Put(known with { ETag = "\"new\"" });
        await mine.SaveAsync(store, new RereadOptions(), default);

        (await WatchList.LoadAsync(store, default)).Articles.Select(article => (article.Id, article.ETag)).ShouldBe(
            [(known.Id, "\"new\""), ("another", known.ETag)], ignoreOrder: true);
    }

    // The article appears at noon, in a feed that was read before; its page answers as told, in order, the last for ever.
    private async Task MatchAsync(params FetchOutcome[] page)
    {
        web.On(Address, page).On(North, ScriptedFetcher.Feed(), ScriptedFetcher.Feed(Item(shown)));
        await PollAsync(polls: 2);
        (await archive.AllAsync(default)).ShouldHaveSingleItem();
    }

    private async Task<List<ArticleRevision>> DaysAsync(double days, params FetchOutcome[] page)
    {
        await MatchAsync(page);
        var revisions = new List<ArticleRevision>();
        for (var at = Noon.AddMinutes(10); at <= Noon.AddDays(days); at = at.AddMinutes(10))
        {
            var reread = await RereadAsync(at);
            revisions.AddRange(reread.Revisions);
            await rereading.SaveAsync(reread, default);
        }

        return revisions;
    }

    private async Task<Reread> RereadAsync(DateTimeOffset at) => await rereading.RunAsync(await TopicsAsync(), [], asks: true, at, default);

    private async Task<TopicSet> TopicsAsync() => (await configuration.LoadAsync(Noon, default)).Topics;

    // Every ten minutes, the second at noon. Returns the revisions that the runs report.
    private async Task<int> PollAsync(int polls)
    {
        var box = new MessageBox(store);
        var writer = new TitleWriter();
        var tips = new TipBox(store);
        var poll = new Poll(
            configuration, store, new ReadFeed(web), new ReadArticle(web), archive, new StoryBook(store), new WriteTips(tips), new ReleaseAlerts(configuration, tips, box, new StoryBook(store), writer),
            new NotifyOperations(box, writer), new PollOptions(), TimeProvider.System, NullLogger<Poll>.Instance, rereading);
        var revisions = 0;
        for (var i = 0; i < polls; i++)
        {
            revisions += (await poll.RunAsync(Noon.AddMinutes(10 * (i - 1)), default)).Poll!.Revisions;
        }

        return revisions;
    }

    private async Task<DigestTopic> DigestAsync()
    {
        var articles = (await archive.AllAsync(default)).Select(archived => archived.Article).ToList();
        return DigestComposer.Compose([("anzus", "Anzus")], articles).ShouldHaveSingleItem();
    }

    private async Task<string> StateAsync() => (await store.ReadAsync(new BlobName(Containers.State, "watched.json.gz"), default))!.ETag;

    private static FetchOutcome.Fetched Page(string headline = Headline, string lead = Lead, string figure = Figure) => At(
        Address, $"<html><head><title>{headline}</title></head><body><article><h1>{headline}</h1><p>{lead}</p><p>{figure}</p><p>{End}</p></article></body></html>");

    private static string Item(string headline, string id = "a") =>
        ScriptedFetcher.Item(id, headline).Replace("north.example/", "north.example.org/", StringComparison.Ordinal);

    private static FetchOutcome.Fetched At(string address, string html) => ScriptedFetcher.Page(html) with { FinalUrl = new Uri(address) };

    private sealed class TitleWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) => Task.FromResult(new WrittenMail(notice.Title, "", ""));

        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken) => Task.FromResult(new WrittenMail(alert.Story.Lead.Headline, "", ""));

        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
