using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>The disk that work and logs go to, and the rules of time zones that editions follow.</summary>
internal sealed class MachineCheck : ICheck
{
    private const long Tight = 2_000_000_000;
    private const long TooTight = 200_000_000;
    private static readonly Period Old = Period.FromYears(2);

    public string Name => "machine";

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folder = Directory.Exists(patient.WorkFolder) ? patient.WorkFolder : Path.GetDirectoryName(Path.GetFullPath(patient.WorkFolder))!;
        var free = patient.FreeBytes(folder);
        var seen = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:0.0} GB free for {folder}");
        yield return free < TooTight
            ? Finding.Fault("disk", seen, "free some: local storage stops taking writes when the disk is full")
            : free < Tight ? Finding.Warning("disk", seen, "free some: a demo needs about 1 GB, a build as much again") : Finding.Ok("disk", seen);

        // "TZDB: 2026a (mapping: ...)": the year and letter of the release.
        var version = DateTimeZoneProviders.Tzdb.VersionId.Split(' ').ElementAtOrDefault(1) ?? "?";
        var year = int.TryParse(version.AsSpan(0, Math.Min(4, version.Length)), out var released) ? released : 0;
        yield return new LocalDate(Math.Max(year, 1), 1, 1) + Old < LocalDate.FromDateTime(patient.Now.UtcDateTime)
            ? Finding.Warning("zone data", $"release {version} is old", "raise NodaTime in Directory.Packages.props: editions follow the daylight saving that it knows")
            : Finding.Ok("zone data", $"release {version}");
    }
}
