namespace Monitor.Cli.LocalHost;

/// <summary>Where the repository is, and where a laptop keeps what it makes: .monitor, which git ignores.</summary>
internal static class WorkFolder
{
    /// <summary>The repository's root: what ./monitor says, otherwise the nearest folder upwards that holds Monitor.sln.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("MONITOR_ROOT") is { Length: > 0 } root ? root : FindRoot();

    public static string Work => Path.Combine(Root, ".monitor");

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The function app as it was built with this command line; MONITOR_APP names another, such as a published one.</summary>
    public static string FunctionApp =>
        Environment.GetEnvironmentVariable("MONITOR_APP") is { Length: > 0 } app
            ? Path.GetFullPath(app)
            : Path.Combine(Root, "artifacts", "bin", "Monitor.Functions", "release");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Monitor.sln")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
