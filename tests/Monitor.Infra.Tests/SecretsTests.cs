using System.Text.RegularExpressions;
using Monitor.Infra.Tests.Bicep;

namespace Monitor.Infra.Tests;

/// <summary>No key is asked for, and no secret passes through a template: the one password there is goes from a person to the vault.</summary>
public partial class SecretsTests
{
    [Fact]
    public void No_secret_and_no_key_is_anywhere() => Secrets(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("infra/modules/storage.bicep", "output name string = account.name", "output name string = account.listKeys().keys[0].value")]
    [InlineData("infra/modules/functionApp.bicep", "AzureWebJobsStorage__accountName: storageName", "AzureWebJobsStorage: 'DefaultEndpointsProtocol=https;AccountKey=${storageName}'")]
    [InlineData("infra/modules/functionApp.bicep", "'@Microsoft.KeyVault(SecretUri=${loginUri})'", "loginUri")]
    [InlineData("infra/main.bicep", "param smtpUser string = ''", "param smtpUser string = ''\nparam smtpPassword string = ''")]
    [InlineData("infra/main.bicepparam", "param smtpHost =", "param smtpPassword = 'x'\nparam smtpHost =")]
    [InlineData("infra/modules/functionApp.bicep", "  HEALTH_SCHEDULE: healthSchedule", "  HEALTH_SCHEDULE: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='")]
    [InlineData("infra/modules/vault.bicep", "@description('Name of the vault.')\noutput", "resource password 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {\n  parent: vault\n  name: 'smtp-password'\n}\n@description('Name of the vault.')\noutput")]
    [InlineData("azure.yaml", "host: function", "host: function\n    env:\n      SMTP_PASSWORD: hunter2")]
    public void A_secret_is_found(string file, string old, string instead) =>
        Secrets(Templates.Committed.With(file, old, instead)).ShouldHaveSingleItem().ShouldStartWith(file);

    private static List<string> Secrets(Templates templates) =>
    [
        .. from file in templates.Texts
           where !file.Key.EndsWith(".md", StringComparison.Ordinal)
           from line in file.Value.Split('\n').Select(line => line.Trim())
           where !line.StartsWith("//", StringComparison.Ordinal)
           where Suspect().IsMatch(line) || Password().IsMatch(line)
           select $"{file.Key}: {line}",
    ];

    // Functions that hand out keys, the words of connection strings and signatures, secrets as resources, and long base64.
    [GeneratedRegex(@"\blist(Keys|Secrets|ConnectionStrings|AccountSas|ServiceSas|\w*Keys?)\b|AccountKey=|SharedAccess|[?&]sig=|vaults/secrets@|@secure|getSecret|[A-Za-z0-9+/]{40,}={0,2}'", RegexOptions.IgnoreCase)]
    private static partial Regex Suspect();

    // A name that holds "password", given anything but a reference to the vault.
    [GeneratedRegex(@"(param\s+\w*password\w*)|(\w*password\w*\s*[:=](?!\s*'@Microsoft\.KeyVault\())", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
