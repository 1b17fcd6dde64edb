using System.Globalization;
using Monitor.Infra.Tests.Bicep;

namespace Monitor.Infra.Tests;

/// <summary>The sums in infra/README.md are right, and are made of the counts that the templates and the code have.</summary>
public class CostsTests
{
    private const string Book = "infra/README.md";

    [Fact]
    public void Every_column_adds_up() => Wrong(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("| compute, GBS | 0.00 | 0.00 | 289.62 |", "| compute, GBS | 0.00 | 0.00 | 299.62 |", "100,000 feeds, 1,000 topics: 370.34 and not 360.34")]
    [InlineData("| logs, LOG | 0.00 |", "| logs, LOG | 0.50 |", "40 feeds: 6.52 and not 6.02")]
    public void A_column_that_does_not_add_up_is_found(string old, string instead, string problem) =>
        Wrong(Templates.Committed.With(Book, old, instead)).ShouldBe([problem]);

    [Fact]
    public void The_alert_rules_are_as_many_as_there_are()
    {
        var rules = Templates.Committed.Declared("infra/modules/alerts.bicep", "variable").Single(variable => variable.Name == "rules").Value.Parts
            .Select(rule => rule.Property("frequency")!.Text.Trim('\'')).ToList();

        var price = rules.Sum(frequency => frequency == "PT5M" ? 1.50m : 0.50m);
        Rows(Templates.Committed).Single(row => row[0].StartsWith("alert rules", StringComparison.Ordinal)).Skip(1)
            .ShouldAllBe(cell => Dollars(cell) == price);
    }

    private static List<string> Wrong(Templates templates)
    {
        var rows = Rows(templates);
        var (head, last) = (rows[0], rows[^1]);
        return
        [
            .. from column in Enumerable.Range(1, head.Length - 1)
               let sum = rows.Skip(1).SkipLast(1).Sum(row => Dollars(row[column]))
               where sum != Dollars(last[column])
               select string.Create(CultureInfo.InvariantCulture, $"{head[column]}: {sum} and not {Dollars(last[column])}"),
        ];
    }

    // The table whose first cell is "a month of", without the line of dashes.
    private static List<string[]> Rows(Templates templates) =>
        [.. templates.Texts[Book].Split('\n')
            .SkipWhile(line => !line.StartsWith("| a month of ", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Where(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    private static decimal Dollars(string cell) => decimal.Parse(cell.Trim('*'), CultureInfo.InvariantCulture);
}
