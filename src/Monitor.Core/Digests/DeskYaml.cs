using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Digests;

/// <summary>
/// YAML nodes read strictly: what is missing, unknown or of another kind becomes a problem with its line, and the reading
/// goes on, so that one look shows everything there is to mend.
/// </summary>
internal sealed class DeskYaml(string fileName, string needs = "zone, contact, from, recipients, operations and editions")
{
    private const int MaxDepth = 16;
    private const int MaxLength = 256 * 1024;

    private readonly List<ConfigProblem> problems = [];

    public IReadOnlyList<ConfigProblem> Problems => [.. problems.OrderBy(problem => problem.Line)];

    /// <summary>The document's top mapping; null, with a problem, where there is none.</summary>
    public YamlMappingNode? Root(string text)
    {
        if (text.Length > MaxLength)
        {
            return Refuse(0, "is larger than 256 KB: no such file needs that");
        }

        // The parser names the line where the mapping began.
        if (LineOfTab(text) is { } tab)
        {
            return Refuse(tab, "is indented with a tab, which YAML forbids: use spaces");
        }

        try
        {
            if (!IsPlain(text))
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents switch
            {
                [] => Refuse(0, $"is empty: it needs {needs}"),
                [{ RootNode: YamlMappingNode root }] => root,
                [{ RootNode: var other }] => Refuse(Line(other), "holds no settings: write lines such as \"zone: Pacific/Auckland\""),
                [_, var second, ..] => Refuse(Line(second.RootNode), "holds a second document: take out the line \"---\""),
            };
        }
        catch (YamlException error)
        {
            return Refuse((int)error.Start.Line, Explain(error));
        }
    }

    public void Refuse(YamlNode at, string message) => Refuse(Line(at), message);

    /// <summary>The values of a mapping by key; empty, with a problem, where the node is none. Unknown keys are problems.</summary>
    public Dictionary<string, YamlNode> Fields(YamlNode node, string what, params string[] known)
    {
        var fields = Entries(node, what);
        foreach (var (key, value) in fields)
        {
            if (!known.Contains(key, StringComparer.Ordinal))
            {
                Refuse(Line(value), $"{what} has an unknown key {Quote(key)}: it may have {string.Join(", ", known)}");
            }
        }

        return fields;
    }

    /// <summary>A mapping whose keys are free.</summary>
    public Dictionary<string, YamlNode> Entries(YamlNode node, string what)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping)
        {
            Refuse(node, $"{what} must be written as lines of \"key: value\"");
            return entries;
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                entries[name] = value;
            }
            else
            {
                Refuse(key, $"{what} has a key that is not a word");
            }
        }

        return entries;
    }

    /// <summary>The items of a list; empty, with a problem, where the node is none or has none.</summary>
    public IReadOnlyList<YamlNode> Items(YamlNode node, string what)
    {
        if (node is YamlSequenceNode { Children: { Count: > 0 } items })
        {
            return [.. items];
        }

        Refuse(node, $"{what} must be a list with at least one item, such as [a, b]");
        return [];
    }

    /// <summary>A text of one line; null, with a problem, where the node is none.</summary>
    public string? Text(YamlNode node, string what)
    {
        var text = (node as YamlScalarNode)?.Value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            Refuse(node, $"{what} must be a text, and not empty");
            return null;
        }

        if (text.Length > 100 || text.Any(char.IsControl))
        {
            Refuse(node, $"{what} must be one line of at most 100 characters");
            return null;
        }

        return text;
    }

    /// <summary>A field that must be there, turned into something by <paramref name="read"/>.</summary>
    public T? Need<T>(Dictionary<string, YamlNode> fields, YamlNode parent, string what, string key, Func<YamlNode, T?> read)
        where T : class
    {
        if (fields.TryGetValue(key, out var node))
        {
            return read(node);
        }

        Refuse(parent, $"{what} lacks {key}: add it");
        return null;
    }

    /// <summary>Refuses an id that could not stand in a name in storage.</summary>
    /// <param name="kind">What has the id, for the problem.</param>
    public void CheckId(YamlNode node, string id, string kind)
    {
        if (id.Length is 0 or > 64 || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            Refuse(node, $"the {kind} id {Quote(id)} may hold only lower-case letters, digits and hyphens, at most 64");
        }
    }

    public static string Listed(IEnumerable<string> ids) => string.Join(", ", ids.Order(StringComparer.Ordinal));

    public static string Quote(string value)
    {
        var shown = new string([.. value.Where(letter => !char.IsControl(letter)).Take(80)]);
        return $"\"{shown}\"";
    }

    private YamlMappingNode? Refuse(int line, string message)
    {
        problems.Add(new(fileName, line, message));
        return null;
    }

    private static int? LineOfTab(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var indent = line[..^line.TrimStart(" \t").Length];
            if (indent.Contains('\t') && indent.Length < line.Length)
            {
                return number;
            }
        }

        return null;
    }

    private static int Line(YamlNode node) => (int)node.Start.Line;

    // Before the tree is built: building recurses, and an alias can make a small file stand for a large one.
    private bool IsPlain(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth)
            {
                Refuse((int)parser.Current.Start.Line, $"nests deeper than {MaxDepth} levels: see the comments in seeds/desk.yaml");
                return false;
            }

            if (parser.Current is AnchorAlias)
            {
                Refuse((int)parser.Current.Start.Line, "uses a YAML alias (*name): write the value out");
                return false;
            }
        }

        return true;
    }

    private static string Explain(YamlException error)
    {
        var reason = (error.InnerException ?? error).Message.ReplaceLineEndings(" ");
        return $"is not well-formed YAML: {reason}. Look for a missing colon, quote or indent";
    }
}
