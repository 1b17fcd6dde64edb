using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Monitor.Core.Digests;
using Monitor.Infra.Tests.Bicep;
using Monitor.Pipeline.Runs;

namespace Monitor.Infra.Tests;

/// <summary>
/// The lines that the function app can write: the templates of its log methods, filled in with the functions' names and with the
/// notes that the functions make. What is a value of the moment reads "7".
/// </summary>
internal static partial class LogLines
{
    public static IReadOnlyList<string> Functions { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Templates.Root, "src", "Monitor.Functions"), "function.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!)];

    public static IReadOnlyList<string> All { get; } = [.. Read().Distinct()];

    private static IEnumerable<string> Read()
    {
        var templates = typeof(FunctionRunner).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message)
            .OfType<string>();
        return from template in templates
               from function in Functions
               from note in template.Contains("{Note}", StringComparison.Ordinal) ? Notes(function) : [""]
               select Placeholder().Replace(
                   template.Replace("{Function}", function, StringComparison.Ordinal).Replace("{Note}", note, StringComparison.Ordinal), "7");
    }

    // What the use case of that name adds to its notes, in place or by an arm of a switch.
    private static IEnumerable<string> Notes(string function)
    {
        var file = Path.Combine(Templates.Root, "src", "Monitor.Pipeline", function, $"{function}.cs");
        return from Match note in Note().Matches(File.ReadAllText(file))
               from state in Enum.GetNames<FeedState>()
               select Placeholder().Replace(State().Replace(note.Groups[1].Value, state), "7");
    }

    [GeneratedRegex(@"(?:notes\.Add\(\$?|=> \$)""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Note();

    [GeneratedRegex(@"\{\w+\.State\}")]
    private static partial Regex State();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Placeholder();
}
