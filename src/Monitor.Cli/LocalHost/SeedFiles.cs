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
            .. Directory.Exists(Path.Combine(folder, "topics"))
                ? Directory.EnumerateFiles(Path.Combine(folder, "topics"), "*.yaml").Select(file => ConfigFiles.TopicsFolder + Path.GetFileName(file))
                : [],
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
}
