using System.Globalization;
using System.Text.Json;

namespace Monitor.Cli.LocalHost;

/// <summary>What the Functions host reads of an app folder: host.json, and a function.json in each function's folder.</summary>
/// <param name="Executable">customHandler.description.defaultExecutablePath, resolved as the host does.</param>
/// <param name="InitializationTimeout">How long the handler has to answer its first probe.</param>
/// <param name="Functions">Those that timers fire.</param>
/// <param name="Queues">Those that queue messages fire.</param>
/// <param name="Routes">Those on the web.</param>
/// <param name="FunctionTimeout">How long an invocation may take before the host ends the handler.</param>
internal sealed record HostManifest(
    string AppFolder, string Executable, IReadOnlyList<string> Arguments, TimeSpan InitializationTimeout, IReadOnlyList<TimerFunction> Functions,
    IReadOnlyList<QueueFunction> Queues, IReadOnlyList<HttpFunction> Routes, TimeSpan FunctionTimeout)
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
            [.. Bindings(appFolder, "timerTrigger").Select(found => new TimerFunction(
                found.Function, found.Binding.GetProperty("name").GetString()!, Expand(found.Binding.GetProperty("schedule").GetString()!, settings), found.Retry))],
            [.. Bindings(appFolder, "queueTrigger").Select(found => new QueueFunction(
                found.Function, found.Binding.GetProperty("name").GetString()!, Expand(found.Binding.GetProperty("queueName").GetString()!, settings),
                QueueRules.Read(host.RootElement)))],
            [.. Bindings(appFolder, "httpTrigger").Select(found => new HttpFunction(
                found.Function, found.Binding.GetProperty("name").GetString()!, found.Binding.GetProperty("route").GetString()!,
                [.. found.Binding.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]))],
            host.RootElement.TryGetProperty("functionTimeout", out var limit)
                ? TimeSpan.Parse(limit.GetString()!, CultureInfo.InvariantCulture)
                : TimeSpan.FromMinutes(30));
    }

    private static IEnumerable<(string Function, JsonElement Binding, RetryRules Retry)> Bindings(string appFolder, string type)
    {
        foreach (var file in Directory.EnumerateFiles(appFolder, "function.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Order(StringComparer.Ordinal))
        {
            using var function = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var binding in function.RootElement.GetProperty("bindings").EnumerateArray())
            {
                if (binding.GetProperty("type").GetString() == type)
                {
                    yield return (Path.GetFileName(Path.GetDirectoryName(file))!, binding.Clone(), RetryRules.Read(function.RootElement));
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
internal sealed record TimerFunction(string Name, string Binding, string Schedule, RetryRules Retry);

/// <summary>retry of function.json: pauses that double from the shortest to the longest.</summary>
/// <param name="Most">0 where the file has no such part: the next tick is the next attempt.</param>
internal sealed record RetryRules(int Most, TimeSpan Shortest, TimeSpan Longest)
{
    public static RetryRules Read(JsonElement function) =>
        function.TryGetProperty("retry", out var retry)
            ? new RetryRules(
                retry.GetProperty("maxRetryCount").GetInt32(),
                TimeSpan.Parse(retry.GetProperty("minimumInterval").GetString()!, CultureInfo.InvariantCulture),
                TimeSpan.Parse(retry.GetProperty("maximumInterval").GetString()!, CultureInfo.InvariantCulture))
            : new RetryRules(0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Before the retry of that number, from 1.</summary>
    public TimeSpan Pause(int retry) => Shortest * Math.Pow(2, retry - 1) is var pause && pause < Longest ? pause : Longest;
}

/// <param name="Binding">The binding's name: the property of the body that holds the message.</param>
internal sealed record QueueFunction(string Name, string Binding, string Queue, QueueRules Rules);

/// <summary>extensions.queues of host.json.</summary>
/// <param name="MaxDequeueCount">Deliveries that fail before a message is set aside.</param>
/// <param name="VisibilityTimeout">How long a message that failed stays hidden.</param>
internal sealed record QueueRules(int MaxDequeueCount, TimeSpan VisibilityTimeout)
{
    /// <summary>With the host's defaults for what is not said.</summary>
    /// <exception cref="LocalHostException">The host would take the messages for Base64.</exception>
    public static QueueRules Read(JsonElement host)
    {
        if (!host.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty("queues", out var queues)
            || !queues.TryGetProperty("messageEncoding", out var encoding) || encoding.GetString() != "none")
        {
            throw new LocalHostException("host.json: extensions.queues.messageEncoding must be none, or the host takes the messages for Base64");
        }

        return new QueueRules(
            queues.TryGetProperty("maxDequeueCount", out var most) ? most.GetInt32() : 5,
            queues.TryGetProperty("visibilityTimeout", out var hidden) ? TimeSpan.Parse(hidden.GetString()!, CultureInfo.InvariantCulture) : TimeSpan.Zero);
    }
}

/// <param name="Binding">The binding's name: the property of the body that holds the request.</param>
/// <param name="Route">Below api/.</param>
internal sealed record HttpFunction(string Name, string Binding, string Route, IReadOnlyList<string> Methods);
