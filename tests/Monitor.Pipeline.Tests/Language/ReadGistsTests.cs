using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Addresses;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Core.Language;
using Monitor.Core.Topics;
using Monitor.Pipeline.Language;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.Tests.Language;

/// <summary>Whatever the language service does, what matched goes on with a gist.</summary>
public class ReadGistsTests
{
    private static readonly Gist Service = new("azure 1", [new NamedEntity("Moss", EntityKind.Person, 1, 0.9)], ["x"], null);

    [Fact]
    public async Task Each_article_gets_its_own_gist() =>
        (await RunAsync((texts, _) => Task.FromResult(new LanguageReadout([.. texts.Select(text => Service with { Source = text.Text })], []))))
            .Select(article => article.Gist!.Source).ShouldBe(["Ana Paki flew to Fiji.", "A headline alone"]);

    [Fact]
    public async Task A_service_that_throws_holds_nothing_up() =>
        (await RunAsync((_, _) => throw new InvalidOperationException("no"))).ShouldAllBe(article => article.Gist!.Source == "local");

    [Fact]
    public async Task A_service_that_never_answers_holds_nothing_up_beyond_its_time()
    {
        var articles = await RunAsync(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new LanguageReadout([], []);
        });

        articles[0].Gist!.Names(EntityKind.Place).ShouldBe(["Fiji"]);
    }

    [Fact]
    public async Task A_service_that_forgets_a_text_is_not_believed() =>
        (await RunAsync((_, _) => Task.FromResult(new LanguageReadout([Service], [])))).ShouldAllBe(article => article.Gist!.Source == "local");

    [Fact]
    public async Task The_end_of_the_run_is_not_held_up_either()
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new LanguageReadout([], []);
        }, ended.Token));
    }

    private static async Task<IReadOnlyList<MatchedArticle>> RunAsync(
        Func<IReadOnlyList<LanguageText>, CancellationToken, Task<LanguageReadout>> read, CancellationToken cancellationToken = default)
    {
        var gists = new ReadGists(new Scripted(read), new Hurried(), NullLogger<ReadGists>.Instance);
        var placed = await gists.RunAsync(
            [Placed(new TopicDocument("Leaves", "s", "Ana Paki flew to Fiji.")), Placed(new TopicDocument("A headline alone", "", ""))], cancellationToken);
        return [.. placed.Select(article => article.Article)];
    }

    private static PlacedArticle Placed(TopicDocument document)
    {
        var feed = new FollowedFeed("f", "F", new Uri("https://f.example/feed"), "F", "NZ", false, 1);
        var url = CanonicalUrl.TryCreate("https://f.example/a", feed.Url)!;
        var sighted = new SightedEntry(feed, new Entry("a", null, "https://f.example/a", null, null, null, null, null, []), false, false);
        return new PlacedArticle(
            new ReadEntry(sighted, url, document, null, null, null, []),
            new MatchedArticle("a", "1", null, url.Value, "f", "F", "NZ", [], default, default, "s", null, document, [], "r"));
    }

    private sealed class Scripted(Func<IReadOnlyList<LanguageText>, CancellationToken, Task<LanguageReadout>> read) : ILanguageReader
    {
        public Task<LanguageReadout> ReadAsync(IReadOnlyList<LanguageText> texts, CancellationToken cancellationToken) => read(texts, cancellationToken);
    }

    /// <summary>Every time limit is over at once.</summary>
    private sealed class Hurried : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(20), Timeout.InfiniteTimeSpan);
    }
}
