using System.Text.Json;
using Monitor.Infra.Tests.Bicep;

namespace Monitor.Infra.Tests;

/// <summary>What the Bicep compiler would say of names, in so far as a syntax tree can tell.</summary>
public class NamesTests
{
    private static readonly string[] Kinds = ["parameter", "variable", "resource", "module"];

    [Fact]
    public void Every_parameter_variable_and_existing_resource_is_used() => Unused(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("infra/main.bicep", "targetScope = 'resourceGroup'", "targetScope = 'resourceGroup'\nparam spare string = ''")]
    [InlineData("infra/main.bicep", "var hasLogin = ", "var spare = 1\nvar hasLogin = ")]
    [InlineData("infra/modules/roles.bicep", "// Built-in roles", "resource spare 'Microsoft.Insights/components@2020-02-02' existing = {\n  name: insightsName\n}\n// Built-in roles")]
    public void A_name_that_nothing_uses_is_found(string file, string old, string instead) =>
        Unused(Templates.Committed.With(file, old, instead)).ShouldBe([$"{file}: nothing uses spare"]);

    [Fact]
    public void Every_name_that_is_used_is_declared() => Undeclared(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("infra/main.bicep", "dailyQuotaGb: logQuotaGb", "dailyQuotaGb: logQuota", "logQuota")]
    [InlineData("infra/modules/network.bicep", "string = network::appSubnet.id", "string = network::subnet.id", "subnet")]
    [InlineData("infra/modules/alerts.bicep", "day => string(day)", "day => string(days)", "days")]
    public void A_name_that_nothing_declares_is_found(string file, string old, string instead, string name) =>
        Undeclared(Templates.Committed.With(file, old, instead)).ShouldContain($"{file}: nothing declares {name}");

    [Fact]
    public void Every_module_is_there_and_gets_what_it_asks_for() => Misfits(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("'modules/budget.bicep'", "'modules/budgets.bicep'", "modules/budgets.bicep is not there")]
    [InlineData("    amount: monthlyBudget\n", "", "budget is not given amount")]
    [InlineData("    amount: monthlyBudget\n", "    amount: monthlyBudget\n    colour: 1\n", "budget does not take colour")]
    [InlineData("string = functionApp.outputs.name", "string = functionApp.outputs.host", "functionApp has no output host")]
    public void A_module_that_does_not_fit_is_found(string old, string instead, string problem) =>
        Misfits(Templates.Committed.With(Templates.Main, old, instead)).ShouldContain(problem);

    [Fact]
    public void A_module_that_nothing_deploys_is_found() =>
        Misfits(Templates.Committed.With(Templates.Main, "'modules/budget.bicep'", "'modules/language.bicep'"))
            .ShouldContain("infra/modules/budget.bicep is deployed by nothing");

    [Fact]
    public void The_parameter_file_gives_what_has_no_default_and_nothing_unknown() => ParameterFile(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("param contact =", "param contacts =", "contact is not given")]
    [InlineData("param contact =", "param contacts =", "contacts is not a parameter")]
    public void A_parameter_file_that_does_not_fit_is_found(string old, string instead, string problem) =>
        ParameterFile(Templates.Committed.With("infra/main.bicepparam", old, instead)).ShouldContain(problem);

    [Fact]
    public void Every_abbreviation_is_used_and_every_one_used_is_there() => Abbreviations(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("infra/abbreviations.json", "\"budget\": \"budget-\"", "\"budgets\": \"budget-\"", "budgets")]
    [InlineData("infra/main.bicep", "${abbreviations.budget}", "${abbreviations.costs}", "costs")]
    public void An_abbreviation_that_does_not_fit_is_found(string file, string old, string instead, string name) =>
        Abbreviations(Templates.Committed.With(file, old, instead)).ShouldContain(name);

    [Fact]
    public void Every_parameter_and_output_says_what_it_is() => Undescribed(Templates.Committed).ShouldBeEmpty();

    [Fact]
    public void A_parameter_without_a_description_is_found() =>
        Undescribed(Templates.Committed.With(Templates.Main, "@description('Tags on every resource.')\n", "")).ShouldBe(["infra/main.bicep: tags is not described"]);

    private static List<string> Unused(Templates templates) =>
    [
        .. from kind in Kinds
           from found in templates.Declared(kind)
           where kind is "parameter" or "variable" || found.Declaration.Children.Any(child => child.Type == "'existing'")
           where !Uses(templates.Trees[found.File]).Contains(found.Declaration.Name)
           select $"{found.File}: nothing uses {found.Declaration.Name}",
    ];

