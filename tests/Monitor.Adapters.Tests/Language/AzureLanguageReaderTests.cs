using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Monitor.Adapters.Language;
using Monitor.Core.Language;
using Monitor.Pipeline.Language;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Adapters.Tests.Language;

/// <summary>The language service by REST, against one that misbehaves; and its budget, which nobody passes.</summary>
public sealed class AzureLanguageReaderTests : IAsyncLifetime
{
    private static readonly BlobName November = new(Containers.State, "language/2026-11.json");

    private readonly InMemoryBlobStore store = new();
    private readonly HurriedClock clock = new();
    private LanguageServer server = null!;

    public async ValueTask InitializeAsync() => server = await LanguageServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_text_is_asked_for_each_feature_and_the_answers_are_one_gist()
    {
        var readout = await ReadAsync("Tuhoro spoke to the council.");

        readout.Problems.ShouldBeEmpty();
        var gist = readout.Gists.ShouldHaveSingleItem();
        gist.Source.ShouldBe("azure 2026-01-01");
        gist.Entities.ShouldBe([new NamedEntity("Tuhoro", EntityKind.Person, 1, 0.9)]);
        gist.KeyPhrases.ShouldBe(["phrase of 0"]);
        gist.Sentiment.ShouldBe(new Sentiment(Tone.Negative, 0.1, 0.2, 0.7));
        server.Requests.Select(request => request.Kind).ShouldBe(["EntityRecognition", "KeyPhraseExtraction", "SentimentAnalysis"]);
        server.Requests.ShouldAllBe(request => request.Address == "/language/:analyze-text?api-version=2024-11-01" && request.Key == "secret");
        server.Requests.ShouldAllBe(request => request.Body["parameters"]!["loggingOptOut"]!.GetValue<bool>());
        server.Requests.First().Body["parameters"]!["stringIndexType"]!.GetValue<string>().ShouldBe("Utf16CodeUnit");
        server.Requests.First().Body["analysisInput"]!["documents"]![0]!["language"]!.GetValue<string>().ShouldBe("en");
        (await SpentAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Batches_are_no_larger_than_the_service_takes()
    {
        var readout = await ReadAsync([.. Enumerable.Range(0, 12).Select(number => $"Name{number} is here.")]);

        server.Requests.Select(request => (request.Kind, request.Texts.Count)).ShouldBe(
        [
            ("EntityRecognition", 5), ("EntityRecognition", 5), ("EntityRecognition", 2),
            ("KeyPhraseExtraction", 10), ("KeyPhraseExtraction", 2), ("SentimentAnalysis", 10), ("SentimentAnalysis", 2),
        ]);
        readout.Gists.Select(gist => gist.Entities[0].Name).ShouldBe(Enumerable.Range(0, 12).Select(number => $"Name{number}"));
    }

    [Fact]
    public async Task A_document_that_is_refused_inside_a_200_is_read_here_and_the_others_are_not()
    {
        server.Then((context, request) =>
        {
            var answer = LanguageServer.Answer(request);
            answer["results"]!["documents"]!.AsArray().RemoveAt(0);
            answer["results"]!["errors"]!.AsArray().Add(new JsonObject { ["id"] = "0", ["error"] = new JsonObject { ["code"] = "InvalidArgument", ["message"] = "no" } });
            return context.Response.WriteAsync(answer.ToJsonString());
        });

        var readout = await ReadAsync("Judge Ana Paki sat in Auckland.", "Moss left.");

        readout.Problems.ShouldBe(["the service did not read every document"]);
        readout.Gists[0].Source.ShouldBe("local");
        readout.Gists[0].Names(EntityKind.Place).ShouldBe(["Auckland"]);
        readout.Gists[0].KeyPhrases.ShouldBe(["phrase of 0"]);
        readout.Gists[1].Source.ShouldBe("azure 2026-01-01");
    }

    [Fact]
    public async Task Kinds_are_those_of_the_local_reader_and_doubtful_or_misplaced_names_are_left_out()
    {
        const string Text = "The minister Ana Paki left Fiji for the UN. Paki waved.";
        server.Then((context, request) =>
        {
            var answer = LanguageServer.Answer(request);
            answer["results"]!["documents"]![0]!["entities"] = new JsonArray(
                LanguageServer.Entity("minister", "PersonType", 4), LanguageServer.Entity("Ana Paki", "Person", 13), LanguageServer.Entity("Fiji", "Location", 27),
                LanguageServer.Entity("UN", "Organization", 40), LanguageServer.Entity("Paki", "Person", 44), LanguageServer.Entity("Paki", "Event", 44),
                LanguageServer.Entity("Fiji", "Person", 27, 0.3), LanguageServer.Entity("Tonga", "Location", 27), LanguageServer.Entity("waved", "Person", 4000), LanguageServer.Entity("waved", "Person", -1));
            return context.Response.WriteAsync(answer.ToJsonString());
        });

        var gist = (await ReadAsync(Text)).Gists[0];

        gist.Names(EntityKind.Person).ShouldBe(["Ana Paki"]);
        gist.Entities[0].Mentions.ShouldBe(2);
        gist.Names(EntityKind.Office).ShouldBe(["minister"]);
        gist.Names(EntityKind.Place).ShouldBe(["Fiji"]);
        gist.Names(EntityKind.Organisation).ShouldBe(["UN"]);
    }

    [Fact]
    public async Task A_service_that_asks_to_wait_is_asked_again_when_it_says_and_what_it_refused_costs_nothing()
    {
        server.Then(429, "7").Then(429, "3");

        var readout = await ReadAsync("Moss left.");

        readout.Problems.ShouldBeEmpty();
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(3)]);
        server.Requests.Count.ShouldBe(5);
        (await SpentAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task A_service_that_asks_to_wait_for_an_hour_is_left_alone_for_this_run()
    {
        server.Then(429, "3600");

        var readout = await ReadAsync("Judge Ana Paki sat in Auckland.");

        readout.Problems.ShouldBe(["the service asks to wait (429)"]);
        readout.Gists[0].ShouldBeEquivalentTo(LocalGist.Read("", "Judge Ana Paki sat in Auckland."));
        server.Requests.Count.ShouldBe(1);
        clock.Waits.ShouldBeEmpty();
        (await SpentAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_service_that_fails_is_tried_three_times_and_each_may_have_cost()
    {
        server.Then(500).Then(503).Then(500);

        var readout = await ReadAsync("Moss left.");

        readout.Problems.ShouldBe(["the service answered 500"]);
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        server.Requests.Count.ShouldBe(3);
        (await SpentAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_service_that_lets_nobody_in_is_asked_once_and_costs_nothing(int status)
    {
        server.Then(status);

        var readout = await ReadAsync("Moss left.");

        readout.Problems.ShouldBe([$"the service refuses whoever asks ({status})"]);
        server.Requests.Count.ShouldBe(1);
        (await SpentAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_request_that_is_refused_does_not_keep_the_next_from_being_made()
    {
        server.Then(400);

        var readout = await ReadAsync("Moss left.");

        readout.Problems.ShouldBe(["the service answered 400"]);
        readout.Gists[0].Source.ShouldBe("local");
        readout.Gists[0].KeyPhrases.ShouldBe(["phrase of 0"]);
        server.Requests.Count.ShouldBe(3);
        (await SpentAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData("not JSON", "the service's answer cannot be understood")]
    [InlineData("null", "the service's answer cannot be understood")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{}}""", "the service's answer cannot be understood")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{"documents":[{"id":7}]}}""", "the service's answer cannot be understood")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{"documents":[{"id":"0","entities":[{"text":"x"}]}]}}""", "the service's answer cannot be understood")]
    [InlineData("""{"kind":"SentimentAnalysisResults","results":{"documents":[]}}""", "the service answered something else than was asked")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{"documents":[{"id":"99","entities":[]}]}}""", "the service did not read every document")]
    public async Task An_answer_that_makes_no_sense_is_read_here(string answer, string problem)
    {
        server.ThenSay(answer);

        var readout = await ReadAsync("Judge Ana Paki sat in Auckland.");

        readout.Problems.ShouldBe([problem]);
        readout.Gists[0].Names(EntityKind.Place).ShouldBe(["Auckland"]);
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            server.Then(async (context, _) =>
            {
                var padding = new byte[1024 * 1024];
                for (var megabyte = 0; megabyte < 10 && !context.RequestAborted.IsCancellationRequested; megabyte++)
                {
                    await context.Response.Body.WriteAsync(padding, context.RequestAborted);
                }
            });
        }

        (await ReadAsync("Moss left.")).Problems.ShouldBe(["the service's answer has no end"]);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again()
    {
        server.Then((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var readout = await ReadAsync("Moss left.");

        readout.Problems.ShouldBeEmpty();
        server.Requests.Count.ShouldBe(4);
        (await SpentAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task The_budget_is_never_passed_and_its_end_is_said()
    {
        var readout = await ReadAsync(7, [.. Enumerable.Range(0, 5).Select(_ => "Moss left.")]);

        readout.Problems.ShouldBe(["the month's budget of text records is used up"]);
        server.Requests.Select(request => request.Kind).ShouldBe(["EntityRecognition"]);
        readout.Gists.ShouldAllBe(gist => gist.Source == "azure 2026-01-01" && gist.Sentiment == null);
        (await SpentAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task Several_processes_together_stay_within_the_budget()
    {
        const int Limit = 50;
        var processes = Enumerable.Range(0, 8).Select(async process =>
        {
            for (var run = 0; run < 4; run++)
            {
                await Reader(Limit).ReadAsync([Text($"Moss left {process} {run}."), Text("Paki stayed.")], CancellationToken.None);
            }
        });

        await Task.WhenAll(processes);

        var sent = server.Requests.Sum(request => request.Records);
        sent.ShouldBeLessThanOrEqualTo(Limit);
        sent.ShouldBe(await SpentAsync());
        sent.ShouldBeGreaterThan(Limit - 2);
    }

    [Fact]
    public async Task A_new_month_has_a_budget_of_its_own()
    {
        await ReadAsync(3, "Moss left.");
        (await ReadAsync(3, "Moss left.")).Problems.ShouldNotBeEmpty();

        clock.Now = DateTimeOffset.Parse("2026-12-01T00:00:00Z");

        (await ReadAsync(3, "Moss left.")).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_text_is_sent_as_far_as_five_records_go_and_no_letter_is_cut_in_half()
    {
        var text = $"{new string('a', 4_999)}\U0001F600{new string('b', 9_000)}";

        await ReadAsync(text);

        server.Requests.ShouldAllBe(request => request.Texts[0] == new string('a', 4_999) && request.Records == 5);
        (await SpentAsync()).ShouldBe(15);
    }

    [Fact]
    public async Task The_language_is_said_by_its_two_letters_and_an_empty_text_is_not_sent()
    {
        var readout = await Reader(100).ReadAsync([new LanguageText("", "Kua tae mai a Moss.", "mi-NZ"), new LanguageText("", " ", "en-NZ")], CancellationToken.None);

        readout.Gists.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(request => request.Texts.Count == 1 && request.Body["analysisInput"]!["documents"]![0]!["language"]!.GetValue<string>() == "mi");
    }

    [Fact]
    public async Task Without_a_key_a_token_for_the_service_is_sent()
    {
        var handler = new Recording();
        var options = new LanguageOptions { Endpoint = new Uri("https://language.example") };

        var readout = await LanguageRegistration.Service(options, store, clock, new HttpClientTransport(handler), new Token()).ReadAsync([Text("Moss left.")], CancellationToken.None);

        readout.Problems.ShouldBe(["the service refuses whoever asks (403)"]);
        handler.Authorization.ShouldBe("Bearer token for https://cognitiveservices.azure.com/.default");
    }

    [Fact]
    public async Task The_probe_costs_one_record_and_says_what_is_wrong()
    {
        (await Reader(10).ProbeAsync(CancellationToken.None)).ShouldBeNull();
        (await SpentAsync()).ShouldBe(1);
        server.Then(403);

        (await Reader(10).ProbeAsync(CancellationToken.None)).ShouldBe("the service refuses whoever asks (403)");
    }

    [Fact]
    public void Without_an_endpoint_nothing_is_asked() =>
        LanguageRegistration.Reader(new LanguageOptions(), store, clock).ShouldBeOfType<LocalLanguageReader>();

    [Theory]
    [InlineData("http://language.example", false)]
    [InlineData("https://language.example", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    public void Text_travels_in_the_clear_on_this_machine_only(string endpoint, bool allowed)
    {
        var options = new LanguageOptions { Endpoint = new Uri(endpoint) };

        Validator.TryValidateObject(options, new ValidationContext(options), null).ShouldBe(allowed);
    }

    private static LanguageText Text(string text) => new("", text, "en-NZ");

    private Task<LanguageReadout> ReadAsync(params string[] texts) => ReadAsync(1000, texts);

    private Task<LanguageReadout> ReadAsync(int limit, params string[] texts) => Reader(limit).ReadAsync([.. texts.Select(Text)], CancellationToken.None);

    // Each reader is a process of its own: only the store is common to them.
    private AzureLanguageReader Reader(int limit) =>
        LanguageRegistration.Service(new LanguageOptions { Endpoint = server.Endpoint, Key = "secret", MonthlyRecords = limit }, store, clock);

    private async Task<int> SpentAsync() =>
        JsonNode.Parse((await store.ReadAsync(November, CancellationToken.None))!.Content.Span)!["records"]!.GetValue<int>();

    /// <summary>November 2026; whoever waits is told at once that the time is over.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse("2026-11-19T00:00:00Z");

        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Recording : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorization = request.Headers.Authorization?.ToString();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden));
        }
    }

    private sealed class Token : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token for {requestContext.Scopes.Single()}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
