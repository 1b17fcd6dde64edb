using System.Text.Json;
using Monitor.Adapters.Queues;
using Monitor.Infra.Tests.Bicep;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.Storage;

namespace Monitor.Infra.Tests;

public class ResourcesTests
{
    private const string Storage = "infra/modules/storage.bicep";

    // Types whose properties are written here, in the versions they were looked up in. A new one is looked up, then added.
    private static readonly HashSet<string> Known =
    [
        "Microsoft.Authorization/roleAssignments@2022-04-01",
        "Microsoft.CognitiveServices/accounts@2025-06-01",
        "Microsoft.Communication/communicationServices@2025-09-01",
        "Microsoft.Communication/emailServices/domains@2025-09-01",
        "Microsoft.Communication/emailServices@2025-09-01",
        "Microsoft.Consumption/budgets@2023-11-01",
        "Microsoft.Insights/actionGroups@2024-10-01-preview",
        "Microsoft.Insights/components@2020-02-02",
        "Microsoft.Insights/scheduledQueryRules@2025-01-01-preview",
        "Microsoft.KeyVault/vaults@2024-11-01",
        "Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30",
        "Microsoft.Network/privateDnsZones@2024-06-01",
        "Microsoft.Network/privateEndpoints@2024-05-01",
        "Microsoft.Network/virtualNetworks@2024-05-01",
        "Microsoft.OperationalInsights/workspaces@2025-07-01",
        "Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01",
        "Microsoft.Storage/storageAccounts/blobServices@2025-06-01",
        "Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01",
        "Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01",
        "Microsoft.Storage/storageAccounts/queueServices@2025-06-01",
        "Microsoft.Storage/storageAccounts@2025-06-01",
        "Microsoft.Web/serverfarms@2025-03-01",
        "Microsoft.Web/sites@2025-03-01",
    ];

