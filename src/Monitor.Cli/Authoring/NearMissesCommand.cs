using System.CommandLine;

namespace Monitor.Cli.Authoring;

/// <summary>`topics near-misses`: what fell short by one signal.</summary>
internal static class NearMissesCommand
{
    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var on = new Option<FileInfo>("--on") { Description = "Documents as JSON lines (id, title, summary, text).", Required = true };
        var command = new Command("near-misses", "Lists documents that fell short of a topic by one signal.") { folder, on };
        command.SetAction(parsed => TopicsCommand.Run(() =>
        {
            if (TopicFolder.Load(parsed.GetValue(folder)!, Console.Error) is not { } set)
            {
                return 2;
            }

            if (parsed.GetValue(on) is not { Exists: true } file)
            {
                Console.Error.WriteLine($"there is no file {parsed.GetValue(on)}");
                return 2;
            }

            var count = 0;
            foreach (var (id, document) in Documents.ReadLines(file.FullName))
            {
                foreach (var miss in set.NearMisses(document))
                {
                    count++;
                    var held = miss.HeldBack.Count > 0 ? $"; held back: {string.Join(", ", miss.HeldBack)}" : "";
                    Console.WriteLine(FormattableString.Invariant($"{miss.Topic} {miss.Score:0.##}, short of {miss.Short:0.##}: {id} {document.Title} | {string.Join(", ", miss.Found)}{held}"));
                }
            }

            Console.WriteLine($"{count} near misses");
            return 0;
        }));
        return command;
    }
}
