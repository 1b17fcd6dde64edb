using System.Globalization;
using System.Text.Json;

namespace Monitor.Cli.LocalHost;

/// <summary>What the Functions host reads of an app folder: host.json, and a function.json in each function's folder.</summary>
/// <param name="Executable">customHandler.description.defaultExecutablePath, resolved as the host does.</param>
/// <param name="InitializationTimeout">How long the handler has to answer its first probe.</param>
internal sealed record HostManifest(
    string AppFolder, string Executable, IReadOnlyList<string> Arguments, TimeSpan InitializationTimeout, IReadOnlyList<TimerFunction> Functions)
{
    /// <exception cref="LocalHostException">The folder is not one that the Functions host could run.</exception>
    public static HostManifest Read(string appFolder, IReadOnlyDictionary<string, string> settings)
    {
        var file = Path.Combine(appFolder, "host.json");
        if (!File.Exists(file))
        {
            throw new LocalHostException($"{file} is missing: this is not the folder of a function app");
        }

        using var host = JsonDocument.Parse(File.ReadAllText(file));
        var handler = host.RootElement.GetProperty("customHandler");
        var description = handler.GetProperty("description");
        var executable = description.GetProperty("defaultExecutablePath").GetString()!;
        var besideHost = Path.Combine(appFolder, executable);
        return new HostManifest(
            appFolder,
            // A relative path is taken where the file is there, otherwise it is a command on the PATH.
            File.Exists(besideHost) ? besideHost : executable,
            [.. description.GetProperty("arguments").EnumerateArray().Select(argument => Expand(argument.GetString()!, settings))],
            handler.TryGetProperty("initializationTimeout", out var timeout)
                ? TimeSpan.Parse(timeout.GetString()!, CultureInfo.InvariantCulture)
                : TimeSpan.FromSeconds(30),
            [.. Timers(appFolder, settings)]);
    }

    private static IEnumerable<TimerFunction> Timers(string appFolder, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var file in Directory.EnumerateFiles(appFolder, "function.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Order(StringComparer.Ordinal))
        {
            using var function = JsonDocument.Parse(File.ReadAllText(file));
            var name = Path.GetFileName(Path.GetDirectoryName(file)!);
            foreach (var binding in function.RootElement.GetProperty("bindings").EnumerateArray())
            {
                if (binding.GetProperty("type").GetString() == "timerTrigger")
                {
                    yield return new TimerFunction(
                        name, binding.GetProperty("name").GetString()!, Expand(binding.GetProperty("schedule").GetString()!, settings));
                }
            }
        }
    }

    private static string Expand(string text, IReadOnlyDictionary<string, string> settings)
    {
        if (text.Length < 2 || text[0] != '%' || text[^1] != '%')
        {
            return text;
        }

        var name = text[1..^1];
        return settings.TryGetValue(name, out var value)
            ? value
            : throw new LocalHostException($"the setting {name} is not set, and the function app asks for it");
    }
}

/// <param name="Binding">The binding's name: the property of the body that holds the timer.</param>
/// <param name="Schedule">Six-field NCRONTAB expression in UTC.</param>
internal sealed record TimerFunction(string Name, string Binding, string Schedule);
