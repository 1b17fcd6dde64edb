using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Monitor.Adapters.Mail.Smtp;
using Monitor.Cli.Feeds;
using NCrontab;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>
/// Every setting by itself: known, readable, in range; then what is missing, and what together makes no sense. A secret is
/// never shown.
/// </summary>
internal sealed class SettingsCheck : ICheck
{
    private const string Check = "settings";

    public string Name => Check;

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (!patient.IsConfigured)
        {
            yield return Finding.Warning(Check, "nothing is configured, and nothing runs here",
                "start `monitor up` in another window, or set Monitor__Storage__AccountUri and the others of infra/README.md to look at an environment in Azure");
            yield break;
        }

        var found = Unknown(patient).Concat(Unreadable(patient)).Concat(Schedules(patient)).Concat(Doubtful(patient)).ToList();
        foreach (var finding in found)
        {
            yield return finding;
        }

        if (!found.Exists(finding => finding.Verdict == Verdict.Fault))
        {
            yield return Finding.Ok(Check, $"{patient.Settings.Keys.Count(KnownSettings.Concerns)} set, from {patient.Where}; all can be read");
        }
    }

    private static IEnumerable<Finding> Unknown(Patient patient)
    {
        var known = KnownSettings.All.Select(setting => setting.Name).Concat(KnownSettings.Schedules).Append(KnownSettings.Collector).ToList();
        foreach (var name in patient.Settings.Keys.Where(name => KnownSettings.Concerns(name) && !KnownSettings.IsOfChannel(name)).Except(known, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            yield return NearName.Of(name, known) is { } near
                ? Finding.Warning(Check, $"{name} is read by nothing", $"rename it to {near}, or take it out")
                : Finding.Warning(Check, $"{name} is read by nothing", "take it out; the options classes of src/Monitor.Adapters name every setting");
        }
    }

    private static IEnumerable<Finding> Unreadable(Patient patient)
    {
        foreach (var section in KnownSettings.All.GroupBy(setting => setting.Options))
        {
            var options = Activator.CreateInstance(section.Key)!;
            var readable = true;
            foreach (var setting in section)
            {
                if (patient.Setting(setting.Name) is not { } text)
                {
                    continue;
                }

                if (setting.TryRead(text, out var value))
                {
                    setting.Property.SetValue(options, value);
                }
                else
                {
                    readable = false;
                    yield return Finding.Fault(Check, $"{setting.Name} is {Shown(setting, text)}", $"set it to {setting.Wanted}");
                }
            }

            // Where mail goes by Communication Services nothing is wanted of a mail server.
            var isIdle = options is SmtpOptions && patient.Acs.Endpoint is not null;
            foreach (var problem in readable && !isIdle ? Problems(options) : [])
            {
                var setting = section.FirstOrDefault(setting => problem.MemberNames.Contains(setting.Property.Name));
                yield return setting is null || patient.Setting(setting.Name) is not { } text
                    ? Finding.Fault(Check, setting is null ? problem.ErrorMessage! : $"{setting.Name} is not set", setting is null ? "set one of them, and only one" : $"set it to {Example(setting)}")
                    : Finding.Fault(Check, $"{setting.Name} is {Shown(setting, text)}", problem.ErrorMessage!);
            }
        }
    }

    private static List<ValidationResult> Problems(object options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems;
    }

    // Only the function app needs them; whoever runs single commands sets none.
    private static IEnumerable<Finding> Schedules(Patient patient)
    {
        var set = KnownSettings.Schedules.Where(name => patient.Setting(name) is not null).ToList();
        foreach (var name in set.Count > 0 ? KnownSettings.Schedules : [])
        {
            if (patient.Setting(name) is not { } text)
            {
                yield return Finding.Fault(Check, $"{name} is not set, and its function never runs", $"set {name}, such as 0 */10 * * * *");
            }
            else if (CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is null)
            {
                yield return Finding.Fault(Check, $"{name} is \"{Terminal.Line(text, 40)}\"", "set it to six fields, the first of them seconds, in UTC: 0 */10 * * * * is every ten minutes");
            }
        }
    }

    private static IEnumerable<Finding> Doubtful(Patient patient)
    {
        var (smtp, storage) = (patient.Smtp, patient.Storage);
        if (!smtp.StartTls && !smtp.ImplicitTls && smtp.Host is not ("" or "127.0.0.1" or "::1" or "localhost"))
        {
            yield return Finding.Warning(Check, $"mail goes to {smtp.Host} in the clear{(smtp.User is null ? "" : ", and so does the password")}", "set Monitor__Mail__Smtp__StartTls to true");
        }

        if (smtp.User is null != smtp.Password is null)
        {
            yield return Finding.Warning(Check, smtp.User is null ? "there is a mail password and no user" : "there is a mail user and no password",
                "set both Monitor__Mail__Smtp__User and Monitor__Mail__Smtp__Password, or neither");
        }

        if (patient.Setting(KnownSettings.Collector) is { } collector && !(Uri.TryCreate(collector, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return Finding.Fault(Check, $"{KnownSettings.Collector} is \"{Terminal.Line(collector, 60)}\"", "set it to the collector's address, such as http://localhost:4317, or take it out: nothing is exported then");
        }

        // The platform replaces a reference by the secret; one that is still there was refused.
        foreach (var (name, value) in patient.Settings.Where(setting => setting.Value.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Finding.Fault(Check, $"{name} is still a reference to a key vault", "give the app's identity the role Key Vault Secrets User on the vault, and put the secret there (infra/README.md, Deploy)");
        }

        if (storage.AccountUri is not null && patient.Setting("Monitor__Http__AllowLoopback") is { } loopback && loopback.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            yield return Finding.Warning(Check, "addresses of this machine may be asked as if they were the web", "take Monitor__Http__AllowLoopback out: it is for the demo");
        }
    }

    private static string Shown(KnownSetting setting, string text) => setting.IsSecret ? "not what it should be" : $"\"{Terminal.Line(text, 60)}\"";

    private static string Example(KnownSetting setting) => setting.Property.Name switch
    {
        "Contact" => "an e-mail or web address at which outlets reach you",
        "Host" => "the mail server's name",
        "Endpoint" => "an https address such as https://account.cognitiveservices.azure.com",
        _ => setting.Wanted,
    };
}