    private static List<string> Undeclared(Templates templates) =>
    [
        .. from file in templates.Trees.Keys.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal))
           let tree = templates.Trees[file]
           let declared = Kinds.SelectMany(kind => templates.Declared(file, kind)).Select(declaration => declaration.Name).Concat(Locals(tree)).ToHashSet()
           from name in Uses(tree).Distinct()
           where !declared.Contains(name)
           select $"{file}: nothing declares {name}",
    ];

    private static List<string> Misfits(Templates templates)
    {
        var problems = new List<string>();
        var modules = templates.Declared(Templates.Main, "module").ToDictionary(module => module.Name);
        foreach (var (name, module) in modules)
        {
            var path = module.Parts.ElementAt(1).Text.Trim('\'');
            if (!templates.Trees.ContainsKey($"infra/{path}"))
            {
                problems.Add($"{path} is not there");
                continue;
            }

            var asked = templates.Declared($"infra/{path}", "parameter").ToList();
            var given = module.Property("params")!.Properties.Select(property => property.Name).ToList();
            problems.AddRange(given.Except(asked.Select(parameter => parameter.Name)).Select(extra => $"{name} does not take {extra}"));
            problems.AddRange(asked.Where(parameter => !HasDefault(parameter)).Select(parameter => parameter.Name).Except(given).Select(missing => $"{name} is not given {missing}"));
            var outputs = templates.Declared($"infra/{path}", "output").Select(output => output.Name);
            problems.AddRange(OutputsRead(templates.Trees[Templates.Main], name).Except(outputs).Select(missing => $"{name} has no output {missing}"));
        }

        var deployed = modules.Values.Select(module => $"infra/{module.Parts.ElementAt(1).Text.Trim('\'')}");
        problems.AddRange(templates.Trees.Keys.Where(file => file.StartsWith("infra/modules/", StringComparison.Ordinal)).Except(deployed).Select(file => $"{file} is deployed by nothing"));
        return problems;
    }

    private static List<string> ParameterFile(Templates templates)
    {
        var given = templates.Declared("infra/main.bicepparam", "variable").Select(variable => variable.Name).ToList();
        var asked = templates.Declared(Templates.Main, "parameter").ToList();
        return
        [
            .. asked.Where(parameter => !HasDefault(parameter)).Select(parameter => parameter.Name).Except(given).Select(name => $"{name} is not given"),
            .. given.Except(asked.Select(parameter => parameter.Name)).Select(name => $"{name} is not a parameter"),
        ];
    }

    // Those that only one of the two sides knows.
    private static List<string> Abbreviations(Templates templates)
    {
        var known = JsonDocument.Parse(templates.Texts["infra/abbreviations.json"]).RootElement.EnumerateObject().Select(property => property.Name).ToHashSet();
        known.SymmetricExceptWith(
            templates.Trees[Templates.Main].Everything
                .Where(node => node.Type == "member_expression" && node.Parts.First().Text == "abbreviations").Select(node => node.Parts.Last().Text));
        return [.. known];
    }

    private static List<string> Undescribed(Templates templates) =>
    [
        .. from file in templates.Trees.Keys.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal))
           let parts = templates.Trees[file].Parts.ToList()
           from at in Enumerable.Range(0, parts.Count)
           where parts[at].Type is "parameter_declaration" or "output_declaration"
           where at == 0 || parts[at - 1].Type != "decorators" || !parts[at - 1].Text.Contains("@description('", StringComparison.Ordinal)
           select $"{file}: {parts[at].Name} is not described",
    ];

    private static bool HasDefault(Syntax parameter) => parameter.Parts.Count() > 2;

    private static IEnumerable<string> OutputsRead(Syntax tree, string module) =>
        tree.Everything
            .Where(node => node.Type == "member_expression" && node.Parts.First().Text.TrimEnd('!').Replace("!.", ".", StringComparison.Ordinal) == $"{module}.outputs")
            .Select(node => node.Parts.Last().Text);

    // Identifiers where a value stands: not the name that a declaration declares, not a property's key, not a function's name.
    private static IEnumerable<string> Uses(Syntax node)
    {
        var skipped = node.Type switch
        {
            "object_property" when node.Parts.First().Type == "identifier" => 1,
            "lambda_expression" => 1,
            _ when node.Type.EndsWith("_declaration", StringComparison.Ordinal) => 1,
            _ => 0,
        };
        foreach (var child in node.Parts.Skip(skipped).Where(child => child.Field is not ("function" or "initializer") && child.Type is not ("assignment" or "type")))
        {
            if (child.Type == "identifier")
            {
                yield return child.Text;
            }

            foreach (var name in Uses(child))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Locals(Syntax tree) =>
        tree.Everything.Where(node => node.Type == "for_statement").Select(loop => loop.Parts.First().Text)
            .Concat(tree.Everything.Where(node => node.Type == "lambda_expression").Select(lambda => lambda.Parts.First().Text));
}
