using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monitor.Adapters.Tests.Language;

/// <summary>A language service on this machine that counts what it is sent, answers well by itself, and badly as a test says.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LanguageServer(WebApplication app) => this.app = app;

    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Requests as they came.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = [];

    /// <summary>What is answered instead, in order; when none is left the service works.</summary>
    public ConcurrentQueue<Func<HttpContext, JsonNode, Task>> Instead { get; } = [];

    public static async Task<LanguageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new LanguageServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Endpoint = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    public LanguageServer Then(int status, string? retryAfter = null)
    {
        Instead.Enqueue((context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        return this;
    }

    public LanguageServer Then(Func<HttpContext, JsonNode, Task> answer)
    {
        Instead.Enqueue(answer);
        return this;
    }

    public LanguageServer ThenSay(string body) => Then((context, _) => context.Response.WriteAsync(body));

    /// <summary>What a service that works answers: the first word of each text is a person, all of it is a phrase.</summary>
    public static JsonObject Answer(JsonNode request)
    {
        var kind = request["kind"]!.GetValue<string>();
        var documents = new JsonArray();
        foreach (var document in request["analysisInput"]!["documents"]!.AsArray())
        {
            var (id, text) = (document!["id"]!.GetValue<string>(), document["text"]!.GetValue<string>());
            documents.Add(kind switch
            {
                "EntityRecognition" => new JsonObject { ["id"] = id, ["entities"] = new JsonArray(Entity(text.Split(' ')[0], "Person", 0)), ["warnings"] = new JsonArray() },
                "KeyPhraseExtraction" => new JsonObject { ["id"] = id, ["keyPhrases"] = new JsonArray($"phrase of {id}") },
                _ => new JsonObject { ["id"] = id, ["sentiment"] = "negative", ["confidenceScores"] = new JsonObject { ["positive"] = 0.1, ["neutral"] = 0.2, ["negative"] = 0.7 } },
            });
        }

        return new JsonObject
        {
            ["kind"] = $"{kind}Results",
            ["results"] = new JsonObject { ["documents"] = documents, ["errors"] = new JsonArray(), ["modelVersion"] = "2026-01-01" },
        };
    }

    public static JsonObject Entity(string text, string category, int offset, double confidence = 0.9) => new()
    {
        ["text"] = text, ["category"] = category, ["offset"] = offset, ["length"] = text.Length, ["confidenceScore"] = confidence,
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        Requests.Enqueue(new Asked(
            context.Request.Path + context.Request.QueryString, context.Request.Headers["Ocp-Apim-Subscription-Key"].ToString(), body));
        if (Instead.TryDequeue(out var answer))
        {
            await answer(context, body);
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Answer(body).ToJsonString());
    }
}

internal sealed record Asked(string Address, string Key, JsonNode Body)
{
    public string Kind => Body["kind"]!.GetValue<string>();

    public IReadOnlyList<string> Texts => [.. Body["analysisInput"]!["documents"]!.AsArray().Select(document => document!["text"]!.GetValue<string>())];

    /// <summary>Text records that it costs: each 1,000 characters begun.</summary>
    public int Records => Texts.Sum(text => (text.Length + 999) / 1000);
}
