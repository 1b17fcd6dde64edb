using Monitor.Core;
using Monitor.Pipeline.Configuration;

namespace Monitor.Cli.LocalHost;

/// <summary>The files that people edit, from a folder laid out as seeds/ is.</summary>
internal static class SeedFiles
{
    /// <param name="instead">Texts that stand in for files of the folder, by path.</param>
    public static ConfigFiles Read(string folder, IReadOnlyDictionary<string, string>? instead = null)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] paths =
        [
            ConfigFiles.FeedsPath,
            ConfigFiles.DeskPath,
            .. In(folder, ConfigFiles.TopicsFolder),
            .. In(folder, ConfigFiles.CalendarsFolder),
        ];
        foreach (var path in paths)
        {
            if (instead is not null && instead.TryGetValue(path, out var text))
            {
                texts[path] = text;
            }
            else if (File.Exists(Path.Combine(folder, path)))
            {
                texts[path] = File.ReadAllText(Path.Combine(folder, path));
            }
        }

        return new ConfigFiles(texts);
    }

    private static IEnumerable<string> In(string folder, string part) =>
        Directory.Exists(Path.Combine(folder, part))
            ? Directory.EnumerateFiles(Path.Combine(folder, part), "*.yaml").Select(file => part + Path.GetFileName(file))
            : [];

    /// <exception cref="ConfigRefusedException">A file is missing or has an error.</exception>
    public static void RefuseBad(this ConfigFiles files)
    {
        var errors = files.Load().Problems.Where(problem => problem.IsError).ToList();
        if (errors.Count > 0)
        {
            throw new ConfigRefusedException(errors);
        }
    }
}

/// <summary>A file that people edit cannot be used.</summary>
internal sealed class ConfigRefusedException(IReadOnlyList<ConfigProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems));
