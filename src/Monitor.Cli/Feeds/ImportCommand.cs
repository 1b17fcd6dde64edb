using System.CommandLine;

namespace Monitor.Cli.Feeds;

/// <summary>`monitor feeds import`: another program's list of feeds into ours. What is followed already is left alone.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "An OPML file." };
        var feeds = FeedsCommand.List();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be added, and write nothing." };
        var command = new Command("import", "Add the feeds of an OPML file, in their folders, with all their attributes.") { file, feeds, dryRun };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(feeds)!, parsed.GetValue(dryRun), Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string file, string feeds, bool dryRun, TextWriter output, TextWriter errors)
    {
        if (FeedsFile.Read(feeds, errors) is not { } ours || FeedsFile.Read(file, errors) is not { } theirs)
        {
            return 2;
        }

        var import = ours.Import(theirs, Path.GetFileName(file));
        FeedsFile.Say(import.Problems, errors);
        foreach (var feed in import.Added)
        {
            output.WriteLine($"added    {feed.Name}  {feed.Url}{(feed.Folders.Count > 0 ? $"  in {string.Join(" / ", feed.Folders)}" : "")}");
        }

        foreach (var feed in import.Known)
        {
            output.WriteLine($"followed {feed.Name}  {feed.Url}");
        }

        if (!dryRun && import.Added.Count > 0)
        {
            Replace(feeds, import.Document.Write());
        }

        output.WriteLine($"{import.Added.Count} added{(dryRun ? " (not written)" : $" to {feeds}")}, {import.Known.Count} followed already");
        return 0;
    }

    // Whoever ends the program now keeps the old list or has the new one.
    private static void Replace(string path, string text)
    {
        var beside = $"{path}.new";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}
