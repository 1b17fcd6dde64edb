using Monitor.Cli.Doctor;
using Monitor.Cli.Doctor.Checks;

namespace Monitor.Cli.Tests.Doctor;

/// <summary>One look at a patient, and what it came to.</summary>
internal static class Looks
{
    public static async Task<IReadOnlyList<Finding>> AtAsync(Patient patient, params ICheck[] checks) =>
        await Examination.RunAsync(patient, checks, _ => { }, CancellationToken.None).ToListAsync();

    /// <summary>The one finding of a verdict that says this.</summary>
    public static Finding ShouldSay(this IReadOnlyList<Finding> found, Verdict verdict, string seen)
    {
        var saying = found.Where(finding => finding.Verdict == verdict && finding.Seen.Contains(seen, StringComparison.Ordinal)).ToList();
        saying.ShouldHaveSingleItem($"{verdict} \"{seen}\" among: {string.Join(" | ", found)}");
        return saying[0];
    }

    public static Patient Patient(params (string Name, string Value)[] settings) =>
        new(settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.OrdinalIgnoreCase), "a test");
}
