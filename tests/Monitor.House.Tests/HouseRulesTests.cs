using System.Text.Json;

namespace Monitor.House.Tests;

/// <summary>What is true of the repository as a whole.</summary>
public class HouseRulesTests
{
    public static TheoryData<string> LockFiles() =>
        [.. Repository.Files("packages.lock.json").Concat(Repository.Files("package-lock.json")).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(LockFiles))]
    public void Lock_files_carry_no_addresses(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, file)));

        Properties(document.RootElement).Where(property => property.Name == "resolved" && property.Value.ValueKind == JsonValueKind.String)
            .Select(property => property.Value.GetString()!)
            .Where(value => value.Contains("://", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_a_lock_file() =>
        Repository.Files("*.csproj").Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))).ShouldBeEmpty();

    [Fact]
    public void No_file_says_where_packages_come_from() =>
        Repository.Files("*").Where(file => Path.GetFileName(file).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC").ShouldBeEmpty();

    [Fact]
    public void The_architecture_page_names_every_project_and_every_function()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);
        var functions = Repository.Files("function.json").Select(file => Path.GetFileName(Path.GetDirectoryName(file)));

        projects.Concat(functions).Where(name => !page.Contains(name!, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_contents_page_of_the_README_names_every_folder_at_the_top()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string[] folders = ["src/", "tests/", "seeds/", "infra/", "docs/"];

        folders.Where(folder => !readme.Contains(folder, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Continuous_integration_calls_the_test_command_and_nothing_else() =>
        File.ReadAllLines(Path.Combine(Repository.Root, ".ci", "run"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .ShouldBe(["set -euo pipefail", "cd \"$(dirname \"$0\")/..\"", "exec ./test"]);

    private static IEnumerable<JsonProperty> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Properties(property.Value).Prepend(property)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
