using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Topics;

/// <summary>Reads YAML into nodes after a look at its shape: one document, no anchors, no tags, bounded depth.</summary>
internal static class YamlShape
{
    private const int MaxDepth = 8;

    public static YamlMappingNode? Read(string file, string text, List<ConfigProblem> problems)
    {
        try
        {
            if (Refusal(text) is var (line, reason))
            {
                problems.Add(new ConfigProblem(file, line, reason));
                return null;
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            switch (yaml.Documents.Count)
            {
                case 0:
                    problems.Add(new ConfigProblem(file, 0, "the file is empty"));
                    return null;
                case > 1:
                    problems.Add(new ConfigProblem(file, Line(yaml.Documents[1].RootNode), "a second document begins here; write one topic a file"));
                    return null;
            }

            if (yaml.Documents[0].RootNode is YamlMappingNode root)
            {
                return root;
            }

            problems.Add(new ConfigProblem(file, 1, "the file must hold fields such as \"id: my-topic\""));
        }
        catch (YamlException e)
        {
            problems.Add(new ConfigProblem(file, (int)e.Start.Line, "this is not YAML: " + (e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" ")));
        }

        return null;
    }

    public static int Line(YamlNode node) => (int)node.Start.Line;

    private static (int Line, string Reason)? Refusal(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            depth += at.NestingIncrease;
            var reason = at switch
            {
                AnchorAlias => "aliases (*name) are not used here; write the words out",
                NodeEvent { Anchor.IsEmpty: false } => "anchors (&name) are not used here; quote a word that begins with &",
                NodeEvent { Tag.IsEmpty: false } => "tags (!name) are not used here; quote a word that begins with !",
                _ when depth > MaxDepth + 2 => $"lists are nested more than {MaxDepth} deep",
                _ => null,
            };
            if (reason is not null)
            {
                return ((int)at.Start.Line, reason);
            }
        }

        return null;
    }
}
