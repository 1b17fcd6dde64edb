using System.Net;
using System.Text;
using System.Text.Json;
using Monitor.Cli.LocalHost;
using Monitor.EndToEnd.Tests.Laptop;

namespace Monitor.EndToEnd.Tests;

/// <summary>The function app as a process, asked as the Functions host asks.</summary>
public class HostContractTests(TestLaptop laptop)
{
    private const string FirstRun = """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"0001-01-01T00:00:00","Next":"2026-11-18T16:40:00+00:00","LastUpdated":"0001-01-01T00:00:00"},"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"SendMessages","UtcNow":"2026-11-18T16:40:00.03Z","RandGuid":"2ef58d4f"}}}""";
    private const string NoStatus = """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"SendMessages","UtcNow":"2026-11-18T16:40:00.03Z"}}}""";
    private const string Retry = """{"Data":{"timer":{"ScheduleStatus":null,"IsPastDue":true}},"Metadata":{"RetryContext":{"RetryCount":2,"MaxRetryCount":3,"Exception":{"Message":"x"}},"sys":{"MethodName":"SendMessages","UtcNow":"2026-11-18T16:40:00.03Z"}}}""";

    [Fact]
    public async Task It_answers_the_probe_with_200_and_again_later()
    {
        await using var app = await laptop.StartAppAsync();
        using var http = Client(app);

        for (var ping = 0; ping < 3; ping++)
        {
            var answer = await http.GetAsync("/");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData(FirstRun)]
    [InlineData(NoStatus)]
    [InlineData(Retry)]
    public async Task A_timer_is_answered_with_200_and_JSON_that_the_host_understands(string body)
    {
        await laptop.ClearAsync();
        await using var app = await laptop.StartAppAsync();
        using var http = Client(app);

        using var answer = await http.PostAsync("/SendMessages", Json(body));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        json.RootElement.GetProperty("outputs").ValueKind.ShouldBe(JsonValueKind.Object);
        json.RootElement.GetProperty("returnValue").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_failure_is_logged_as_an_error_and_answered_with_500_and_a_reason()
    {
        await laptop.ClearAsync();
        var lines = new List<string>();
        var nowhere = Azurite.ConnectionStringOn(Ports.Free());
        await using var app = await StartAsync(new() { ["Monitor__Storage__ConnectionString"] = nowhere }, lines);
        using var http = Client(app);

        using var answer = await http.PostAsync("/SendMessages", Json(NoStatus));

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("error");
        // The host takes a line of stderr for an error unless it says "warn".
        lines.ShouldContain(line => line.StartsWith("fail:", StringComparison.Ordinal) && line.Contains("SendMessages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_to_follow_fails_with_the_files_that_are_missing()
    {
        await laptop.ClearAsync();
        await using var app = await laptop.StartAppAsync();

        var answer = await app.FireAsync("PollFeeds", DateTimeOffset.Parse("2026-11-18T16:30:00Z"), CancellationToken.None);

        answer.Succeeded.ShouldBeFalse();
        answer.Error.ShouldContain("feeds.opml: the file is missing");
    }

    [Fact]
    public async Task A_setting_that_is_missing_is_named_with_what_to_do()
    {
        var lines = new List<string>();
        await using var app = await StartAsync(new() { ["Monitor__Storage__ConnectionString"] = "" }, lines);

        var answer = await app.FireAsync("SendMessages", DateTimeOffset.Parse("2026-11-18T16:30:00Z"), CancellationToken.None);

        answer.Succeeded.ShouldBeFalse();
        answer.Error.ShouldContain("Monitor__Storage__AccountUri");
        // The host throws the answer's body away: the log must say it too.
        lines.ShouldContain(line => line.StartsWith("fail:", StringComparison.Ordinal) && line.Contains("Monitor__Storage__AccountUri", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/SendMessages", "not JSON", HttpStatusCode.BadRequest)]
    [InlineData("/SendMessages", "", HttpStatusCode.BadRequest)]
    [InlineData("/Nothing", "{}", HttpStatusCode.NotFound)]
    public async Task What_is_no_invocation_is_refused_and_never_answered_with_an_empty_success(string path, string body, HttpStatusCode status)
    {
        await using var app = await laptop.StartAppAsync();
        using var http = Client(app);

        using var answer = await http.PostAsync(path, Json(body));

        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public void A_shard_is_read_when_the_queue_hands_it_over_one_message_at_a_time_on_an_instance()
    {
        var manifest = HostManifest.Read(WorkFolder.FunctionApp, laptop.Running.Settings());

        manifest.Queues.ShouldHaveSingleItem().ShouldBe(new QueueFunction("PollShard", "shard", "poll-shards", new QueueRules(5, TimeSpan.FromSeconds(30))));
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(WorkFolder.FunctionApp, "host.json")));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");
        (queues.GetProperty("batchSize").GetInt32(), queues.GetProperty("newBatchThreshold").GetInt32()).ShouldBe((1, 0));
        // Queue triggers are not built into the host: they come with the bundle.
        host.RootElement.GetProperty("extensionBundle").GetProperty("id").GetString().ShouldBe("Microsoft.Azure.Functions.ExtensionBundle");
    }

    [Fact]
    public void A_run_ends_by_itself_before_the_host_ends_the_process() =>
        HostManifest.Read(WorkFolder.FunctionApp, laptop.Running.Settings()).FunctionTimeout.ShouldBeGreaterThan(Pipeline.Runs.FunctionRunner.TimeLimit);

    [Fact]
    public void Every_function_has_a_folder_a_schedule_setting_and_a_retry_policy()
    {
        var manifest = HostManifest.Read(WorkFolder.FunctionApp, laptop.Running.Settings());

        manifest.Functions.Select(function => function.Name).ShouldBe(["CheckHealth", "PollFeeds", "SendDigests", "SendMessages"]);
        manifest.Routes.Select(function => (function.Name, function.Route)).ShouldBe([("Unsubscribe", "unsubscribe")]);
        manifest.Functions.ShouldAllBe(function => function.Schedule.Split(' ', StringSplitOptions.None).Length == 6);
        foreach (var function in manifest.Functions)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(WorkFolder.FunctionApp, function.Name, "function.json")));
            json.RootElement.GetProperty("bindings")[0].GetProperty("runOnStartup").GetBoolean().ShouldBeFalse();
            json.RootElement.GetProperty("retry").GetProperty("strategy").GetString().ShouldBe("exponentialBackoff");
        }
    }

    private Task<FunctionsHost> StartAsync(Dictionary<string, string> more, List<string> lines)
    {
        var settings = laptop.Running.Settings(more);
        settings["Monitor__Http__Contact"] = "desk@example.org";
        return FunctionsHost.StartAsync(
            WorkFolder.FunctionApp, settings, Path.Combine(laptop.Folder, "function-app.log"), CancellationToken.None,
            line =>
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            });
    }

    private static HttpClient Client(FunctionsHost app) => new() { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(1) };

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
