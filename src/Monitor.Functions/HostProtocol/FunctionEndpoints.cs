using System.Text.Json;
using Monitor.Adapters.Telemetry;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.Telemetry;

namespace Monitor.Functions.HostProtocol;

/// <summary>
/// The custom handler's side of the contract: any answer to GET / means ready; POST /{function} runs the function. An answer is
/// JSON with 200, or 500 after the failure was logged; an empty one would leave the host waiting until its time limit. A web request comes
/// the same way, and the answer to the browser is an output (ADR 19).
/// </summary>
internal static partial class FunctionEndpoints
{
    private static readonly byte[] NoInvocation = """{"error":"the body is not an invocation"}"""u8.ToArray();
    private static readonly byte[] Ready = """{"status":"ready"}"""u8.ToArray();

    public static void MapReadiness(this WebApplication app) =>
        app.MapGet("/", static context => WriteAsync(context, StatusCodes.Status200OK, Ready));

    public static void MapFunction(
        this WebApplication app, string name, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<RunReport>> run) =>
        app.Map(name, (services, _, now, token) => run(services, now, token));

    /// <summary>A function that the queue triggers. What is no shard's message fails, so that the host sets it aside in the end.</summary>
    public static void MapShard(
        this WebApplication app, string name, Func<IServiceProvider, ShardDelivery, CancellationToken, Task<RunReport>> run) =>
        app.Map(name, (services, invocation, now, token) => run(services, invocation.Delivery(now), token));

    private static void Map(
        this WebApplication app, string name, Func<IServiceProvider, Invocation, DateTimeOffset, CancellationToken, Task<RunReport>> run) =>
        app.MapPost($"/{name}", context => AnswerAsync(context, name, run));

    /// <summary>A function that the host serves on the web: bindings httpTrigger "req" and http "res".</summary>
    public static void MapHttpFunction(
        this WebApplication app, string name, Func<IServiceProvider, HttpInvocation, CancellationToken, Task<HttpAnswer>> answer) =>
        app.MapPost($"/{name}", context => AnswerAsync(context, name, answer));

    private static async Task AnswerAsync(
        HttpContext context, string name, Func<IServiceProvider, HttpInvocation, CancellationToken, Task<HttpAnswer>> answer)
    {
        if (HttpInvocation.Parse(await BodyAsync(context), "req") is not { } request)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, NoInvocation);
            return;
        }

        try
        {
            // Neither the query nor what comes of it is logged: it says who reads what.
            var (status, headers, body) = await answer(context.RequestServices, request, context.RequestAborted);
            var res = new { statusCode = status, headers, body };
            await WriteAsync(context, StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(
                new { Outputs = new { res }, Logs = Array.Empty<string>(), ReturnValue = (string?)null }, JsonSerializerOptions.Web));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            RequestNotAnswered(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(name), name, LogText.WithoutAddresses(e.ToString()));
            await WriteAsync(context, StatusCodes.Status500InternalServerError, JsonSerializer.SerializeToUtf8Bytes(new { error = e.Message }));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static async Task AnswerAsync(
        HttpContext context, string name, Func<IServiceProvider, Invocation, DateTimeOffset, CancellationToken, Task<RunReport>> run)
    {
        if (Invocation.Parse(await BodyAsync(context)) is not { } invocation)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, NoInvocation);
            return;
        }

        var services = context.RequestServices;
        var now = invocation.UtcNow ?? services.GetRequiredService<TimeProvider>().GetUtcNow();
        // There before the run: what nobody listens to is not measured.
        var telemetry = services.GetService<TelemetryExport>();
        FunctionRunner? runner = null;
        try
        {
            runner = services.GetRequiredService<FunctionRunner>();
            // A host that stops listening has not asked to stop: the run goes on to its end, or to its own time limit.
            var report = await runner
                .RunAsync(name, now, (at, token) => run(services, invocation, at, token), CancellationToken.None);
            telemetry?.Flush();
            await WriteAsync(context, StatusCodes.Status200OK, Answer(report));
        }
        // The host learns of it by the status, and retries; the body it throws away, so what happened must be in the log.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (runner is null)
            {
                RunNotStarted(services.GetRequiredService<ILoggerFactory>().CreateLogger(name), name, LogText.WithoutAddresses(e.ToString()));
            }

            telemetry?.Flush();
            await WriteAsync(
                context, StatusCodes.Status500InternalServerError, JsonSerializer.SerializeToUtf8Bytes(new { error = e.Message }));
        }
    }

    // What the host reads (outputs, logs, returnValue), and beside it what this run did, for whoever fired it by hand.
    private static byte[] Answer(RunReport report) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Outputs = new { },
                Logs = Array.Empty<string>(),
                ReturnValue = (string?)null,
                Report = new { report.Function, report.Seconds, report.Part, report.ShardsQueued, report.Poll, report.Messages, report.Notes },
            },
            JsonSerializerOptions.Web);

    private static async Task WriteAsync(HttpContext context, int status, byte[] json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    [LoggerMessage(1005, LogLevel.Error, "{Function} could not answer: {Failure}")]
    private static partial void RequestNotAnswered(ILogger logger, string function, string failure);

    [LoggerMessage(1004, LogLevel.Error, "{Function} could not be started: {Failure}")]
    private static partial void RunNotStarted(ILogger logger, string function, string failure);
}
