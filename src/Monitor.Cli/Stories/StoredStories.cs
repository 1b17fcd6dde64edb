using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Cli.Commands;
using Monitor.Core.Digests;
using Monitor.Core.Stories;
using Monitor.Core.Stories.Coverage;
using Monitor.Pipeline.Archive;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Stories;

/// <summary>`monitor stories --export` and `--rebuild`: what storage holds of stories.</summary>
internal sealed class StoredStories(IBlobStore store)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Exports from the configured storage.</summary>
    public static async Task<int> ExportConfiguredAsync(string format, DateOnly? from, DateOnly? to, TextWriter output, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "json"))
        {
            await Console.Error.WriteLineAsync($"monitor stories: --export knows csv and json, not \"{format}\"");
            return 2;
        }

        await using var services = RunCommands.Services();
        var following = await services.GetRequiredService<ConfigurationSource>().LoadAsync(TimeProvider.System.GetUtcNow(), cancellationToken);
        var stories = new StoredStories(services.GetRequiredService<IBlobStore>());
        var coverages = await stories.CoverageAsync(from, to, following.Desk.Zone, [.. following.Feeds.Select(f => f.Outlet)], cancellationToken);
        await output.WriteAsync(format == "csv" ? Csv(coverages) : JsonOf(coverages));
        return 0;
    }

    /// <summary>Rebuilds in the configured storage.</summary>
    public static async Task<int> RebuildConfiguredAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var services = RunCommands.Services();
        await new StoredStories(services.GetRequiredService<IBlobStore>()).RebuildAsync(output, cancellationToken);
        return 0;
    }

    /// <summary>Each story of the time with who carried it, by first publication; of an article its latest version counts.</summary>
    /// <param name="from">First date of publication in the desk's zone; null for the earliest that is kept.</param>
    /// <param name="to">Last date, inclusive; null for the newest.</param>
    /// <param name="followed">Names of the outlets that are followed.</param>
    public async Task<IReadOnlyList<ExportedStory>> CoverageAsync(
        DateOnly? from, DateOnly? to, DeskZone zone, IReadOnlyList<string> followed, CancellationToken cancellationToken)
    {
        var (current, agencies) = await KeptAsync(cancellationToken);
        var outlets = followed.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return
        [
            .. (await ArticlesAsync(cancellationToken))
                .GroupBy(a => a.Id, StringComparer.Ordinal)
                .Select(versions => versions.MaxBy(a => a.SeenAt)!)
                .Where(a => (from is null || zone.DateOf(a.Published) >= from) && (to is null || zone.DateOf(a.Published) <= to))
                .GroupBy(a => current(a.Story), StringComparer.Ordinal)
                .Select(story => Exported(story.Key, [.. story], StoryCoverage.Of([.. story.Select(a => Covered(a, agencies))], outlets, zone.DateOf)))
                .OrderBy(story => story.FirstPublished).ThenBy(story => story.Story, StringComparer.Ordinal),
        ];
    }

    /// <summary>All stories as one table, outlet by day by topic.</summary>
    public static string Csv(IEnumerable<ExportedStory> stories) => CoverageCsv.Write(CoverageCell.Sum(stories.SelectMany(s => s.Cells)));

    /// <summary>A record a story.</summary>
    public static string JsonOf(IEnumerable<ExportedStory> stories) => JsonSerializer.Serialize(stories, Json) + Environment.NewLine;

    /// <summary>Writes the stories anew from the archive, and says of how much.</summary>
    public async Task RebuildAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var articles = await ArticlesAsync(cancellationToken);
        var days = await new StoryBook(store).RebuildAsync(articles, cancellationToken);
        await output.WriteLineAsync($"stories of {days} {(days == 1 ? "day" : "days")} rebuilt from {articles.Count} archived versions");
    }

    private static ExportedStory Exported(string story, List<MatchedArticle> articles, StoryCoverage coverage) => new(
        story,
        articles.Find(a => a.Id == coverage.First.Id)!.Headline,
        coverage.First.Outlet,
        coverage.First.Published.UtcDateTime,
        coverage.Accounts,
        coverage.Agencies,
        coverage.Countries,
        coverage.NotCarriedBy,
        coverage.Cells);

    private static CoveredArticle Covered(MatchedArticle article, Dictionary<string, string> agencies) => new(
        article.Id, article.Outlet, article.Country, article.Published,
        [.. article.Matches.Where(m => m.Matched).Select(m => m.Topic)], article.CopyOf, agencies.GetValueOrDefault(article.Id));

    private async Task<List<MatchedArticle>> ArticlesAsync(CancellationToken cancellationToken) =>
        [.. (await new ArticleArchive(store).AllAsync(cancellationToken)).Select(archived => archived.Article)];

    // Which story lives on under an identifier, and the agency that an article credits.
    private async Task<(Func<string, string> Current, Dictionary<string, string> Agencies)> KeptAsync(CancellationToken cancellationToken)
    {
        var into = new Dictionary<string, string>(StringComparer.Ordinal);
        var agencies = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var listed in store.ListAsync(Containers.Stories, "", cancellationToken))
        {
            var name = new BlobName(Containers.Stories, listed.Path);
            if (await store.ReadAsync(name, cancellationToken) is not { } blob)
            {
                continue;
            }

            var day = PipelineJson.Read<StoryDay>(blob.Content, name);
            foreach (var merge in day.Merges)
            {
                into[merge.From] = merge.Into;
            }

            foreach (var entry in day.Entries.Where(e => e.Agency is not null))
            {
                agencies[entry.Id] = entry.Agency!;
            }
        }

        return (story =>
        {
            for (var steps = 0; steps <= into.Count && into.TryGetValue(story, out var survivor); steps++)
            {
                story = survivor;
            }

            return story;
        }, agencies);
    }
}

/// <summary>A story as it is exported.</summary>
/// <param name="First">The outlet that published first.</param>
/// <param name="Accounts">Different texts: a wire story counts once.</param>
/// <param name="Agencies">Agencies credited.</param>
/// <param name="NotCarriedBy">Followed outlets without an article.</param>
/// <param name="Cells">Articles by outlet, day and topic.</param>
internal sealed record ExportedStory(
    string Story,
    string Headline,
    string First,
    DateTime FirstPublished,
    int Accounts,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<CountryCount> Countries,
    IReadOnlyList<string> NotCarriedBy,
    IReadOnlyList<CoverageCell> Cells);
