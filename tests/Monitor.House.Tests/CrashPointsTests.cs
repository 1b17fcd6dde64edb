using System.Text.RegularExpressions;

namespace Monitor.House.Tests;

/// <summary>docs/crash-points.md and the tests that kill are in step: each names the other. What the writes are, the end-to-end tests check.</summary>
public partial class CrashPointsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "crash-points.md"));

    [Fact]
    public void Every_test_that_the_page_names_is_there() => Named(Page).Except(Killing().Concat(All())).ShouldBeEmpty();

    [Fact]
    public void Every_test_that_kills_is_named_on_the_page() => Killing().Except(Named(Page)).ShouldBeEmpty();

    [Fact]
    public void A_test_that_is_gone_is_found() =>
        Named("`KilledAnywhereTests.Something_that_nobody_wrote`").Except(All()).ShouldBe(["KilledAnywhereTests.Something_that_nobody_wrote"]);

    private static List<string> Named(string page) => [.. TestName().Matches(page).Select(match => match.Groups[1].Value)];

    // Classes whose name says that they kill.
    private static IEnumerable<string> Killing() => All().Where(name => name.Contains("KilledAnywhereTests.", StringComparison.Ordinal));

    private static IEnumerable<string> All() =>
        from file in Repository.Files("*Tests.cs")
        from Match test in Fact().Matches(File.ReadAllText(file))
        select $"{Path.GetFileNameWithoutExtension(file)}.{test.Groups[1].Value}";

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\[(?:Fact|Theory)\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Fact();
}
