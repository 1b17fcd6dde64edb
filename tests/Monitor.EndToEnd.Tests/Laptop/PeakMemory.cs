using System.Globalization;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>The most memory that a process has held, as Linux tells it.</summary>
internal static class PeakMemory
{
    /// <summary>In MB; 0 where the system does not say.</summary>
    public static long Of(int process) =>
        File.Exists($"/proc/{process}/status")
            ? File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(line => long.Parse(line["VmHWM:".Length..^2].Trim(), CultureInfo.InvariantCulture) / 1024).FirstOrDefault()
            : 0;
}
