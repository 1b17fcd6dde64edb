using System.CommandLine;
using Monitor.Core.Topics;

namespace Monitor.Cli.Authoring;

/// <summary>`topics check`: every problem of every topic file, with its line.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var command = new Command("check", "Lints the topic files: errors refuse them, warnings do not.") { folder };
        command.SetAction(parsed =>
        {
            var files = TopicFolder.Read(parsed.GetValue(folder)!);
            var load = TopicSet.Load(files);
            foreach (var problem in load.Problems)
            {
                Console.WriteLine($"{problem.File}:{problem.Line}: {(problem.IsError ? "error" : "warning")}: {problem.Message}");
            }

            var (errors, warnings) = (load.Problems.Count(p => p.IsError), load.Problems.Count(p => !p.IsError));
            Console.WriteLine($"{files.Count} topic files, {errors} errors, {warnings} warnings{(load.Set is { } set ? $", rules {set.Hash[..8]}" : "")}");
            return load.Set is null || files.Count == 0 ? 1 : 0;
        });
        return command;
    }
}
