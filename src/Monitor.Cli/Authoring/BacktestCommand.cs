using System.CommandLine;
using Monitor.Core.Topics;

namespace Monitor.Cli.Authoring;

/// <summary>`topics backtest`: what a changed set would gain and lose, before it is published.</summary>
internal static class BacktestCommand
{
    private static readonly string[] Levels = ["none", "passing", "central"];

    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var against = new Option<string>("--against") { Description = "Folder of the topic files in force.", Required = true };
        var on = new Option<FileInfo>("--on") { Description = "Documents as JSON lines (id, title, summary, text).", Required = true };
        var command = new Command("backtest", "Replays a changed set of topics and lists gained and lost matches.") { folder, against, on };
        command.SetAction(parsed => TopicsCommand.Run(() =>
        {
            if (TopicFolder.Load(parsed.GetValue(against)!, Console.Error) is not { } before || TopicFolder.Load(parsed.GetValue(folder)!, Console.Error) is not { } after)
            {
                return 2;
            }

            if (parsed.GetValue(on) is not { Exists: true } file)
            {
                Console.Error.WriteLine($"there is no file {parsed.GetValue(on)}");
                return 2;
            }

            var (gained, lost) = (0, 0);
            Console.WriteLine($"rules {before.Hash[..8]} -> {after.Hash[..8]}");
            foreach (var change in Backtest.Compare(before, after, Documents.ReadLines(file.FullName)))
            {
                (gained, lost) = change.After > change.Before ? (gained + 1, lost) : (gained, lost + 1);
                var signals = (change.After > change.Before ? change.New : change.Old)?.Evidence.Where(e => e.Weight > 0).Select(e => e.Signal).Distinct() ?? [];
                Console.WriteLine($"{(change.After > change.Before ? "+" : "-")} {change.Topic} {Levels[change.Before]} -> {Levels[change.After]} {change.Id} {change.Title} | {string.Join(", ", signals)}");
            }

            Console.WriteLine($"{gained} gained, {lost} lost");
            return 0;
        }));
        return command;
    }
}
