using Monitor.Infra.Tests.Bicep;
using NCrontab;

namespace Monitor.Infra.Tests;

/// <summary>Rules read what the logs really hold: a query that names a field or a text that is not there never fires.</summary>
public class AlertsTests
{
    private const string Rules = "infra/modules/alerts.bicep";
    private const string Queries = "infra/queries/";

    // What Azure takes for a window or a frequency, in minutes.
    private static readonly Dictionary<string, int> Times = new()
    {
        ["PT5M"] = 5, ["PT10M"] = 10, ["PT15M"] = 15, ["PT30M"] = 30, ["PT45M"] = 45, ["PT1H"] = 60, ["PT2H"] = 120,
        ["PT3H"] = 180, ["PT4H"] = 240, ["PT5H"] = 300, ["PT6H"] = 360, ["P1D"] = 1440, ["P2D"] = 2880,
    };

    [Fact]
    public void Every_query_names_fields_functions_and_texts_that_the_logs_have() => Problems(Templates.Committed, LogLines.All).ShouldBeEmpty();

    [Theory]
    [InlineData("no-poll.kql", "Success == true", "Succeeded == true", "AppRequests has no Succeeded")]
    [InlineData("no-poll.kql", "'PollFeeds'", "'PollFeed'", "there is no function PollFeed")]
    [InlineData("failed-functions.kql", "AppRequests\n", "requests\n", "it reads no table that is known")]
    [InlineData("failed-functions.kql", "by Name", "by FunctionName", "AppRequests has no FunctionName")]
    [InlineData("failed-messages.kql", "'SendMessages of '", "'SendMessages at '", "no log line holds \"SendMessages at \" and \" sent, \" and \" failed\"")]
    [InlineData("failed-messages.kql", "where Failed > 0", "where Failures > 0", "AppTraces has no Failures")]
    [InlineData("no-digest.kql", "endswith ' written'", "endswith ' sent'", "no log line holds \"SendDigests: \" and \" sent\"")]
    [InlineData("stuck-shards.kql", "'CheckHealth: shard '", "'CheckHealth: part '", "no log line holds \"CheckHealth: part \"")]
    [InlineData("failed-functions.kql", "'PollShard'", "'PollShards'", "there is no function PollShards")]
    [InlineData("no-digest.kql", "of .+ written'", "for .+ written'", "no log line matches SendDigests: (.+) for .+ written")]
    [InlineData("troubled-feeds.kql", "(Stale|", "(Silent|", "no log line matches CheckHealth: (.+): Silent, ")]
    public void A_query_that_looks_for_what_is_not_there_is_found(string query, string old, string instead, string problem) =>
        Problems(Templates.Committed.With(Queries + query, old, instead), LogLines.All).ShouldContain($"{query}: {problem}");

    [Fact]
    public void A_log_line_that_is_worded_anew_is_found() =>
        Problems(Templates.Committed, [.. LogLines.All.Select(line => line.Replace(" failed", " given up", StringComparison.Ordinal))])
            .ShouldHaveSingleItem().ShouldStartWith("failed-messages.kql: no log line holds");

    [Fact]
    public void The_lines_come_from_the_code()
    {
        LogLines.All.ShouldContain(line => line.StartsWith("SendMessages of 7 took 7 s: ", StringComparison.Ordinal));
        LogLines.All.ShouldContain("CheckHealth: 7: Stale, 7");
    }

    [Fact]
    public void Every_query_belongs_to_a_rule_with_a_page_in_the_book() => Loose(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("loadTextContent('../queries/no-poll.kql')", "loadTextContent('../queries/failed-messages.kql')", "no-poll.kql is asked by no rule")]
    [InlineData("loadTextContent('../queries/no-poll.kql')", "loadTextContent('../queries/nopoll.kql')", "nopoll.kql is not there")]
    [InlineData("    name: 'no-poll'", "    name: 'blind'", "infra/README.md has no heading blind")]
    public void A_query_or_rule_that_hangs_loose_is_found(string old, string instead, string problem) =>
        Loose(Templates.Committed.With(Rules, old, instead)).ShouldContain(problem);

    [Fact]
    public void Every_rule_looks_back_over_longer_than_it_waits() => Gaps(Templates.Committed).ShouldBeEmpty();

