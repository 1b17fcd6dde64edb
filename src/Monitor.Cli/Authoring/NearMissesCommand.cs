using System.CommandLine;
using Monitor.Core.Topics;
using Monitor.Pipeline.NearMisses;

namespace Monitor.Cli.Authoring;

/// <summary>`topics near-misses`: what fell short by one signal, as the polls kept it or in a file of documents.</summary>
internal static class NearMissesCommand
{
    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var on = new Option<string>("--on") { Description = "\"archive\", or a file of documents as JSON lines (id, title, summary, text).", DefaultValueFactory = _ => Stored.Archive };
        var stored = new Stored(TimeSpan.FromDays(7));
        var command = new Command("near-misses", "Lists documents that fell short of a topic by one signal.") { folder, on };
        stored.AddTo(command);
        command.SetAction((parsed, cancellationToken) => TopicsCommand.RunAsync(async () =>
        {
            var source = parsed.GetValue(on)!;
            if (source == Stored.Archive)
            {
                var (from, to) = stored.Span(parsed);
                return await Stored.ReadAsync(async store =>
                {
                    var count = 0;
                    await foreach (var kept in new NearMissStore(store).SeenBetweenAsync(from, to, cancellationToken))
                    {
                        count++;
                        Print(kept.Miss, kept.Url, $"{kept.Document.Title} ({kept.Outlet})");
                    }

                    Console.WriteLine($"{count} near misses");
                    return 0;
                });
            }

            if (TopicFolder.Load(parsed.GetValue(folder)!, Console.Error) is not { } set)
            {
                return 2;
            }

            if (!File.Exists(source))
            {
                await Console.Error.WriteLineAsync($"there is no file {source}");
                return 2;
            }

            Print(set, source);
            return 0;
        }));
        return command;
    }

    private static void Print(TopicSet set, string file)
    {
        var count = 0;
        foreach (var (id, document) in Documents.ReadLines(file))
        {
            foreach (var miss in set.NearMisses(document))
            {
                count++;
                Print(miss, id, document.Title);
            }
        }

        Console.WriteLine($"{count} near misses");
    }

    private static void Print(NearMiss miss, string id, string title)
    {
        var held = miss.HeldBack.Count > 0 ? $"; held back: {string.Join(", ", miss.HeldBack)}" : "";
        Console.WriteLine(FormattableString.Invariant($"{miss.Topic} {miss.Score:0.##}, short of {miss.Short:0.##}: {id} {title} | {string.Join(", ", miss.Found)}{held}"));
    }
}
