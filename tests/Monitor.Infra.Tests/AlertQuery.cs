using System.Text.RegularExpressions;

namespace Monitor.Infra.Tests;

/// <summary>What a query of infra/queries says that can be wrong: its table, the fields it names, and the texts it looks for.</summary>
internal sealed partial class AlertQuery
{
    // The columns that these queries may name (Azure Monitor's reference of the two tables lists more).
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["AppRequests"] = ["TimeGenerated", "Name", "Success", "ResultCode", "DurationMs", "OperationName", "AppRoleName", "ItemCount", "Properties"],
        ["AppTraces"] = ["TimeGenerated", "Message", "SeverityLevel", "OperationName", "AppRoleName", "ItemCount", "Properties"],
    };

    private static readonly HashSet<string> Language =
    [
        "let", "where", "summarize", "by", "extend", "parse", "with", "and", "or", "not", "in", "contains", "endswith", "startswith", "has", "int", "d",
        "true", "false", "count", "countif", "dcount", "extract", "isnotempty", "now", "startofday", "dayofweek", "toint", "datetime_add", "datetime_utc_to_local",
        "datatable", "string", "dynamic", "set_has_element", "join", "kind", "leftouter", "on", "coalesce",
    ];

    private readonly string text;
    private readonly string table;

    public AlertQuery(string query)
    {
        text = string.Join('\n', query.Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)));
        table = text.Split('\n').FirstOrDefault(line => Columns.ContainsKey(line.Trim()))?.Trim() ?? "";
    }

    public IEnumerable<string> Problems(IReadOnlyList<string> functions, IReadOnlyList<string> lines)
    {
        if (table.Length == 0)
        {
            return ["it reads no table that is known"];
        }

        var code = Literal().Replace(Token().Replace(text, "0"), "''");
        var own = Introduced().Matches(code).Select(match => match.Groups[1].Value);
        var unknown = Identifier().Matches(code).Select(match => match.Value).Distinct()
            .Except(Language).Except(Columns[table]).Except(own).Where(name => name != table)
            .Select(name => $"{table} has no {name}");
        return unknown.Concat(table == "AppRequests" ? UnknownFunctions(functions) : Unwritten(lines));
    }

    private IEnumerable<string> UnknownFunctions(IReadOnlyList<string> functions) =>
        Literal().Matches(text).Select(match => match.Groups[1].Value).Except(functions).Select(name => $"there is no function {name}");

    // All that one query looks for in a message must stand in one line that the code can write.
    private IEnumerable<string> Unwritten(IReadOnlyList<string> lines)
    {
        var texts = Sought().Matches(text).Select(match => match.Groups[1].Value).ToList();
        var parse = text.Split('\n').Where(line => line.StartsWith("| parse ", StringComparison.Ordinal)).ToList();
        texts.AddRange(parse.SelectMany(line => Literal().Matches(line)).Select(match => match.Groups[1].Value));
        var ends = Ends().Matches(text).Select(match => match.Groups[1].Value).ToList();
        // Every alternative of a pattern's group is looked for by itself.
        var patterns = Pattern().Matches(text).Select(match => match.Groups[1].Value).SelectMany(Alternatives).ToList();
        if (texts.Count + ends.Count + patterns.Count == 0)
        {
            yield return "it looks for nothing in the message";
        }

        var candidates = lines.Where(line => texts.All(sought => line.Contains(sought, StringComparison.Ordinal)) && ends.All(end => line.EndsWith(end, StringComparison.Ordinal))).ToList();
        if (candidates.Count == 0)
        {
            yield return $"no log line holds {string.Join(" and ", texts.Concat(ends).Select(sought => $"\"{sought}\""))}";
        }

        foreach (var pattern in patterns.Where(pattern => !candidates.Any(line => Regex.IsMatch(line, pattern, RegexOptions.NonBacktracking))))
        {
            yield return $"no log line matches {pattern}";
        }
    }

    private static IEnumerable<string> Alternatives(string pattern) =>
        Group().Match(pattern) is { Success: true } group
            ? group.Groups[1].Value.Split('|').Select(alternative => pattern.Replace(group.Value, alternative, StringComparison.Ordinal))
            : [pattern];

    [GeneratedRegex("<[a-z]+>")]
    private static partial Regex Token();

    [GeneratedRegex("@?'([^']*)'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b([A-Za-z]\w*)\s*(?:=(?![=~])|:)")]
    private static partial Regex Introduced();

    [GeneratedRegex("Message (?:contains|has|startswith) '([^']*)'")]
    private static partial Regex Sought();

    [GeneratedRegex("Message endswith '([^']*)'")]
    private static partial Regex Ends();

    [GeneratedRegex("extract\\(@'([^']*)'")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\(([^()|]+(?:\|[^()|]+)+)\)")]
    private static partial Regex Group();
}
