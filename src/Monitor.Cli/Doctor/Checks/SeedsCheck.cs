using System.Runtime.CompilerServices;
using Monitor.Cli.LocalHost;
using Monitor.Core;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>The files that people edit, as they lie on this disk.</summary>
internal sealed class SeedsCheck : ICheck
{
    private const int MostProblems = 8;

    public string Name => "files on disk";

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var (following, problems) = SeedFiles.Read(patient.SeedsFolder).Load();
        foreach (var finding in Problems(Name, problems, path => Path.Combine(patient.SeedsFolder, path)))
        {
            yield return finding;
        }

        if (following is not null)
        {
            yield return Finding.Ok(Name, $"{following.Feeds.Count} feeds, {following.Topics.Topics.Count} topics, {following.Desk.Editions.Count} editions in {patient.SeedsFolder}");
        }
    }

    /// <summary>A finding for each problem, the errors first, and one for those that do not fit.</summary>
    public static IEnumerable<Finding> Problems(string check, IReadOnlyList<ConfigProblem> problems, Func<string, string> path)
    {
        var ordered = problems.OrderByDescending(problem => problem.IsError).ToList();
        foreach (var problem in ordered.Take(MostProblems))
        {
            var at = $"{path(problem.File)}{(problem.Line > 0 ? $":{problem.Line}" : "")}";
            yield return problem.IsError
                ? Finding.Fault(check, $"{at}: {problem.Message}", $"correct {Path.GetFileName(problem.File)}{(problem.Line > 0 ? $", line {problem.Line}" : "")}: until then the file is refused")
                : Finding.Warning(check, $"{at}: {problem.Message}", $"look at {Path.GetFileName(problem.File)}{(problem.Line > 0 ? $", line {problem.Line}" : "")}");
        }

        if (ordered.Count > MostProblems)
        {
            yield return Finding.Warning(check, $"{ordered.Count - MostProblems} more problems", "correct those above first, then look again");
        }
    }
}
