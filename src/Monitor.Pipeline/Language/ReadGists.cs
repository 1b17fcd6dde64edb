using Microsoft.Extensions.Logging;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Telemetry;

namespace Monitor.Pipeline.Language;

/// <summary>
/// Reads what matched articles name and say, before they are archived. A service that fails, is slow or has used up its budget
/// holds up no match: the local reader answers in its place.
/// </summary>
public sealed partial class ReadGists(ILanguageReader reader, TimeProvider clock, ILogger<ReadGists> logger)
{
    /// <summary>For all articles of a run; well within the run's own limit.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<PlacedArticle>> RunAsync(IReadOnlyList<PlacedArticle> articles, CancellationToken cancellationToken)
    {
        if (articles.Count == 0)
        {
            return articles;
        }

        var texts = articles.Select(Text).ToList();
        using var trace = Instruments.Traces.StartActivity("read gists");
        trace?.SetTag("monitor.texts", texts.Count);
        var readout = await ReadAsync(texts, cancellationToken);
        foreach (var problem in readout.Problems)
        {
            Instruments.LanguageFellBack();
            GistFellBack(texts.Count, problem);
        }

        return [.. articles.Zip(readout.Gists, (placed, gist) => placed with { Article = placed.Article with { Gist = gist } })];
    }

    private async Task<LanguageReadout> ReadAsync(List<LanguageText> texts, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var readout = await reader.ReadAsync(texts, either.Token);
            return readout.Gists.Count == texts.Count ? readout : LocalLanguageReader.Read(texts) with { Problems = ["the service lost count of the texts"] };
        }
        // Whatever it is, an article that matched is kept; only the end of the run itself goes on.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var why = limit.IsCancellationRequested ? $"no answer within {TimeLimit.TotalSeconds:0} s" : e.GetType().Name;
            return LocalLanguageReader.Read(texts) with { Problems = [why] };
        }
    }

    private static LanguageText Text(PlacedArticle placed)
    {
        var document = placed.Article.Document;
        var text = document.Text.Length > 0 ? document.Text : document.Summary.Length > 0 ? document.Summary : document.Title;
        return new LanguageText(document.Title, text, placed.Entry.Article?.Language);
    }

    [LoggerMessage(1201, LogLevel.Warning, "language: of {Texts} texts some were read by the local reader: {Problem}")]
    private partial void GistFellBack(int texts, string problem);
}