    [Theory]
    [InlineData("frequency: 'PT5M'", "frequency: 'PT30M'", "no-poll looks back over PT30M every PT30M")]
    [InlineData("window: 'P1D'", "window: 'PT7H'", "no-digest has a time that Azure does not take")]
    public void A_rule_that_late_logs_slip_through_is_found(string old, string instead, string problem) =>
        Gaps(Templates.Committed.With(Rules, old, instead)).ShouldBe([problem]);

    [Fact]
    public void Three_polls_are_due_while_the_dead_man_waits() => PollsIn(Templates.Committed).ShouldBe(3);

    [Fact]
    public void A_dead_man_that_waits_too_short_is_found() =>
        PollsIn(Templates.Committed.With(Templates.Main, "pollSchedule string = '0 */10 * * * *'", "pollSchedule string = '0 */30 * * * *'")).ShouldBe(1);

    [Fact]
    public void Every_mark_in_a_query_is_replaced() => Marks(Templates.Committed).ShouldBeEmpty();

    [Fact]
    public void A_mark_that_nothing_replaces_is_found() =>
        Marks(Templates.Committed.With(Rules, "'<editions>'", "'<edition>'")).ShouldBe(["<editions>"]);

    private static List<string> Problems(Templates templates, IReadOnlyList<string> lines) =>
    [
        .. from query in QueriesOf(templates)
           from problem in new AlertQuery(templates.Texts[Queries + query]).Problems(LogLines.Functions, lines)
           select $"{query}: {problem}",
    ];

    private static List<string> Loose(Templates templates)
    {
        var asked = templates.Trees[Rules].Everything
            .Where(node => node.Type == "call_expression" && node.Text.StartsWith("loadTextContent(", StringComparison.Ordinal))
            .Select(node => node.Text.Split('\'')[1]["../queries/".Length..]).ToList();
        var names = RulesOf(templates).Select(rule => rule.Name);
        return
        [
            .. QueriesOf(templates).Except(asked).Select(query => $"{query} is asked by no rule"),
            .. asked.Except(QueriesOf(templates)).Select(query => $"{query} is not there"),
            .. names.Where(name => !templates.Texts["infra/README.md"].Contains($"\n### {name}\n", StringComparison.Ordinal)).Select(name => $"infra/README.md has no heading {name}"),
        ];
    }

    private static List<string> Gaps(Templates templates) =>
    [
        .. from rule in RulesOf(templates)
           let known = Times.ContainsKey(rule.Window) && Times.ContainsKey(rule.Frequency)
           where !known || Times[rule.Window] <= Times[rule.Frequency]
           select known ? $"{rule.Name} looks back over {rule.Window} every {rule.Frequency}" : $"{rule.Name} has a time that Azure does not take",
    ];

    private static int PollsIn(Templates templates)
    {
        var schedule = templates.Declared(Templates.Main, "parameter").Single(parameter => parameter.Name == "pollSchedule").Value.Text.Trim('\'');
        var day = new DateTime(2026, 11, 21);
        return CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
            .GetNextOccurrences(day, day.AddMinutes(Times[RulesOf(templates).Single(rule => rule.Name == "no-poll").Window]).AddTicks(1)).Count();
    }

    private static List<(string Name, string Frequency, string Window)> RulesOf(Templates templates) =>
        [.. templates.Declared(Rules, "variable").Single(variable => variable.Name == "rules").Value.Parts
            .Select(rule => (Text(rule, "name"), Text(rule, "frequency"), Text(rule, "window")))];

    private static string Text(Syntax rule, string property) => rule.Property(property)!.Text.Trim('\'');

    private static List<string> Marks(Templates templates) =>
        [.. QueriesOf(templates).SelectMany(query => System.Text.RegularExpressions.Regex.Matches(templates.Texts[Queries + query], "<[a-z]+>"))
            .Select(mark => mark.Value).Distinct().Where(mark => !templates.Texts[Rules].Contains($"'{mark}'", StringComparison.Ordinal))];

    private static List<string> QueriesOf(Templates templates) =>
        [.. templates.Texts.Keys.Where(file => file.StartsWith(Queries, StringComparison.Ordinal)).Select(file => file[Queries.Length..])];
}
