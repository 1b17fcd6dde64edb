using System.CommandLine;
using Monitor.Cli.Feeds;
using Monitor.Cli.LocalHost;
using Spectre.Console;

namespace Monitor.Cli.Doctor;

/// <summary>
/// `monitor doctor`: what works here, or in the environment that is configured, and what to do about what does not. 0 where
/// nothing is at fault, 1 where something is.
/// </summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = FeedsCommand.Json();
        var remote = new Option<bool>("--remote") { Description = "Also send one test entry the whole way, from a feed to operations' inbox; it is taken out again." };
        var app = new Option<string>("--app") { Description = "Folder of the function app to look at, built or published.", DefaultValueFactory = _ => WorkFolder.FunctionApp };
        var seeds = new Option<string>("--seeds") { Description = "Folder with feeds.opml, desk.yaml and topics/.", DefaultValueFactory = _ => WorkFolder.Seeds };
        var command = new Command("doctor", "Say what works and what to do about what does not.") { json, remote, app, seeds };
        command.SetAction((parsed, token) => RunAsync(
            Patient.Here() with { AppFolder = Path.GetFullPath(parsed.GetValue(app)!), SeedsFolder = Path.GetFullPath(parsed.GetValue(seeds)!) },
            parsed.GetValue(remote), parsed.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(Patient patient, bool remote, bool json, CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        var progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await progress.Status().StartAsync("looking", async status =>
        {
            var findings = Examination.RunAsync(patient, Examination.Checks(remote), check => status.Status(Markup.Escape(check.Name)), cancellationToken);
            await foreach (var finding in findings)
            {
                found.Add(finding);
            }
        });
        if (json)
        {
            Console.Out.WriteLine(DoctorReport.Json(patient, found));
        }
        else
        {
            DoctorReport.Show(AnsiConsole.Console, patient, found);
        }

        return found.Exists(finding => finding.Verdict == Verdict.Fault) ? 1 : 0;
    }
}
