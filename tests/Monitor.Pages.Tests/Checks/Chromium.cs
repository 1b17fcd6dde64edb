namespace Monitor.Pages.Tests.Checks;

/// <summary>
/// Chromium, as this machine has it: what MONITOR_CHROMIUM names, else what is on the path. A container that has none and lets us
/// install gets Debian's.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly Lazy<Task<string?>> Found = new(FindAsync);

    /// <summary>Its path; null where there is none and none can be had.</summary>
    public static Task<string?> PathAsync() => Found.Value;

    /// <summary>Its path; without one the test is skipped, visibly.</summary>
    public static async Task<string> NeededAsync()
    {
        var path = await PathAsync();
        Assert.SkipWhen(path is null, "Chromium is not here: install it, or name it in MONITOR_CHROMIUM");
        return path!;
    }

    private static async Task<string?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("MONITOR_CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }

        if (OnPath() is { } found)
        {
            return found;
        }

        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        try
        {
            await NodeTools.RunAsync("apt-get", ["update", "-qq"], Path.GetTempPath());
            await NodeTools.RunAsync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], Path.GetTempPath());
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException)
        {
            return null;
        }

        return OnPath();
    }

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
