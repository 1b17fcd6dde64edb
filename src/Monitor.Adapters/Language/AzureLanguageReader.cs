using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Monitor.Core.Language;
using Monitor.Pipeline.Language;
using Monitor.Pipeline.Telemetry;

namespace Monitor.Adapters.Language;

/// <summary>
/// Azure AI Language over REST. For each feature and batch: take the records from the budget, ask, understand. A request that
/// was refused for the moment is asked again, at most twice and as late as the service says; what cannot be mended by waiting
/// (no budget, no right, no service) ends the asking for this run. Whatever is missing in the end, the local reader gives.
/// </summary>
public sealed class AzureLanguageReader : ILanguageReader
{
    private const string ApiVersion = "2024-11-01";
    private const int Attempts = 3;
    private const int MostBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly Uri address;
    private readonly HttpPipeline pipeline;
    private readonly TextRecordBudget budget;
    private readonly TimeProvider clock;

    internal AzureLanguageReader(Uri endpoint, HttpPipeline pipeline, TextRecordBudget budget, TimeProvider clock)
    {
        address = new Uri(endpoint, $"/language/:analyze-text?api-version={ApiVersion}");
        (this.pipeline, this.budget, this.clock) = (pipeline, budget, clock);
    }

    public async Task<LanguageReadout> ReadAsync(IReadOnlyList<LanguageText> texts, CancellationToken cancellationToken)
    {
        var documents = texts.Select((text, number) => LanguageDocument.Of(number, text.Text, text.Language)).Where(document => !string.IsNullOrWhiteSpace(document.Text)).ToList();
        var gists = new ServiceGist?[texts.Count];
        var problems = new List<string>();
        var goesOn = true;
        foreach (var feature in LanguageFeature.All)
        {
            foreach (var batch in documents.Chunk(feature.DocumentsAtOnce))
            {
                if (goesOn)
                {
                    var asked = await AskAsync(feature, batch, gists, cancellationToken);
                    problems.AddRange(asked.Problems);
                    goesOn = asked.GoesOn;
                }
            }
        }

        return new LanguageReadout([.. texts.Select((text, number) => Whole(LocalGist.Read(text.Title, text.Text), gists[number]))], [.. problems.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Asks for one short document, which costs one record. Null where the service read it; otherwise why not, in a clause.</summary>
    public async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        var asked = await AskAsync(LanguageFeature.All[0], [LanguageDocument.Of(0, "Wellington", "en")], new ServiceGist?[1], cancellationToken);
        return asked.Problems is [var problem, ..] ? problem : null;
    }

    private static Gist Whole(Gist local, ServiceGist? service) => service is null ? local : new Gist(
        service.Entities is null ? local.Source : $"azure {service.Model}",
        service.Entities is null ? local.Entities : Gist.Merged(service.Entities),
        service.KeyPhrases ?? local.KeyPhrases,
        service.Sentiment);

    private async Task<Asked> AskAsync(LanguageFeature feature, LanguageDocument[] batch, ServiceGist?[] gists, CancellationToken cancellationToken)
    {
        var records = batch.Sum(document => document.Records);
        for (var attempt = 1; ; attempt++)
        {
            if (!await budget.TakeAsync(records, cancellationToken))
            {
                return new Asked(["the month's budget of text records is used up"], GoesOn: false);
            }

            Instruments.LanguageRecordsSent(feature.Kind, records);
            var answer = await SendAsync(feature, batch, cancellationToken);
            if (answer.WasRefused)
            {
                await budget.GiveBackAsync(records, cancellationToken);
            }

            if (answer.Body is { } body)
            {
                return new Asked(Understand(feature, batch, body, gists), GoesOn: true);
            }

            var pause = answer.RetryAfter ?? FirstPause * Math.Pow(2, attempt - 1);
            if (!answer.MayGoBetter || attempt == Attempts || pause > LongestPause)
            {
                // Of a request that is wrong the next may be right; of a service that is away, closed or tired not.
                return new Asked([answer.Problem], GoesOn: answer is { WasRefused: true, MayGoBetter: false, IsClosed: false });
            }

            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private async Task<Answer> SendAsync(LanguageFeature feature, LanguageDocument[] batch, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(address);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(Body(feature, batch));
        try
        {
            await pipeline.SendAsync(message, cancellationToken);
            var response = message.Response;
            return response.Status switch
            {
                200 => await ReadAsync(response, cancellationToken) is { } body ? Answer.Of(body) : Answer.Lost("the service's answer has no end"),
                429 => new Answer(null, "the service asks to wait (429)", WasRefused: true, MayGoBetter: true, RetryAfter(response)),
                401 or 403 => new Answer(null, $"the service refuses whoever asks ({response.Status})", WasRefused: true, MayGoBetter: false, null, IsClosed: true),
                408 or >= 500 => new Answer(null, $"the service answered {response.Status}", WasRefused: false, MayGoBetter: true, RetryAfter(response)),
                _ => new Answer(null, $"the service answered {response.Status}", WasRefused: true, MayGoBetter: false, null),
            };
        }
        catch (Exception e) when (e is CredentialUnavailableException or AuthenticationFailedException)
        {
            return new Answer(null, "Azure gave no token", WasRefused: true, MayGoBetter: false, null, IsClosed: true);
        }
        catch (Exception e) when (e is RequestFailedException or IOException or HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Answer.Lost("the service did not answer");
        }
    }

    private static byte[] Body(LanguageFeature feature, LanguageDocument[] batch) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        kind = feature.Kind,
        parameters = feature.Kind == "KeyPhraseExtraction" ? (object)new { modelVersion = "latest", loggingOptOut = true } : new { modelVersion = "latest", loggingOptOut = true, stringIndexType = "Utf16CodeUnit" },
        analysisInput = new { documents = batch.Select(document => new { id = document.Number.ToString(CultureInfo.InvariantCulture), language = document.Language, text = document.Text }) },
    });

    private static async Task<byte[]?> ReadAsync(Response response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        await using var stream = response.ContentStream ?? Stream.Null;
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    private TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400))
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Max(TimeSpan.Zero, at - clock.GetUtcNow())
            : null;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Errors of single documents stand inside a 200; an answer that is not what was asked for is one for all of them.</summary>
    private static List<string> Understand(LanguageFeature feature, LanguageDocument[] batch, byte[] body, ServiceGist?[] gists)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var results = json.RootElement.GetProperty("results");
            if (json.RootElement.GetProperty("kind").GetString() != $"{feature.Kind}Results")
            {
                return ["the service answered something else than was asked"];
            }

            var model = results.TryGetProperty("modelVersion", out var version) && version.GetString() is { Length: > 0 and < 40 } named ? named : "?";
            var read = new HashSet<int>();
            foreach (var answer in results.GetProperty("documents").EnumerateArray())
            {
                if (int.TryParse(answer.GetProperty("id").GetString(), out var number) && batch.FirstOrDefault(document => document.Number == number) is { } document && read.Add(number))
                {
                    gists[number] = feature.Add(answer, document, gists[number] ?? new ServiceGist(null, null, null, model));
                }
            }

            return read.Count == batch.Length ? [] : ["the service did not read every document"];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return ["the service's answer cannot be understood"];
        }
    }

    /// <param name="GoesOn">Whether the next request of this run is worth making.</param>
    private readonly record struct Asked(IReadOnlyList<string> Problems, bool GoesOn);

    /// <param name="Body">What was answered to what was asked; null where nothing was.</param>
    /// <param name="WasRefused">The service says that it has not done the work: it costs nothing.</param>
    /// <param name="IsClosed">Nobody will be let in with these credentials.</param>
    private sealed record Answer(byte[]? Body, string Problem, bool WasRefused, bool MayGoBetter, TimeSpan? RetryAfter, bool IsClosed = false)
    {
        public static Answer Of(byte[] body) => new(body, "", WasRefused: false, MayGoBetter: false, null);

        public static Answer Lost(string problem) => new(null, problem, WasRefused: false, MayGoBetter: true, null);
    }
}
