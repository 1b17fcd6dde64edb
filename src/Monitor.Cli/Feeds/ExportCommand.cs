using System.CommandLine;

namespace Monitor.Cli.Feeds;

/// <summary>`monitor feeds export`: our list for other programs, OPML 2.0 with folders and every attribute.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "Where to write it; by default standard output.", Arity = ArgumentArity.ZeroOrOne };
        var feeds = FeedsCommand.List();
        var command = new Command("export", "Write the list of feeds as OPML 2.0 for other programs.") { file, feeds };
        command.SetAction(parsed => Run(parsed.GetValue(file), parsed.GetValue(feeds)!, Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string? file, string feeds, TextWriter output, TextWriter errors)
    {
        if (FeedsFile.Read(feeds, errors) is not { } ours)
        {
            return 2;
        }

        var text = ours.Export().Write();
        if (file is null)
        {
            output.Write(text);
        }
        else
        {
            File.WriteAllText(file, text);
            output.WriteLine($"{ours.Feeds.Count} feeds written to {file}");
        }

        return 0;
    }
}
