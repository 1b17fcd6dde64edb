using Monitor.Adapters.Blobs;
using Monitor.Adapters.Webhooks;
using Monitor.Cli.Doctor;
using Monitor.Cli.Doctor.Checks;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Cli.Tests.Doctor;

public class SettingsCheckTests
{
    private static readonly (string Name, string Value)[] Good =
    [
        ("Monitor__Storage__AccountUri", "https://account.blob.core.windows.net"),
        ("Monitor__Http__Contact", "desk@example.org"),
        ("Monitor__Mail__Smtp__Host", "smtp.example.org"),
        ("POLL_SCHEDULE", "0 */10 * * * *"), ("DIGEST_SCHEDULE", "0 */15 * * * *"), ("SEND_SCHEDULE", "0 * * * * *"), ("HEALTH_SCHEDULE", "0 5 * * * *"),
    ];

    [Fact]
    public async Task Good_settings_are_counted() =>
        (await LookAsync()).ShouldHaveSingleItem().Seen.ShouldBe("7 set, from a test; all can be read");

    [Theory]
    [InlineData("Monitor__Mail__Smtp__Prt", "587", "rename it to Monitor__Mail__Smtp__Port, or take it out")]
    [InlineData("monitor__http__contcat", "x", "rename it to Monitor__Http__Contact, or take it out")]
    [InlineData("Monitor_Mail_Smtp_Host", "x", "rename it to Monitor__Mail__Smtp__Host, or take it out")]
    [InlineData("Monitor__Colour", "red", "take it out; the options classes of src/Monitor.Adapters name every setting")]
    public async Task A_setting_that_nothing_reads_is_named_with_the_one_that_was_meant(string name, string value, string remedy) =>
        (await LookAsync((name, value))).ShouldSay(Verdict.Warning, $"{name} is read by nothing").Remedy.ShouldBe(remedy);

    [Theory]
    [InlineData("Monitor__Mail__Smtp__Port", "smtp", "set it to a whole number")]
    [InlineData("Monitor__Mail__Smtp__StartTls", "perhaps", "set it to true or false")]
    [InlineData("Monitor__Http__TotalTime", "a minute", "set it to a time such as 00:01:30")]
    [InlineData("Monitor__Storage__AccountUri", "account", "set it to an absolute address such as https://account.blob.core.windows.net")]
    public async Task A_setting_that_cannot_be_read_is_named_with_what_is_wanted(string name, string value, string remedy) =>
        (await LookAsync((name, value))).ShouldSay(Verdict.Fault, $"{name} is \"{value}\"").Remedy.ShouldBe(remedy);

    [Theory]
    [InlineData("Monitor__Mail__Smtp__Port", "70000")]
    [InlineData("Monitor__Poll__FeedsAtOnce", "0")]
    [InlineData("Monitor__Http__MaxRedirects", "21")]
    [InlineData("Monitor__Http__FirstByteTime", "01:00:00")]
    public async Task A_setting_out_of_range_is_named_with_the_range(string name, string value) =>
        (await LookAsync((name, value))).ShouldSay(Verdict.Fault, $"{name} is \"{value}\"").Remedy.ShouldContain("between");

    [Theory]
    [InlineData("Monitor__Http__Contact", "Monitor__Http__Contact is not set", "set it to an e-mail or web address at which outlets reach you")]
    [InlineData("Monitor__Mail__Smtp__Host", "Monitor__Mail__Smtp__Host is not set", "set it to the mail server's name")]
    [InlineData("HEALTH_SCHEDULE", "HEALTH_SCHEDULE is not set, and its function never runs", "set HEALTH_SCHEDULE, such as 0 */10 * * * *")]
    public async Task A_setting_that_is_missing_is_named_with_what_it_should_be(string name, string seen, string remedy) =>
        (await LookAsync((name, ""))).ShouldSay(Verdict.Fault, seen).Remedy.ShouldBe(remedy);

    [Fact]
    public async Task A_schedule_without_seconds_is_a_fault() =>
        (await LookAsync(("POLL_SCHEDULE", "*/10 * * * *"))).ShouldSay(Verdict.Fault, "POLL_SCHEDULE is \"*/10 * * * *\"").Remedy.ShouldContain("six fields");

    [Theory]
    [InlineData("collector:4317")]
    [InlineData("collector")]
    public async Task A_collector_that_has_no_address_is_a_fault(string endpoint) =>
        (await LookAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint))).ShouldSay(Verdict.Fault, $"OTEL_EXPORTER_OTLP_ENDPOINT is \"{endpoint}\"");

    [Fact]
    public async Task Two_places_for_storage_are_one_too_many() =>
        (await LookAsync(("Monitor__Storage__ConnectionString", "UseDevelopmentStorage=true"))).ShouldSay(Verdict.Fault, "set either").Remedy.ShouldBe("set one of them, and only one");

    [Fact]
    public async Task A_reference_to_the_vault_that_the_platform_left_is_a_missing_role() =>
        (await LookAsync(("Monitor__Mail__Smtp__User", "monitor"), ("Monitor__Mail__Smtp__Password", "@Microsoft.KeyVault(SecretUri=https://v/s)")))
            .ShouldSay(Verdict.Fault, "still a reference to a key vault").Remedy.ShouldContain("Key Vault Secrets User");

    [Fact]
    public async Task Mail_in_the_clear_and_half_a_login_are_warnings()
    {
        var found = await LookAsync(("Monitor__Mail__Smtp__StartTls", "false"), ("Monitor__Mail__Smtp__User", "monitor"));

        found.ShouldSay(Verdict.Warning, "mail goes to smtp.example.org in the clear, and so does the password");
        found.ShouldSay(Verdict.Warning, "there is a mail user and no password");
    }

    [Fact]
    public async Task A_secret_is_never_shown()
    {
        var found = await LookAsync(
            ("Monitor__Mail__Smtp__User", "monitor"), ("Monitor__Mail__Smtp__Password", "hunter-2"), ("Monitor__Storage__ConnectionString", "AccountKey=hunter-2"));

        string.Join(" ", found).ShouldNotContain("hunter-2");
    }

    [Fact]
    public async Task Nothing_at_all_is_said_to_be_nothing() =>
        (await Looks.AtAsync(Looks.Patient(), new SettingsCheck())).ShouldHaveSingleItem().Remedy.ShouldStartWith("start `monitor up`");

    [Fact]
    public void Every_options_class_of_the_product_is_known() =>
        KnownSettings.All.Select(setting => setting.Options.Name).Distinct().ShouldBe(
            new[] { typeof(BlobOptions).Assembly, typeof(PollOptions).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
                .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type != typeof(WebhookOptions))
                .Select(type => type.Name),
            ignoreOrder: true);

    [Fact]
    public async Task A_channels_address_is_a_setting_though_its_name_is_the_desks_own() =>
        (await LookAsync(("Monitor__Webhooks__deskteams__Url", "https://example.org/hook"))).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Ok);

    private static Task<IReadOnlyList<Finding>> LookAsync(params (string Name, string Value)[] changes) =>
        Looks.AtAsync(Looks.Patient([.. Good.Where(good => changes.All(change => change.Name != good.Name)), .. changes]), new SettingsCheck());
}
