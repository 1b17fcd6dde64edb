using System.CommandLine;

namespace Monitor.Cli.Feeds;

/// <summary>`monitor feeds`: the list of feeds, how they are doing, and where to find more.</summary>
internal static class FeedsCommand
{
    public static Option<bool> Json() => new("--json") { Description = "JSON for programs instead of a table for people." };

    public static Option<string> List() => new("--feeds")
    {
        Description = "The list of feeds to work on.",
        DefaultValueFactory = _ => Path.Combine(LocalHost.WorkFolder.Seeds, "feeds.opml"),
    };

    public static Command Create() => new("feeds", "The feeds that are followed: how they are doing, and more of them.")
    {
        ListCommand.Create(),
        CheckCommand.Create(),
        ImportCommand.Create(),
        ExportCommand.Create(),
        FindCommand.Create(),
    };
}
