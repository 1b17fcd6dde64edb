using System.Runtime.CompilerServices;
using System.Text.Json;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>The function app's folder as the Functions host would find it: host.json, the handler, a function.json for each function.</summary>
internal sealed class PackageCheck : ICheck
{
    private const string Check = "function app";
    private static readonly string[] Functions = ["CheckHealth", "PollFeeds", "SendDigests", "SendMessages"];

    public string Name => Check;

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folder = patient.AppFolder;
        if (!Directory.Exists(folder))
        {
            yield return Finding.Warning(Check, $"{folder} is not there", "build it: `monitor --help` does, and `monitor package` makes the zip for Azure");
            yield break;
        }

        yield return Look(folder);
    }

    private static Finding Look(string folder)
    {
        // What %NAME% stands for is a matter of the settings; here every name will do.
        var settings = KnownSettings.Schedules.ToDictionary(name => name, _ => "0 0 * * * *");
        HostManifest manifest;
        try
        {
            manifest = HostManifest.Read(folder, settings);
        }
        catch (Exception e) when (e is LocalHostException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Finding.Fault(Check, $"the Functions host cannot read it: {e.Message}", $"publish it anew: dotnet publish src/Monitor.Functions -c Release -r linux-x64 --self-contained");
        }

        if (!Path.IsPathRooted(manifest.Executable) || !File.Exists(manifest.Executable))
        {
            return Finding.Fault(Check, $"host.json names {manifest.Executable} as the handler, and there is none in {folder}", "publish it anew; the handler must lie beside host.json");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(manifest.Executable) & UnixFileMode.UserExecute) == 0)
        {
            return Finding.Fault(Check, $"the handler is not executable: {manifest.Executable}", $"chmod +x {manifest.Executable}; zip it on Linux or with `monitor package`, so that it stays so");
        }

        var missing = Functions.Except(manifest.Functions.Select(function => function.Name)).ToList();
        return missing.Count > 0
            ? Finding.Fault(Check, $"no timer for {string.Join(", ", missing)}", "publish it anew: each function has a folder with a function.json")
            : Finding.Ok(Check, $"{manifest.Functions.Count} timers and their handler in {folder}");
    }
}
