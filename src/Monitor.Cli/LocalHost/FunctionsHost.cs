using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Azure.Storage.Queues.Models;
using NCrontab;

namespace Monitor.Cli.LocalHost;

/// <summary>
/// Starts the function app, fires its timers, hands it queue messages and passes web requests on as the Azure Functions host does
/// (custom handler contract: environment, probe, invocation), so that what runs on a laptop is what runs in Azure. The app ends as
/// it does there: killed, without a warning.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private const string HostVersion = "4.1041.200.25360";

    private readonly ChildProcess process;
    private readonly HttpClient http;
    private readonly IDictionary<string, DateTimeOffset> lastRuns;

    private readonly WebFront front;

    private FunctionsHost(HostManifest manifest, ChildProcess process, HttpClient http, WebFront front, IDictionary<string, DateTimeOffset> lastRuns) =>
        (Manifest, this.process, this.http, this.front, this.lastRuns) = (manifest, process, http, front, lastRuns);

    public HostManifest Manifest { get; }

    public int ProcessId => process.Id;

    public bool HasExited => process.HasExited;

    public string LogFile => process.LogFile;

    /// <summary>Where the app listens.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Where its functions on the web are reached from outside.</summary>
    public Uri PublicAddress => front.Address;

    /// <summary>Starts the app and waits until it answers.</summary>
    /// <param name="settings">The app settings: environment of the process, and values of %NAME% in the manifests.</param>
    /// <param name="lastRuns">When each timer ran last, as the host keeps it in storage beyond the life of an instance; by default forgotten with it.</param>
    /// <exception cref="LocalHostException">It does not start, or does not answer in time.</exception>
    public static async Task<FunctionsHost> StartAsync(
        string appFolder, IReadOnlyDictionary<string, string> settings, string logFile, CancellationToken cancellationToken, Action<string>? onLine = null,
        IDictionary<string, DateTimeOffset>? lastRuns = null)
    {
        var manifest = HostManifest.Read(appFolder, settings);
        var port = Ports.Free();
        var worker = Guid.NewGuid().ToString();
        var environment = new Dictionary<string, string>(settings)
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
            ["FUNCTIONS_HTTPWORKER_PORT"] = $"{port}",
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = worker,
            ["FUNCTIONS_HTTPWORKER_ID"] = worker,
            ["FUNCTIONS_APP_ROOT_PATH"] = appFolder,
            ["FUNCTIONS_WORKER_RUNTIME"] = "custom",
        };
        var front = await WebFront.StartAsync(manifest.Routes, new Uri($"http://127.0.0.1:{port}"), HostVersion, cancellationToken);
        // In Azure the templates set it.
        environment.TryAdd("Monitor__PublicUrl", front.Address.AbsoluteUri);
        // A build that needs the shared framework finds the one that runs this.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            environment["DOTNET_ROOT"] = Path.GetDirectoryName(new FileInfo(Environment.ProcessPath!).ResolveLinkTarget(true)?.FullName ?? Environment.ProcessPath!)!;
        }

        ChildProcess process;
        try
        {
            process = ChildProcess.Start(manifest.Executable, manifest.Arguments, appFolder, logFile, environment, onLine);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            await front.DisposeAsync();
            throw new LocalHostException($"the function app {manifest.Executable} cannot be started: {e.Message}");
        }

        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(11) };
        var host = new FunctionsHost(manifest, process, http, front, lastRuns ?? new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));
        try
        {
            await host.ProbeAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fires a timer at the given instant of the host's clock.</summary>
    /// <param name="retry">0 for the first attempt.</param>
    /// <param name="isPastDue">The host was not there when it was time.</param>
    public async Task<FunctionAnswer> FireAsync(
        string function, DateTimeOffset at, CancellationToken cancellationToken, int retry = 0, bool isPastDue = false)
    {
        var timer = Manifest.Functions.FirstOrDefault(known => known.Name == function)
            ?? throw new LocalHostException($"the function app has no function {function}");
        var answer = await PostAsync(function, Body(timer, at, retry, isPastDue), cancellationToken);
        lastRuns[function] = at;
        return answer;
    }

    /// <summary>Hands a queue message over at the given instant of the host's clock.</summary>
    public Task<FunctionAnswer> DeliverAsync(QueueFunction function, QueueMessage message, DateTimeOffset at, CancellationToken cancellationToken) =>
        PostAsync(function.Name, Body(function, message, at), cancellationToken);

    /// <summary>Asks whether the app is still there, as the host does now and then. Any answer will do.</summary>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync("/", cancellationToken);
    }

    /// <summary>Ends the app at once.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        await front.DisposeAsync();
        http.Dispose();
        await process.DisposeAsync();
    }

    private async Task<FunctionAnswer> PostAsync(string function, JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}")
        {
            Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", HostVersion);
        request.Headers.UserAgent.ParseAdd($"Azure-Functions-Host/{HostVersion}");
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return Answer(response, text);
    }

    // Any answer counts; only a refused connection means "not yet".
    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Manifest.InitializationTimeout);
        while (true)
        {
            if (process.HasExited)
            {
                throw new LocalHostException($"the function app ended with code {process.ExitCode}; see {process.LogFile}");
            }

            try
            {
                using var answer = await http.GetAsync("/", limit.Token);
                return;
            }
            catch (HttpRequestException e) when (e.InnerException is SocketException)
            {
                await Task.Delay(25, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new LocalHostException($"the function app did not answer within {Manifest.InitializationTimeout.TotalSeconds:0} s; see {process.LogFile}");
            }
        }
    }

    private JsonObject Body(TimerFunction timer, DateTimeOffset at, int retry, bool isPastDue)
    {
        var last = lastRuns.TryGetValue(timer.Name, out var ran) ? Iso(ran) : "0001-01-01T00:00:00+00:00";
        var schedule = CrontabSchedule.Parse(timer.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        // "Next" is the occurrence that is being run.
        var next = new DateTimeOffset(schedule.GetNextOccurrence(at.UtcDateTime.AddSeconds(-1)), TimeSpan.Zero);
        return new JsonObject
        {
            ["Data"] = new JsonObject
            {
                [timer.Binding] = new JsonObject
                {
                    ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
                    ["ScheduleStatus"] = new JsonObject { ["Last"] = last, ["Next"] = Iso(next), ["LastUpdated"] = last },
                    ["IsPastDue"] = isPastDue,
                },
            },
            ["Metadata"] = new JsonObject
            {
                ["sys"] = Sys(timer.Name, at),
                ["RetryContext"] = new JsonObject { ["RetryCount"] = retry, ["MaxRetryCount"] = timer.Retry.Most },
            },
        };
    }

    // The message is JSON in a JSON string in the body; of its metadata only the sys part is typed.
    private static JsonObject Body(QueueFunction function, QueueMessage message, DateTimeOffset at) => new()
    {
        ["Data"] = new JsonObject { [function.Binding] = JsonValue.Create(message.Body.ToString()).ToJsonString() },
        ["Metadata"] = new JsonObject
        {
            ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["InsertionTime"] = message.InsertedOn is { } inserted ? Iso(inserted) : null,
            ["ExpirationTime"] = message.ExpiresOn is { } expires ? Iso(expires) : null,
            ["NextVisibleTime"] = message.NextVisibleOn is { } next ? Iso(next) : null,
            ["sys"] = Sys(function.Name, at),
        },
    };

    private static JsonObject Sys(string function, DateTimeOffset at) => new()
    {
        ["MethodName"] = function,
        ["UtcNow"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["RandGuid"] = Guid.NewGuid().ToString(),
    };

    // An empty or untyped answer leaves the real host waiting until its time limit: it is an error here.
    private static FunctionAnswer Answer(HttpResponseMessage response, string text)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var reason = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text)?["error"]?.ToString() : null;
            return new FunctionAnswer(false, reason ?? $"answered {(int)response.StatusCode}", null);
        }

        return response.Content.Headers.ContentType?.MediaType == "application/json" && JsonNode.Parse(text) is JsonObject answer
            ? new FunctionAnswer(true, "", answer)
            : new FunctionAnswer(false, "answered 200 without a JSON object; the host would wait for it until its time limit", null);
    }

    private static string Iso(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
}

/// <param name="Error">Why it failed; empty where it did not.</param>
/// <param name="Body">What the app answered.</param>
internal sealed record FunctionAnswer(bool Succeeded, string Error, JsonObject? Body);
