using System.Text.RegularExpressions;
using Monitor.Cli.LocalHost;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>docs/crash-points.md, as far as programs read it: under each step, the writes in code spans that begin a row.</summary>
internal static partial class CrashPoints
{
    /// <summary>The writes that the page lists for a step, in its order.</summary>
    public static List<string> Of(string step)
    {
        var page = File.ReadAllText(Path.Combine(WorkFolder.Root, "docs", "crash-points.md"));
        var section = page.Split($"\n## {step}\n", 2)[1].Split("\n## ", 2)[0];
        return [.. Row().Matches(section).Select(match => match.Groups[1].Value)];
    }

    /// <summary>A write as the page would name it: what differs from day to day and from message to message stands in braces.</summary>
    public static string Kind(string write)
    {
        var kind = Run().Replace(write, "{day}/{time}-");
        kind = Day().Replace(kind, "{day}/");
        kind = Date().Replace(kind, "{date}");
        kind = Told().Replace(kind, "{topic}/");
        kind = Sha256().Replace(kind, "{sha256}");
        kind = Topic().Replace(kind, "told/{topic}/");
        kind = Key().Replace(kind, "{id}");
        return Version().Replace(kind, "{version}");
    }

    [GeneratedRegex(@"^\| `((?:PUT|DELETE) [^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\d{4}/\d\d/\d\d/\d{6}-")]
    private static partial Regex Run();

    [GeneratedRegex(@"\d{4}/\d\d/\d\d/")]
    private static partial Regex Day();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Date();

    [GeneratedRegex("(?<=alerts/told/)[a-z0-9-]+/")]
    private static partial Regex Told();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Sha256();

    [GeneratedRegex("told/[^/]+/")]
    private static partial Regex Topic();

    [GeneratedRegex("[0-9a-f]{16}")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<=/)[0-9a-f]{8}(?=\.)")]
    private static partial Regex Version();
}
