using System.CommandLine;
using Monitor.Core.Topics;
using Monitor.Pipeline.NearMisses;

namespace Monitor.Cli.Authoring;

/// <summary>`topics backtest`: what a changed set would gain and lose, before it is published.</summary>
internal static class BacktestCommand
{
    private const int MostEvidence = 5;

    private static readonly string[] Levels = ["none", "passing", "central"];

    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var against = new Option<string>("--against") { Description = "Folder of the topic files in force.", Required = true };
        var on = new Option<string>("--on") { Description = "\"archive\", or a file of documents as JSON lines (id, title, summary, text).", DefaultValueFactory = _ => Stored.Archive };
        var stored = new Stored(TimeSpan.FromDays(28));
        var command = new Command("backtest", "Replays a changed set of topics and lists gained and lost matches.") { folder, against, on };
        stored.AddTo(command);
        command.SetAction((parsed, cancellationToken) => TopicsCommand.RunAsync(async () =>
        {
            if (TopicFolder.Load(parsed.GetValue(against)!, Console.Error) is not { } before || TopicFolder.Load(parsed.GetValue(folder)!, Console.Error) is not { } after)
            {
                return 2;
            }

            var source = parsed.GetValue(on)!;
            var backtest = new Run(before, after, Console.Out);
            if (source == Stored.Archive)
            {
                var (from, to) = stored.Span(parsed);
                return await Stored.ReadAsync(async store =>
                {
                    await backtest.OnArchiveAsync(new Replay(store).SeenBetweenAsync(from, to, cancellationToken));
                    return 0;
                });
            }

            if (!File.Exists(source))
            {
                await Console.Error.WriteLineAsync($"there is no file {source}");
                return 2;
            }

            backtest.OnDocuments(Documents.ReadLines(source));
            return 0;
        }));
        return command;
    }

    /// <summary>One replay, told line by line.</summary>
    internal sealed class Run(TopicSet before, TopicSet after, TextWriter output)
    {
        private int gained;
        private int lost;

        public void OnDocuments(IEnumerable<(string Id, TopicDocument Document)> documents)
        {
            Begin();
            foreach (var change in Backtest.Compare(before, after, documents))
            {
                Tell(change);
            }

            End();
        }

        public async Task OnArchiveAsync(IAsyncEnumerable<ReplayedArticle> articles)
        {
            Begin();
            var (matched, missed) = (0, 0);
            await foreach (var article in articles)
            {
                (matched, missed) = article.Matched ? (matched + 1, missed) : (matched, missed + 1);
                foreach (var change in Backtest.Compare(before, after, [(article.Url, article.Document)]))
                {
                    Tell(change);
                }
            }

            End();
            output.WriteLine($"replayed {matched} articles that matched and {missed} that fell short by one signal (their text up to {KeptNearMiss.MostText} characters)");
            output.WriteLine("Articles that matched nothing and were not near it were never kept: what a wider rule would gain among them is not seen here.");
        }

        private void Begin() => output.WriteLine($"rules {before.Hash[..8]} -> {after.Hash[..8]}");

        private void End() => output.WriteLine($"{gained} gained, {lost} lost");

        private void Tell(BacktestChange change)
        {
            var isGained = change.After > change.Before;
            (gained, lost) = isGained ? (gained + 1, lost) : (gained, lost + 1);
            var evidence = (isGained ? change.New : change.Old)?.Evidence ?? [];
            var shown = evidence.Where(hit => hit.Weight > 0).DistinctBy(hit => hit.Signal).Take(MostEvidence).Select(hit => $"{hit.Signal} \"{hit.Text}\"");
            output.WriteLine($"{(isGained ? "+" : "-")} {change.Topic} {Levels[change.Before]} -> {Levels[change.After]} {change.Id} {change.Title} | {string.Join(", ", shown)}");
        }
    }
}
