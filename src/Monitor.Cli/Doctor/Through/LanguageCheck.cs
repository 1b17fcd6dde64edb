using System.Runtime.CompilerServices;
using Monitor.Adapters.Language;
using Monitor.Cli.Doctor.Checks;

namespace Monitor.Cli.Doctor.Through;

/// <summary>The language service, by one record of the month's budget.</summary>
internal sealed class LanguageCheck : ICheck
{
    public string Name => "language";

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = patient.Language;
        if (options.Endpoint is null)
        {
            yield return Finding.Ok(Name, "no service is configured: names are read on the spot");
            yield break;
        }

        if (patient.Store is not { } store || LanguageRegistration.Reader(options, store, patient.Clock) is not AzureLanguageReader reader)
        {
            yield break;
        }

        yield return await reader.ProbeAsync(cancellationToken) switch
        {
            null => Finding.Ok(Name, $"{options.Endpoint.Host} reads"),
            { } problem when problem.Contains("budget", StringComparison.Ordinal) =>
                Finding.Warning(Name, problem, "wait for next month, or raise Monitor__Language__MonthlyRecords; until then names are read on the spot"),
            { } problem when problem.Contains("refuses", StringComparison.Ordinal) || problem.Contains("token", StringComparison.Ordinal) =>
                Finding.Fault(Name, $"{options.Endpoint.Host}: {problem}", "give whoever asks the role Cognitive Services User on the language account, and use its own subdomain as the endpoint; a new role takes some minutes"),
            { } problem => Finding.Fault(Name, $"{options.Endpoint.Host}: {problem}", "correct Monitor__Language__Endpoint, or take it out; until then names are read on the spot"),
        };
    }
}
