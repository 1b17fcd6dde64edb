using System.CommandLine;

namespace Monitor.Cli.Authoring;

/// <summary>`monitor topics`: the rule author's tools.</summary>
internal static class TopicsCommand
{
    public static Option<string> Folder() => new("--topics") { Description = "Folder of topic files.", DefaultValueFactory = _ => TopicFolder.Default };

    public static Command Create() => new("topics", "The rule author's tools.")
    {
        CheckCommand.Create(),
        ExplainCommand.Create(),
        CalibrateCommand.Create(),
        BacktestCommand.Create(),
        NearMissesCommand.Create(),
    };
}
