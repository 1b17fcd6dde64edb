using System.Text.Json;
using Monitor.Cli.Feeds;
using Spectre.Console;

namespace Monitor.Cli.Doctor;

/// <summary>The findings, for people and for programs.</summary>
internal static class DoctorReport
{
    private const int LongestLine = 400;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Show(IAnsiConsole console, Patient patient, IReadOnlyList<Finding> found)
    {
        console.MarkupLineInterpolated($"Looking at {patient.Where}.");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Check", "", "What was seen, and what to do");
        foreach (var finding in found)
        {
            var seen = Markup.Escape(Terminal.Line(finding.Seen, LongestLine));
            var remedy = finding.Remedy.Length > 0 ? $"\n[bold]→ {Markup.Escape(Terminal.Line(finding.Remedy, LongestLine))}[/]" : "";
            table.AddRow(Markup.Escape(finding.Check), Word(finding.Verdict), seen + remedy);
        }

        console.Write(table);
        console.WriteLine(Sum(found));
    }

    public static string Json(Patient patient, IReadOnlyList<Finding> found) =>
        JsonSerializer.Serialize(
            new
            {
                At = patient.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                LookingAt = patient.Where,
                Faults = Count(found, Verdict.Fault),
                Warnings = Count(found, Verdict.Warning),
                Findings = found.Select(finding => new { finding.Check, Verdict = Name(finding.Verdict), finding.Seen, finding.Remedy }),
            },
            Options);

    private static string Sum(IReadOnlyList<Finding> found) => (Count(found, Verdict.Fault), Count(found, Verdict.Warning)) switch
    {
        (0, 0) => $"All {found.Count} looks found what they should.",
        (0, var warnings) => $"No fault, {warnings} {(warnings == 1 ? "warning" : "warnings")}.",
        (var faults, var warnings) => $"{faults} {(faults == 1 ? "fault" : "faults")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}.",
    };

    private static int Count(IReadOnlyList<Finding> found, Verdict verdict) => found.Count(finding => finding.Verdict == verdict);

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "[green]ok[/]",
        Verdict.Warning => "[yellow]warning[/]",
        _ => "[red]fault[/]",
    };

    private static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
