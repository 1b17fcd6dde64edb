using System.Text.RegularExpressions;
using Monitor.Cli.Package;
using Monitor.Infra.Tests.Bicep;

namespace Monitor.Infra.Tests;

/// <summary>What infra/README.md and azure.yaml say agrees with the templates and the command line.</summary>
public class HandbookTests
{
    private const string Book = "infra/README.md";
    private const string Azd = "azure.yaml";

    [Fact]
    public void The_book_and_azd_agree_with_the_templates() => Problems(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData(Azd, "  functions:\n", "  function:\n", "azure.yaml has no service functions")]
    [InlineData(Azd, "--from-package artifacts/monitor.zip", "--from-package dist/monitor.zip", "azure.yaml does not name artifacts/monitor.zip")]
    [InlineData(Book, "--file artifacts/monitor.zip", "--file monitor.zip", "infra/README.md does not name artifacts/monitor.zip")]
    [InlineData(Book, "--container-name packages --name released", "--container-name package --name released", "infra/README.md does not upload to packages")]
    [InlineData(Book, "$(output vaultName)", "$(output keyVaultName)", "keyVaultName is not an output")]
    [InlineData("infra/main.bicepparam", "'MONITOR_SMTP_USER'", "'MONITOR_SMTP_LOGIN'", "infra/README.md does not set MONITOR_SMTP_LOGIN")]
    [InlineData(Book, "`digestEditions`", "`digestTimes`", "digestTimes is not a parameter or output")]
    public void What_does_not_agree_is_found(string file, string old, string instead, string problem) =>
        Problems(Templates.Committed.With(file, old, instead)).ShouldContain(problem);

    private static List<string> Problems(Templates templates)
    {
        var book = templates.Texts[Book];
        var azd = templates.Texts[Azd];
        var problems = new List<string>();
        var service = Regex.Match(templates.Texts[Templates.Main], "'azd-service-name': '([^']+)'").Groups[1].Value;
        Check(azd.Contains($"\n  {service}:\n", StringComparison.Ordinal), $"{Azd} has no service {service}");
        Check(azd.Contains($"--from-package {PackageCommand.DefaultZip}\n", StringComparison.Ordinal), $"{Azd} does not name {PackageCommand.DefaultZip}");
        Check(book.Contains($"--file {PackageCommand.DefaultZip} ", StringComparison.Ordinal), $"{Book} does not name {PackageCommand.DefaultZip}");
        var container = templates.Declared("infra/modules/storage.bicep", "variable").Single(variable => variable.Name == "packageContainer").Value.Text.Trim('\'');
        Check(book.Contains($"--container-name {container} --name released-package.zip", StringComparison.Ordinal), $"{Book} does not upload to {container}");

        var outputs = templates.Declared(Templates.Main, "output").Select(output => output.Name).ToList();
        var parameters = templates.Declared(Templates.Main, "parameter").Select(parameter => parameter.Name).ToList();
        problems.AddRange(Regex.Matches(book, @"\$\(output (\w+)\)").Select(match => match.Groups[1].Value).Except(outputs).Select(name => $"{name} is not an output"));
        // Lower-case words with a capital inside are names of parameters and outputs, or values that one allows; `name=value` gives one.
        problems.AddRange(Regex.Matches(book, @"`([a-z]+[A-Z][A-Za-z]*)(?:=[^`]*)?`").Select(match => match.Groups[1].Value).Distinct()
            .Except(outputs).Except(parameters).Where(name => !templates.Texts[Templates.Main].Contains($"'{name}'", StringComparison.Ordinal))
            .Select(name => $"{name} is not a parameter or output"));
        problems.AddRange(Regex.Matches(templates.Texts["infra/main.bicepparam"], @"readEnvironmentVariable\('(MONITOR_\w+|AZURE_PRINCIPAL_ID)'").Select(match => match.Groups[1].Value)
            .Where(name => !book.Contains($"export {name}=", StringComparison.Ordinal)).Select(name => $"{Book} does not set {name}"));
        return problems;

        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }
    }
}
