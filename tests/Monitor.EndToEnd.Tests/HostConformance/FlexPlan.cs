using System.Globalization;
using Monitor.Cli.LocalHost;

namespace Monitor.EndToEnd.Tests.HostConformance;

/// <summary>
/// A function app on a plan that scales each function by itself: an instance a function, which share nothing but storage and the
/// host's note of when each timer ran. An instance is started when its function is due, and taken away without a word; a handler
/// that ends while its instance lives is started again, and the invocation that it took along is tried again as function.json says.
/// </summary>
internal sealed class FlexPlan(string appFolder, IReadOnlyDictionary<string, string> settings, string logFolder) : IAsyncDisposable
{
    private readonly Dictionary<string, FunctionsHost> instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> lastRuns = new(StringComparer.Ordinal);
    private readonly HashSet<string> lost = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public IReadOnlyList<TimerFunction> Timers { get; } = HostManifest.Read(appFolder, settings).Functions;

    /// <summary>Handlers that were started.</summary>
    public int Starts { get; private set; }

    /// <summary>Attempts after the first.</summary>
    public int Retries { get; private set; }

    /// <summary>Fires a timer, and again as long as it fails and may. Null where the instance was lost meanwhile: nobody is left to try again.</summary>
    public async Task<FunctionAnswer?> FireAsync(TimerFunction timer, DateTimeOffset at, bool isPastDue)
    {
        for (var retry = 0; ; retry++)
        {
            FunctionAnswer answer;
            var instance = await RunningAsync(timer.Name);
            try
            {
                answer = await instance.FireAsync(timer.Name, at, CancellationToken.None, retry, isPastDue);
            }
            // The handler is gone, and the invocation with it.
            catch (HttpRequestException)
            {
                answer = new FunctionAnswer(false, "the handler has ended", null);
                var isLost = IsLost(timer.Name);
                await TakeAwayAsync(timer.Name);
                if (isLost)
                {
                    return null;
                }
            }

            if (answer.Succeeded || retry == timer.Retry.Most)
            {
                return answer;
            }

            Retries++;
            at += timer.Retry.Pause(retry + 1);
        }
    }

    /// <summary>The instance of a function is gone from one moment to the next.</summary>
    public void Lose(string function)
    {
        lock (gate)
        {
            lost.Add(function);
            instances[function].Kill();
        }
    }

    /// <summary>An invocation took longer than functionTimeout: the host ends the handler, and starts it again.</summary>
    public void TimeOut(string function)
    {
        lock (gate)
        {
            instances[function].Kill();
        }
    }

    /// <summary>Asks every handler whether it is there.</summary>
    public Task PingAsync() => Task.WhenAll(Instances().Select(instance => instance.PingAsync(CancellationToken.None)));

    /// <summary>Nothing runs any longer, and nothing was told that it would end.</summary>
    public async Task StopAsync()
    {
        foreach (var function in Timers.Select(timer => timer.Name))
        {
            await TakeAwayAsync(function);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<FunctionsHost> RunningAsync(string function)
    {
        if (Find(function) is { HasExited: false } running)
        {
            return running;
        }

        await TakeAwayAsync(function);
        var started = await FunctionsHost.StartAsync(
            appFolder, settings, Path.Combine(logFolder, string.Create(CultureInfo.InvariantCulture, $"{function}.log")), CancellationToken.None, lastRuns: lastRuns);
        lock (gate)
        {
            Starts++;
            return instances[function] = started;
        }
    }

    private async Task TakeAwayAsync(string function)
    {
        FunctionsHost? instance;
        lock (gate)
        {
            lost.Remove(function);
            instances.Remove(function, out instance);
        }

        await (instance?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private FunctionsHost? Find(string function)
    {
        lock (gate)
        {
            return instances.GetValueOrDefault(function);
        }
    }

    private List<FunctionsHost> Instances()
    {
        lock (gate)
        {
            return [.. instances.Values];
        }
    }

    private bool IsLost(string function)
    {
        lock (gate)
        {
            return lost.Contains(function);
        }
    }
}
