using Monitor.Core.Topics;

namespace Monitor.Cli.Authoring;

/// <summary>The topic files of a folder; by default seeds/topics under the repository's root.</summary>
internal static class TopicFolder
{
    public static string Root => Environment.GetEnvironmentVariable("MONITOR_ROOT") is { Length: > 0 } root ? root : Directory.GetCurrentDirectory();

    public static string Default => Path.Combine(Root, "seeds", "topics");

    /// <summary>In order of name; empty where the folder is not there.</summary>
    public static IReadOnlyList<TopicFile> Read(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => new TopicFile(Path.GetFileName(path), File.ReadAllText(path)))]
            : [];

    /// <summary>The set, or null after its problems were written to <paramref name="errors"/>.</summary>
    public static TopicSet? Load(string folder, TextWriter errors)
    {
        var files = Read(folder);
        if (files.Count == 0)
        {
            errors.WriteLine($"there is no topic file (*.yaml) in {folder}");
            return null;
        }

        var load = TopicSet.Load(files);
        foreach (var problem in load.Problems.Where(p => p.IsError))
        {
            errors.WriteLine(problem);
        }

        return load.Set;
    }
}
