using Monitor.Infra.Tests.Bicep;

namespace Monitor.Infra.Tests;

public class SyntaxTests
{
    [Fact]
    public void Every_template_parses() => Templates.Committed.Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("infra/main.bicep", "targetScope = 'resourceGroup'", "targetScope = ")]
    [InlineData("infra/main.bicepparam", "using 'main.bicep'", "using 'main.bicep'\n\nparam contact = (")]
    [InlineData("infra/modules/budget.bicep", "timeGrain: 'Monthly'", "timeGrain 'Monthly'")]
    public void What_does_not_parse_is_found_with_its_place(string file, string old, string instead) =>
        Templates.Committed.With(file, old, instead).Faults.ShouldContain(fault => fault.StartsWith(file, StringComparison.Ordinal));
}
