using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monitor.Cli.LocalHost;

/// <summary>
/// The Functions host's web server: passes a request on to the handler as the host does without forwarding (a POST of JSON to
/// /{function}), and answers the browser with the output of the http binding.
/// </summary>
internal sealed class WebFront : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient handler;

    private WebFront(WebApplication app, HttpClient handler) => (this.app, this.handler) = (app, handler);

    /// <summary>On a free port of the loopback address.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<WebFront> StartAsync(
        IReadOnlyList<HttpFunction> functions, Uri handlerAddress, string hostVersion, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var handler = new HttpClient { BaseAddress = handlerAddress, Timeout = TimeSpan.FromMinutes(11) };
        handler.DefaultRequestHeaders.UserAgent.ParseAdd($"Azure-Functions-Host/{hostVersion}");
        handler.DefaultRequestHeaders.Add("X-Azure-Functions-HostVersion", hostVersion);
        var front = new WebFront(app, handler);
        foreach (var function in functions)
        {
            app.MapMethods($"/api/{function.Route}", function.Methods, context => front.PassOnAsync(function, context));
        }

        await app.StartAsync(cancellationToken);
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        handler.Dispose();
    }

    private async Task PassOnAsync(HttpFunction function, HttpContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function.Name}")
        {
            Content = new StringContent((await InvocationAsync(function, context.Request)).ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        using var response = await handler.SendAsync(request, context.RequestAborted);
        var res = response.IsSuccessStatusCode
            ? JsonNode.Parse(await response.Content.ReadAsStringAsync(context.RequestAborted))?["outputs"]?["res"]
            : null;
        if (res is null)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        context.Response.StatusCode = res["statusCode"]!.GetValue<int>();
        foreach (var (name, value) in res["headers"]!.AsObject())
        {
            context.Response.Headers[name] = value!.ToString();
        }

        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(res["body"]!.ToString()), context.RequestAborted);
    }

    // Bodies of forms come as they are, those of several parts in Base64.
    private static async Task<JsonObject> InvocationAsync(HttpFunction function, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var isMultipart = request.ContentType?.Contains("multipart/", StringComparison.OrdinalIgnoreCase) == true;
        var req = new JsonObject
        {
            ["Url"] = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}",
            ["Method"] = request.Method,
            ["Query"] = new JsonObject(request.Query.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()))),
            ["Headers"] = new JsonObject(request.Headers.Select(header =>
                KeyValuePair.Create(header.Key, (JsonNode?)new JsonArray([.. header.Value.Select(value => JsonValue.Create(value))])))),
            ["Params"] = new JsonObject(),
            ["Identities"] = new JsonArray(),
        };
        if (body.Length > 0)
        {
            req["Body"] = isMultipart ? Convert.ToBase64String(body.ToArray()) : Encoding.UTF8.GetString(body.ToArray());
        }

        return new JsonObject
        {
            ["Data"] = new JsonObject { [function.Binding] = req },
            ["Metadata"] = new JsonObject { ["sys"] = new JsonObject { ["MethodName"] = function.Name } },
        };
    }
}
