using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Monitor.Cli.LocalHost;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>
/// Stands between the function app and Azurite, counts the writes, and at one of them lets a test strike: before the write has
/// reached storage, or after it has and before the app hears of it.
/// </summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly Lock counting = new();
    private readonly List<string> written = [];

    private StorageProxy(WebApplication app, HttpClient http, int port) => (this.app, this.http, Port) = (app, http, port);

    public int Port { get; }

    public int Writes => Written.Count;

    /// <summary>The writes as they came: PUT or DELETE, container, path.</summary>
    public IReadOnlyList<string> Written
    {
        get
        {
            lock (counting)
            {
                return [.. written];
            }
        }
    }

    /// <summary>The write to strike at, from 1; 0 for none.</summary>
    public int StrikeAt { get; set; }

    /// <summary>Whether the write reaches storage before the strike.</summary>
    public bool AfterTheWrite { get; set; }

    public Action Strike { get; set; } = () => { };

    public bool HasStruck { get; private set; }

    public static async Task<StorageProxy> StartAsync(int azuritePort)
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{azuritePort}") };
        var proxy = new StorageProxy(app, http, port);
        app.Run(proxy.ForwardAsync);
        await app.StartAsync();
        return proxy;
    }

    public void Reset(int strikeAt, bool afterTheWrite)
    {
        lock (counting)
        {
            written.Clear();
        }

        (StrikeAt, AfterTheWrite, HasStruck) = (strikeAt, afterTheWrite, false);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var strikes = IsWrite(context.Request) && CountIn(context.Request);
        if (strikes && !AfterTheWrite)
        {
            Hit(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path.ToUriComponent() + context.Request.QueryString)
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToArray()))
            {
                request.Content.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value.ToArray());
            }
        }

        using var response = await http.SendAsync(request);
        if (strikes)
        {
            Hit(context);
            return;
        }

        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await response.Content.CopyToAsync(context.Response.Body);
    }

    private static bool IsWrite(HttpRequest request) => HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method);

    private bool CountIn(HttpRequest request)
    {
        lock (counting)
        {
            // After the account's name.
            written.Add($"{request.Method} {Uri.UnescapeDataString(request.Path.Value!.Split('/', 3)[^1])}");
            return written.Count == StrikeAt;
        }
    }

    private void Hit(HttpContext context)
    {
        HasStruck = true;
        Strike();
        context.Abort();
    }
}
