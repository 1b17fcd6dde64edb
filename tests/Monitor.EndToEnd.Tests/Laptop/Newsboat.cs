using System.Diagnostics;
using System.Globalization;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>A reader of feeds that many use, for comparison by hand: MONITOR_NEWSBOAT names its program.</summary>
internal static class Newsboat
{
    public static string? Program { get; } = Environment.GetEnvironmentVariable("MONITOR_NEWSBOAT");

    /// <summary>Reads every feed once from scratch, so many at a time. In seconds.</summary>
    public static async Task<double> ReloadAsync(IEnumerable<string> addresses, int threads, string folder)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"newsboat-{threads}"))).FullName;
        await File.WriteAllLinesAsync(Path.Combine(home, "urls"), addresses);
        await File.WriteAllTextAsync(Path.Combine(home, "config"), string.Create(CultureInfo.InvariantCulture, $"reload-threads {threads}\n"));
        var start = new ProcessStartInfo(
            Program!, ["-x", "reload", "-u", Path.Combine(home, "urls"), "-c", Path.Combine(home, "cache.db"), "-C", Path.Combine(home, "config")]);
        start.Environment["HOME"] = home;
        var watch = Stopwatch.StartNew();
        using var reload = Process.Start(start)!;
        await reload.WaitForExitAsync();
        return watch.Elapsed.TotalSeconds;
    }
}
