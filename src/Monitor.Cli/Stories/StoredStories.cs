using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Cli.Commands;
using Monitor.Core.Digests;
using Monitor.Core.Stories.Coverage;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Stories;

/// <summary>`monitor stories --export` and `--rebuild`: what the configured storage holds of stories.</summary>
internal static class StoredStories
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <param name="from">First date in the desk's zone; null for the earliest that is kept.</param>
    /// <param name="to">Last date, inclusive; null for the newest.</param>
    public static async Task<int> ExportAsync(string format, DateOnly? from, DateOnly? to, TextWriter output, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "json"))
        {
            await Console.Error.WriteLineAsync($"monitor stories: --export knows csv and json, not \"{format}\"");
            return 2;
        }

        await using var services = RunCommands.Services();
        var following = await services.GetRequiredService<ConfigurationSource>().LoadAsync(TimeProvider.System.GetUtcNow(), cancellationToken);
        var zone = following.Desk.Zone;
        var articles = (await ArticlesAsync(services, cancellationToken))
            .GroupBy(a => a.Id, StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(a => a.SeenAt)!)
            .Where(a => (from is null || zone.DateOf(a.Published) >= from) && (to is null || zone.DateOf(a.Published) <= to))
            .ToList();
        var current = await MergesAsync(services, cancellationToken);
        var outlets = following.Feeds.Select(f => f.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var coverages = articles
            .GroupBy(a => current(a.Story), StringComparer.Ordinal)
            .Select(story => (story.Key, Articles: story, Coverage: StoryCoverage.Of([.. story.Select(Covered)], outlets, zone.DateOf)))
            .OrderBy(s => s.Coverage.First.Published).ThenBy(s => s.Key, StringComparer.Ordinal)
            .ToList();
        if (format == "csv")
        {
            await output.WriteAsync(CoverageCsv.Write(CoverageCell.Sum(coverages.SelectMany(s => s.Coverage.Cells))));
            return 0;
        }

        await output.WriteLineAsync(JsonSerializer.Serialize(coverages.Select(s => new ExportedStory(
            s.Key,
            s.Articles.First(a => a.Id == s.Coverage.First.Id).Headline,
            s.Coverage.First.Outlet,
            s.Coverage.First.Published.UtcDateTime,
            s.Coverage.Accounts,
            s.Coverage.Countries,
            s.Coverage.NotCarriedBy,
            s.Coverage.Cells)), Json));
        return 0;
    }

    public static async Task<int> RebuildAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var services = RunCommands.Services();
        var articles = await ArticlesAsync(services, cancellationToken);
        var days = await services.GetRequiredService<StoryBook>().RebuildAsync(articles, cancellationToken);
        await output.WriteLineAsync($"stories of {days} {(days == 1 ? "day" : "days")} rebuilt from {articles.Count} archived versions");
        return 0;
    }

    private static CoveredArticle Covered(MatchedArticle article) => new(
        article.Id, article.Outlet, article.Country, article.Published,
        [.. article.Matches.Where(m => m.Matched).Select(m => m.Topic)], article.CopyOf, Agency: null);

    private static async Task<List<MatchedArticle>> ArticlesAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        [.. (await services.GetRequiredService<ArticleArchive>().AllAsync(cancellationToken)).Select(archived => archived.Article)];

    private static async Task<Func<string, string>> MergesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IBlobStore>();
        var into = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var listed in store.ListAsync(Containers.Stories, "", cancellationToken))
        {
            var name = new BlobName(Containers.Stories, listed.Path);
            if (await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                foreach (var merge in PipelineJson.Read<Core.Stories.StoryDay>(blob.Content, name).Merges)
                {
                    into[merge.From] = merge.Into;
                }
            }
        }

        return story =>
        {
            for (var steps = 0; steps <= into.Count && into.TryGetValue(story, out var survivor); steps++)
            {
                story = survivor;
            }

            return story;
        };
    }

    private sealed record ExportedStory(
        string Story,
        string Headline,
        string First,
        DateTime FirstPublished,
        int Accounts,
        IReadOnlyList<CountryCount> Countries,
        IReadOnlyList<string> NotCarriedBy,
        IReadOnlyList<CoverageCell> Cells);
}