    // What keeps strangers out, by the resource it stands on.
    private static readonly (string Type, string Property, string Value)[] Closed =
    [
        ("Microsoft.Storage/storageAccounts", "properties.allowSharedKeyAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "properties.allowBlobPublicAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "properties.minimumTlsVersion", "'TLS1_2'"),
        ("Microsoft.Storage/storageAccounts", "properties.supportsHttpsTrafficOnly", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices", "properties.isVersioningEnabled", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices", "properties.deleteRetentionPolicy.enabled", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices", "properties.containerDeleteRetentionPolicy.enabled", "true"),
        ("Microsoft.Storage/storageAccounts/blobServices/containers", "properties.publicAccess", "'None'"),
        ("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true"),
        ("Microsoft.Insights/components", "properties.DisableLocalAuth", "true"),
        ("Microsoft.CognitiveServices/accounts", "properties.disableLocalAuth", "true"),
        ("Microsoft.KeyVault/vaults", "properties.enableRbacAuthorization", "true"),
        ("Microsoft.Web/sites", "properties.httpsOnly", "true"),
    ];

    [Fact]
    public void Every_resource_is_of_a_type_and_version_that_was_looked_up() => Unknown(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("sites@2025-03-01", "sites@2015-08-01")]
    [InlineData("Microsoft.Web/serverfarms", "Microsoft.Web/serverFarm")]
    public void An_unknown_type_or_version_is_found(string old, string instead) =>
        Unknown(Templates.Committed.With("infra/modules/functionApp.bicep", old, instead)).Count.ShouldBe(1);

    [Fact]
    public void Doors_are_closed() => Open(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData(Storage, "allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "allowSharedKeyAccess")]
    [InlineData(Storage, "    allowBlobPublicAccess: false\n", "", "allowBlobPublicAccess")]
    [InlineData(Storage, "minimumTlsVersion: 'TLS1_2'", "minimumTlsVersion: 'TLS1_0'", "minimumTlsVersion")]
    [InlineData(Storage, "isVersioningEnabled: true", "isVersioningEnabled: false", "isVersioningEnabled")]
    [InlineData("infra/modules/logs.bicep", "DisableLocalAuth: true", "DisableLocalAuth: false", "DisableLocalAuth")]
    public void An_open_door_is_found(string file, string old, string instead, string property) =>
        Open(Templates.Committed.With(file, old, instead)).ShouldHaveSingleItem().ShouldContain(property);

    [Fact]
    public void The_account_has_the_containers_of_the_product() => ContainersOf(Templates.Committed).ShouldBe(Containers.All);

    [Fact]
    public void A_missing_container_is_found() =>
        ContainersOf(Templates.Committed.With(Storage, "'stories', ", "")).ShouldNotBe(Containers.All);

    [Fact]
    public void The_account_has_the_queue_of_the_product_and_of_function_json_and_the_one_beside_it() =>
        QueuesOf(Templates.Committed).ShouldBe(AskedOf().SelectMany(queue => new[] { queue, queue + AzureShardMessages.PoisonEnding }));

    [Theory]
    [InlineData("'poll-shards', ", "")]
    [InlineData("'poll-shards-poison'", "'poison'")]
    public void A_missing_queue_is_found(string old, string instead) =>
        QueuesOf(Templates.Committed.With(Storage, old, instead)).ShouldNotBe([IShardMessages.QueueName, IShardMessages.QueueName + AzureShardMessages.PoisonEnding]);

    [Fact]
    public void Function_json_names_the_queue_that_the_product_writes_to() => AskedOf().ShouldBe([IShardMessages.QueueName]);

    [Fact]
    public void Rules_of_age_are_for_snapshots_and_runs() => AgeingOf(Templates.Committed).ShouldBe([Containers.Snapshots, Containers.Runs]);

    [Fact]
    public void A_rule_of_age_for_no_container_is_found() =>
        AgeingOf(Templates.Committed.With(Storage, "['runs/']", "['run/']")).ShouldNotContain(Containers.Runs);

    // A nested resource has the version of the one around it.
    private static List<string> Unknown(Templates templates) =>
    [
        .. templates.Declared("resource").Select(found => $"{found.File}: {TypeOf(found.Declaration)}")
            .Where(type => type.Contains('@', StringComparison.Ordinal) || !IsNested(templates, type))
            .Where(type => !Known.Contains(type[(type.IndexOf(": ", StringComparison.Ordinal) + 2)..])),
    ];

    private static bool IsNested(Templates templates, string type) =>
        templates.Trees.Values.SelectMany(tree => tree.Everything)
            .Any(node => node.Type == "object_property" && node.Parts.First() is { Type: "resource_declaration" } nested && type.EndsWith($": {TypeOf(nested)}", StringComparison.Ordinal));

    private static List<string> Open(Templates templates) =>
    [
        .. from rule in Closed
           from found in templates.Declared("resource")
           where TypeOf(found.Declaration).Split('@')[0] == rule.Type && found.Declaration.Children.All(child => child.Type != "'existing'")
           where found.Declaration.Property(rule.Property)?.Text != rule.Value
           select $"{found.File}: {found.Declaration.Name}.{rule.Property} is not {rule.Value}",
    ];

    private static List<string> ContainersOf(Templates templates) => Strings(templates.Declared(Storage, "variable").Single(variable => variable.Name == "containers"));

    private static List<string> QueuesOf(Templates templates) => Strings(templates.Declared(Storage, "variable").Single(variable => variable.Name == "queues"));

    private static List<string> AskedOf() =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Templates.Root, "src", "Monitor.Functions"), "function.json", SearchOption.AllDirectories)
           from binding in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("bindings").EnumerateArray()
           where binding.GetProperty("type").GetString() == "queueTrigger"
           select binding.GetProperty("queueName").GetString()!,
    ];

    private static List<string> AgeingOf(Templates templates) =>
        [.. templates.Trees[Storage].Everything.Where(node => node.Type == "object_property" && node.Name == "prefixMatch").SelectMany(Strings).Select(prefix => prefix.TrimEnd('/'))];

    private static List<string> Strings(Syntax node) => [.. node.Everything.Where(part => part.Type == "string_content").Select(part => part.Text.Trim('\''))];

    private static string TypeOf(Syntax resource) => resource.Parts.ElementAt(1).Text.Trim('\'');
}
