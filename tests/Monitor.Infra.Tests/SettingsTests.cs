using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Adapters.Webhooks;
using Monitor.Functions;
using Monitor.Infra.Tests.Bicep;
using NCrontab;

namespace Monitor.Infra.Tests;

/// <summary>The template sets what the code reads, and nothing that nobody reads.</summary>
public partial class SettingsTests
{
    private const string App = "infra/modules/functionApp.bicep";

    // Read by the Functions host itself.
    private static readonly string[] Host =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    ];

    // Options without a default that Azure must not set.
    private static readonly string[] LaptopOnly = ["Monitor__Storage__ConnectionString", "Monitor__Queue__ConnectionString", "Monitor__Mail__Acs__AccessKey", "Monitor__Language__Key"];

    [Fact]
    public void Every_setting_without_a_default_is_set_and_every_one_set_is_read() => Problems(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("  Monitor__Http__Contact: contact\n", "", "Monitor__Http__Contact is read and not set")]
    [InlineData("  Monitor__Queue__AccountUri: queueEndpoint\n", "", "Monitor__Queue__AccountUri is read and not set")]
    [InlineData("  Monitor__Mail__Smtp__Password: '@", "  Monitor__Mail__Smtp__Pass: '@", "Monitor__Mail__Smtp__Password is read and not set")]
    [InlineData("  Monitor__Mail__Smtp__Password: '@", "  Monitor__Mail__Smtp__Pass: '@", "Monitor__Mail__Smtp__Pass is set and not read")]
    [InlineData("  Monitor__Mail__Acs__Endpoint: mailEndpoint\n", "", "Monitor__Mail__Acs__Endpoint is read and not set")]
    [InlineData("  Monitor__Mail__Acs__ClientId: ", "  Monitor__Mail__Acs__AccessKey: ", "Monitor__Mail__Acs__AccessKey is set and not read")]
    [InlineData("  POLL_SCHEDULE: ", "  POLL_TIMER: ", "POLL_SCHEDULE is read and not set")]
    [InlineData("  POLL_SCHEDULE: ", "  POLL_TIMER: ", "POLL_TIMER is set and not read")]
    [InlineData("  AzureWebJobsStorage__clientId: identityClientId\n", "", "AzureWebJobsStorage__clientId is read and not set")]
    [InlineData("  POLL_SCHEDULE: ", "  FUNCTIONS_WORKER_RUNTIME: 'custom'\n  POLL_SCHEDULE: ", "FUNCTIONS_WORKER_RUNTIME is set and not read")]
    public void A_setting_that_does_not_fit_is_found(string old, string instead, string problem) =>
        Problems(Templates.Committed.With(App, old, instead)).ShouldContain(problem);

    [Fact]
    public void The_check_sees_what_the_options_read() =>
        new[] { "Monitor__Storage__AccountUri", "Monitor__Http__Contact", "Monitor__Mail__Smtp__Host", "Monitor__Mail__Acs__Endpoint", "Monitor__Mail__ReplyTo", "Monitor__Poll__FeedsAtOnce", "Monitor__Send__MaxAttempts" }
            .ShouldBeSubsetOf(ProductOptions.All.Keys);

    [Fact]
    public void A_channel_has_every_setting_that_is_read_of_it_and_no_other() => ChannelProblems(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("'Monitor__Webhooks__${id}__Url'", "'Monitor__Webhooks__${id}__Address'", "Url is read and not set")]
    [InlineData("'Monitor__Webhooks__${id}__Url'", "'Monitor__Webhooks__${id}__Address'", "Monitor__Webhooks__deskteams__Address is set and not read")]
    [InlineData("'Monitor__Webhooks__${id}__Secret'", "'Monitor__Hooks__${id}__Secret'", "Secret is read and not set")]
    [InlineData(", channelSettings, ", ", ", "channelSettings does not reach the app")]
    public void A_setting_of_a_channel_that_does_not_fit_is_found(string old, string instead, string problem) =>
        ChannelProblems(Templates.Committed.With(App, old, instead)).ShouldContain(problem);

    [Fact]
    public void Every_timer_has_a_schedule_that_the_host_can_read() => Timers(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("infra/main.bicep", "pollSchedule string = '0 */10 * * * *'", "pollSchedule string = '*/10 * * * *'", "PollFeeds")]
    [InlineData("infra/main.bicep", "digestSchedule string = '0 */15 * * * *'", "digestSchedule string = '0 */15 * * *'", "SendDigests")]
    [InlineData("infra/main.bicep", "    sendSchedule: sendSchedule\n", "    sendSchedule: healthSchedule\n", "SendMessages")]
    [InlineData(App, "  HEALTH_SCHEDULE: healthSchedule", "  HEALTH_SCHEDULE: pollSchedule", "CheckHealth")]
    public void A_timer_without_its_schedule_is_found(string file, string old, string instead, string function) =>
        Timers(Templates.Committed.With(file, old, instead)).ShouldHaveSingleItem().ShouldStartWith(function);

    private static List<string> Problems(Templates templates)
    {
        var set = Set(templates).Keys.ToList();
        var timers = Functions().Select(function => function.Setting).ToList();
        var needed = ProductOptions.All.Where(option => option.Value).Select(option => option.Key).Except(LaptopOnly);
        return
        [
            .. Host.Concat(timers).Concat(needed).Except(set).Select(name => $"{name} is read and not set"),
            .. set.Except(Host).Except(timers).Except(ProductOptions.All.Keys).Concat(set.Intersect(LaptopOnly)).Select(name => $"{name} is set and not read"),
        ];
    }

    // Their names follow from the ids of desk.yaml. What the template would set for one is given to the app, which has to read it.
    private static List<string> ChannelProblems(Templates templates)
    {
        var text = templates.Texts[App];
        var set = ChannelSetting().Matches(text).Select(match => match.Value.Trim('\'').Replace("${id}", "deskteams", StringComparison.Ordinal)).ToList();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(set.Select(name => KeyValuePair.Create(name.Replace("__", ":", StringComparison.Ordinal), (string?)"x"))).Build();
        using var app = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddMonitor().BuildServiceProvider();
        var target = app.GetRequiredService<IOptions<WebhookOptions>>().Value.Channels.GetValueOrDefault("deskteams") ?? new WebhookTarget();
        var known = typeof(WebhookTarget).GetProperties().Select(property => property.Name).ToList();
        return
        [
            .. typeof(WebhookTarget).GetProperties().Where(property => property.GetValue(target) is null).Select(property => $"{property.Name} is read and not set"),
            .. set.Where(name => !known.Exists(property => name == WebhookOptions.Setting("deskteams", property))).Select(name => $"{name} is set and not read"),
            .. new[] { "channelSettings", "signingSettings" }.Where(name => Regex.Count(text, $@"\b{name}\b") < 2).Select(name => $"{name} does not reach the app"),
        ];
    }

    // From function.json to the setting, from there to the module's parameter, and on to the default in main.bicep.
    private static List<string> Timers(Templates templates)
    {
        var set = Set(templates);
        var module = templates.Declared(Templates.Main, "module").Single(module => module.Name == "functionApp");
        var problems = new List<string>();
        foreach (var (function, setting) in Functions())
        {
            var word = setting.Split('_')[0];
            var parameter = set.GetValueOrDefault(setting, "");
            var fromMain = module.Property($"params.{parameter}")?.Text ?? "";
            var schedule = templates.Declared(Templates.Main, "parameter").FirstOrDefault(found => found.Name == fromMain)?.Value.Text.Trim('\'') ?? "";
            if (!fromMain.Equals($"{word}Schedule", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add($"{function}: {setting} comes from \"{fromMain}\"");
            }
            else if (CrontabSchedule.TryParse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is null)
            {
                problems.Add($"{function}: \"{schedule}\" is no schedule with seconds");
            }
        }

        return problems;
    }

    // The properties of the variables of functionApp.bicep whose names end in Settings.
    private static Dictionary<string, string> Set(Templates templates) =>
        templates.Declared(App, "variable")
            .Where(variable => variable.Name.EndsWith("Settings", StringComparison.Ordinal))
            .SelectMany(variable => variable.Value.Properties)
            .ToDictionary(property => property.Name, property => property.Value.Text);

    private static List<(string Function, string Setting)> Functions() =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Templates.Root, "src", "Monitor.Functions"), "function.json", SearchOption.AllDirectories)
           let json = JsonDocument.Parse(File.ReadAllText(file)).RootElement
           from binding in json.GetProperty("bindings").EnumerateArray()
           where binding.GetProperty("type").GetString() == "timerTrigger"
           select (Path.GetFileName(Path.GetDirectoryName(file))!, binding.GetProperty("schedule").GetString()!.Trim('%')),
    ];

    // A setting whose name holds a channel's id.
    [GeneratedRegex(@"'Monitor__\w+__\$\{id\}__\w+'")]
    private static partial Regex ChannelSetting();
}
