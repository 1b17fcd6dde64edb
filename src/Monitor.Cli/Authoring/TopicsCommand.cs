using System.CommandLine;

namespace Monitor.Cli.Authoring;

/// <summary>`monitor topics`: the rule author's tools.</summary>
internal static class TopicsCommand
{
    public static Option<string> Folder() => new("--topics") { Description = "Folder of topic files.", DefaultValueFactory = _ => TopicFolder.Default };

    /// <summary>Runs a tool over files that people write: what is wrong with one of them is said in a line, not as a trace.</summary>
    public static int Run(Func<int> tool) => RunAsync(() => Task.FromResult(tool())).GetAwaiter().GetResult();

    public static async Task<int> RunAsync(Func<Task<int>> tool)
    {
        try
        {
            return await tool();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    public static Command Create() => new("topics", "The rule author's tools.")
    {
        CheckCommand.Create(),
        ExplainCommand.Create(),
        CalibrateCommand.Create(),
        BacktestCommand.Create(),
        NearMissesCommand.Create(),
        LabelCommand.Create(),
    };
}
