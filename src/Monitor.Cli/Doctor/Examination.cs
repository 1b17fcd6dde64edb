using System.Runtime.CompilerServices;
using Monitor.Cli.Doctor.Checks;
using Monitor.Cli.Doctor.Through;

namespace Monitor.Cli.Doctor;

/// <summary>
/// Everything that is looked at, in this order: what a later look needs, an earlier one has found. Of storage that does not
/// answer only that is said: whatever lies in it is not looked at.
/// </summary>
internal static class Examination
{
    /// <param name="through">Whether a test entry goes the whole way, to operations' inbox.</param>
    public static IReadOnlyList<ICheck> Checks(bool through) =>
    [
        new ToolsCheck(),
        new MachineCheck(),
        new PackageCheck(),
        new SettingsCheck(),
        new SeedsCheck(),
        new StorageCheck(),
        new FilesCheck(),
        new MailCheck(),
        new RunsCheck(),
        new MessagesCheck(),
        new FeedsCheck(),
        .. through ? [new LanguageCheck(), new ThroughCheck()] : Array.Empty<ICheck>(),
    ];

    /// <param name="begins">Told of each look before it is taken.</param>
    public static async IAsyncEnumerable<Finding> RunAsync(
        Patient patient, IReadOnlyList<ICheck> checks, Action<ICheck> begins, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            begins(check);
            foreach (var finding in await LookAsync(check, patient, cancellationToken))
            {
                yield return finding;
            }
        }
    }

    // A look that breaks off must not hide the others: that it did is a finding too.
    private static async Task<IReadOnlyList<Finding>> LookAsync(ICheck check, Patient patient, CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        try
        {
            await foreach (var finding in check.RunAsync(patient, cancellationToken))
            {
                found.Add(finding);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            found.Add(StorageCheck.Refused(check.Name, patient, e)
                ?? Finding.Fault(check.Name, $"the look broke off: {e.GetType().Name}, {e.Message.Split('\n')[0]}", "run it again; where it stays, look at what was seen above it"));
        }

        return found;
    }
}
