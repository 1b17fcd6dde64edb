using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>What a laptop needs beside Monitor: the .NET SDK to build, Node for the storage and the inbox, these two themselves, and a port for the demo.</summary>
internal sealed class ToolsCheck : ICheck
{
    private const int OldestSdk = 10;

    public string Name => "tools";

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // An environment in Azure needs none of them where this runs.
        if (!patient.IsLocal)
        {
            yield break;
        }

        yield return Sdk(await VersionAsync(patient.Dotnet, cancellationToken));
        yield return Node(await VersionAsync(patient.Node, cancellationToken));
        yield return Services(Path.Combine(patient.WorkFolder, "services"));
        yield return Ports.IsFree(patient.DemoPort)
            ? Finding.Ok("demo port", $"{patient.DemoPort} is free")
            : Finding.Warning("demo port", $"something listens on port {patient.DemoPort}, where the demo's outlets are",
                "end what listens there (a demo that still runs?), or choose another port: monitor demo --port 8601 --fresh");
    }

    private static Finding Sdk(string? version) =>
        version is null
            ? Finding.Warning(".NET", $"runtime {Environment.Version}; no SDK was found", "install the .NET SDK 10 to build, test and package: https://dotnet.microsoft.com/download/dotnet/10.0")
            : Major(version) < OldestSdk
                ? Finding.Fault(".NET", $"SDK {version} is too old", "install the .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0")
                : Finding.Ok(".NET", $"SDK {version}, runtime {Environment.Version}");

    private static Finding Node(string? version) =>
        version is null
            ? Finding.Fault("Node", "none was found", $"install Node {LocalServices.OldestNode} or later, for the local storage and inbox: https://nodejs.org")
            : Major(version) < LocalServices.OldestNode
                ? Finding.Fault("Node", $"{version} is too old", $"install Node {LocalServices.OldestNode} or later, for the local storage and inbox: https://nodejs.org")
                : Finding.Ok("Node", version);

    private static Finding Services(string folder)
    {
        var again = $"delete {folder}, then run `monitor demo`: it installs them anew";
        if (!File.Exists(Path.Combine(folder, ".installed")))
        {
            return Finding.Warning("local services", "Azurite and the inbox are not installed yet", "run `monitor demo` or `monitor up`: both install them, from npm");
        }

        var missing = LocalServices.Programs.Where(program => !File.Exists(Path.Combine(folder, program))).ToList();
        if (missing.Count > 0)
        {
            return Finding.Fault("local services", $"installed, and yet {string.Join(" and ", missing)} is missing", again);
        }

        var wanted = LocalServices.LockHash();
        return File.ReadAllText(Path.Combine(folder, ".installed")) == wanted
            ? Finding.Ok("local services", $"Azurite {Installed(folder, "azurite")}, maildev {Installed(folder, "maildev")}")
            : Finding.Warning("local services", "of another version of Monitor", "run `monitor demo` or `monitor up`: both install the right ones");
    }

    private static string Installed(string folder, string package)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "node_modules", package, "package.json")));
            return json.RootElement.GetProperty("version").GetString() ?? "?";
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException)
        {
            return "?";
        }
    }

    private static async Task<string?> VersionAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output.Trim().TrimStart('v') : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static int Major(string version) => int.TryParse(version.Split('.')[0], out var major) ? major : 0;
}
