using Monitor.Infra.Tests.Bicep;

namespace Monitor.Infra.Tests;

/// <summary>Mail goes one of two ways, and each has what it needs: the settings of that way alone, the role, the limits of the domain.</summary>
public class MailTests
{
    private const string App = "infra/modules/functionApp.bicep";
    private const string Roles = "infra/modules/roles.bicep";
    private const string Mail = "infra/modules/mail.bicep";

    [Fact]
    public void Either_way_has_what_it_needs() => Problems(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData(App, "empty(mailEndpoint) ? smtpSettings : acsSettings", "empty(mailEndpoint) ? acsSettings : smtpSettings", "the app is not given one way or the other by the endpoint")]
    [InlineData(App, "empty(mailEndpoint) ? smtpSettings : acsSettings", "smtpSettings, acsSettings", "the app is not given one way or the other by the endpoint")]
    [InlineData(App, "  Monitor__Mail__Smtp__Host: smtpHost\n", "  Monitor__Mail__Acs__Host: smtpHost\n", "smtpSettings holds Monitor__Mail__Acs__Host")]
    [InlineData(App, "Monitor__Mail__Acs__AnHour: '10'", "Monitor__Mail__Acs__AnHour: '100'", "a domain that Azure manages takes 10 mails an hour, not 100")]
    [InlineData(App, "  Monitor__Mail__Acs__AMinute: '5'\n", "", "a domain that Azure manages takes 5 mails a minute, not as many as the app thinks")]
    [InlineData(Mail, "domainManagement: 'AzureManaged'", "domainManagement: 'CustomerManaged'", "the app keeps the limits of a domain that Azure manages, and this one is not")]
    [InlineData(Roles, "name: guid(communicationService.id, identityPrincipalId,", "name: guid(communicationService.id, operatorType,", "the app's identity may not send")]
    [InlineData(Templates.Main, "byCommunicationServices ? mail!.outputs.endpoint : ''", "mail!.outputs.endpoint", "the endpoint is not that of Communication Services alone")]
    public void What_is_missing_is_found(string file, string old, string instead, string problem) =>
        Problems(Templates.Committed.With(file, old, instead)).ShouldContain(problem);

    private static List<string> Problems(Templates templates)
    {
        var problems = new List<string>();
        if (!templates.Texts[App].Contains(", empty(mailEndpoint) ? smtpSettings : acsSettings,", StringComparison.Ordinal))
        {
            problems.Add("the app is not given one way or the other by the endpoint");
        }

        var acs = Settings(templates, "acsSettings");
        problems.AddRange(Settings(templates, "smtpSettings").Keys.Where(name => !name.StartsWith("Monitor__Mail__Smtp__", StringComparison.Ordinal)).Select(name => $"smtpSettings holds {name}"));
        problems.AddRange(acs.Keys.Where(name => !name.StartsWith("Monitor__Mail__Acs__", StringComparison.Ordinal)).Select(name => $"acsSettings holds {name}"));
        foreach (var (setting, limit, span) in (ReadOnlySpan<(string, string, string)>)[("Monitor__Mail__Acs__AMinute", "5", "a minute"), ("Monitor__Mail__Acs__AnHour", "10", "an hour")])
        {
            if (acs.GetValueOrDefault(setting)?.Trim('\'') is var set && set != limit)
            {
                problems.Add($"a domain that Azure manages takes {limit} mails {span}, not {set ?? "as many as the app thinks"}");
            }
        }

        if (templates.Declared(Mail, "resource").Single(resource => resource.Name == "domain").Property("properties.domainManagement")?.Text != "'AzureManaged'")
        {
            problems.Add("the app keeps the limits of a domain that Azure manages, and this one is not");
        }

        var role = templates.Declared(Roles, "resource").SingleOrDefault(resource => resource.Name == "appOnMail");
        if (role?.Property("scope")?.Text != "communicationService"
            || role.Property("properties.principalId")?.Text != "identityPrincipalId"
            || role.Property("name")?.Text != "guid(communicationService.id, identityPrincipalId, roles.communicationAndEmailServiceOwner)")
        {
            problems.Add("the app's identity may not send");
        }

        var app = templates.Declared(Templates.Main, "module").Single(module => module.Name == "functionApp");
        if (app.Property("params.mailEndpoint")?.Text != "byCommunicationServices ? mail!.outputs.endpoint : ''")
        {
            problems.Add("the endpoint is not that of Communication Services alone");
        }

        return problems;
    }

    private static Dictionary<string, string> Settings(Templates templates, string variable) =>
        templates.Declared(App, "variable").Single(found => found.Name == variable).Value.Properties.ToDictionary(property => property.Name, property => property.Value.Text);
}
