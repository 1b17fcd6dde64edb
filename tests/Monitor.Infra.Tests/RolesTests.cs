using System.Text.RegularExpressions;
using Monitor.Infra.Tests.Bicep;

namespace Monitor.Infra.Tests;

/// <summary>Each assignment is of a named role, on one resource, under a name that follows from scope, principal and role.</summary>
public partial class RolesTests
{
    private const string Roles = "infra/modules/roles.bicep";

    // Built-in roles of Azure, as its documentation lists them.
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["keyVaultSecretsOfficer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
        ["cognitiveServicesUser"] = "a97b65f3-24c7-4388-baec-2e87135dc908",
        ["communicationAndEmailServiceOwner"] = "09976791-48a7-449e-bb21-39d1a415f350",
    };

    [Fact]
    public void Every_role_is_named_used_and_assigned_on_one_resource() => Problems(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("  keyVaultSecretsUser: '4633458b", "  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c'\n  keyVaultSecretsUser: '4633458b", "no assignment uses contributor")]
    [InlineData("4633458b-17de-408a-b874-0445c86b69e6", "4633458b-17de-408a-b874-0445c86b69e7", "keyVaultSecretsUser is not 4633458b-17de-408a-b874-0445c86b69e7")]
    [InlineData("roleDefinitions', roles.keyVaultSecretsUser)", "roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')", "appOnVault names no role of the list")]
    [InlineData("roleDefinitions', roles.keyVaultSecretsUser)", "roleDefinitions', roles.keyVaultAdministrator)", "appOnVault names no role of the list")]
    [InlineData("  scope: insights\n", "", "appOnInsights is not on one resource")]
    [InlineData("  scope: insights\n", "  scope: resourceGroup()\n", "appOnInsights is not on one resource")]
    [InlineData("guid(vault.id, identityPrincipalId, roles.keyVaultSecretsUser)", "guid(vault.id, identityPrincipalId)", "appOnVault is not named after scope, principal and role")]
    public void A_role_that_breaks_the_rule_is_found(string old, string instead, string problem) =>
        Problems(Templates.Committed.With(Roles, old, instead)).ShouldContain(problem);

    [Fact]
    public void Roles_are_assigned_in_one_file_only() => Elsewhere(Templates.Committed).ShouldBeEmpty();

    [Fact]
    public void A_role_that_is_assigned_elsewhere_is_found() =>
        Elsewhere(Templates.Committed.With("infra/modules/storage.bicep", "var packageContainer", "var owner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'\nvar packageContainer"))
            .ShouldBe(["infra/modules/storage.bicep"]);

    private static List<string> Problems(Templates templates)
    {
        var named = templates.Declared(Roles, "variable").Single(variable => variable.Name == "roles").Value.Properties
            .ToDictionary(role => role.Name, role => role.Value.Text.Trim('\''));
        var resources = templates.Declared(Roles, "resource").ToList();
        var existing = resources.Where(resource => resource.Children.Any(child => child.Type == "'existing'")).Select(resource => resource.Name).ToHashSet();
        var problems = named.Where(role => BuiltIn.GetValueOrDefault(role.Key, role.Value) != role.Value).Select(role => $"{role.Key} is not {role.Value}").ToList();
        var used = new HashSet<string>();
        foreach (var assignment in resources.Where(resource => !existing.Contains(resource.Name)))
        {
            var definition = RoleDefinition().Match(assignment.Property("properties.roleDefinitionId")!.Text);
            var role = definition.Groups[1].Value;
            if (!named.ContainsKey(role))
            {
                problems.Add($"{assignment.Name} names no role of the list");
            }

            var scope = assignment.Property("scope")?.Text;
            if (scope is null || !existing.Contains(scope))
            {
                problems.Add($"{assignment.Name} is not on one resource");
            }

            if (assignment.Property("name")!.Text != $"guid({scope}.id, {assignment.Property("properties.principalId")!.Text}, roles.{role})")
            {
                problems.Add($"{assignment.Name} is not named after scope, principal and role");
            }

            used.Add(role);
        }

        problems.AddRange(named.Keys.Except(used).Select(role => $"no assignment uses {role}"));
        return problems;
    }

    private static List<string> Elsewhere(Templates templates) =>
        [.. templates.Texts.Where(file => file.Key != Roles && file.Key.EndsWith(".bicep", StringComparison.Ordinal))
            .Where(file => file.Value.Contains("roleAssignments", StringComparison.Ordinal) || Guid().IsMatch(file.Value)).Select(file => file.Key)];

    [GeneratedRegex(@"^subscriptionResourceId\('Microsoft\.Authorization/roleDefinitions', roles\.(\w+)\)$")]
    private static partial Regex RoleDefinition();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-")]
    private static partial Regex Guid();
}
