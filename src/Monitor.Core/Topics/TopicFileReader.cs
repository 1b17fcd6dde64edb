using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Topics;

/// <summary>Turns one topic file into a topic. Strict: whatever it does not know is a problem with its line.</summary>
internal sealed class TopicFileReader
{
    private static readonly string[] TopicFields = ["id", "name", "description", "references", "signals", "thresholds", "prominence", "samples"];
    private static readonly string[] SignalFields = ["id", "any", "near", "within", "ordered", "in", "atLeast", "needs", "cancels", "reach", "weight", "fitted", "context"];
    private static readonly string[] SampleFields = ["title", "summary", "text", "central"];

    private readonly string file;
    private readonly List<ConfigProblem> problems;

    private TopicFileReader(string file, List<ConfigProblem> problems) => (this.file, this.problems) = (file, problems);

    /// <summary>Null where the file is refused; <paramref name="problems"/> then says why.</summary>
    public static Topic? Read(TopicFile file, List<ConfigProblem> problems)
    {
        var before = problems.Count;
        if (file.Text.Length > TopicFile.MaxLength)
        {
            problems.Add(new ConfigProblem(file.Name, 0, $"the file is longer than {TopicFile.MaxLength / 1024} KB; split the topic"));
            return null;
        }

        var topic = YamlShape.Read(file.Name, file.Text, problems) is { } root ? new TopicFileReader(file.Name, problems).Topic(root) : null;
        return problems.Skip(before).Any(p => p.IsError) ? null : topic;
    }

    private Topic Topic(YamlMappingNode root)
    {
        var fields = Fields(root, "a topic", TopicFields);
        var id = Id(fields, root, "topic");
        var name = fields.TryGetValue("name", out var n) ? Text(n) : id;
        var (match, central) = Thresholds(fields);
        return new Topic(
            id,
            name,
            fields.TryGetValue("description", out var description) ? Text(description).Trim() : "",
            fields.TryGetValue("references", out var references) ? Texts(references) : [],
            Signals(fields, root),
            match,
            central,
            Prominence(fields),
            Samples(fields),
            file);
    }

    private List<Signal> Signals(Dictionary<string, YamlNode> fields, YamlNode root)
    {
        if (!fields.TryGetValue("signals", out var node) || node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            Problem(node ?? root, "the topic has no signals; list at least one under \"signals:\"");
            return [];
        }

        return [.. list.Children.Select(Signal).OfType<Signal>()];
    }

    private Signal? Signal(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Problem(node, "a signal has fields, such as \"- id: the-treaty\" and \"any: [...]\"");
            return null;
        }

        var fields = Fields(map, "a signal", SignalFields);
        var id = Id(fields, map, "signal");
        var any = fields.GetValueOrDefault("any");
        var near = fields.GetValueOrDefault("near");
        if ((any is null) == (near is null))
        {
            Problem(map, $"signal \"{id}\" must have either \"any\" (phrases) or \"near\" (lists of phrases), and one of them");
            return null;
        }

        var groups = any is not null ? [Texts(any)] : Lists(near!, id);
        foreach (var unused in near is null ? fields.Keys.Where(k => k is "within" or "ordered") : [])
        {
            Problem(fields[unused], $"signal \"{id}\": \"{unused}\" goes with \"near\"");
        }

        var cancels = fields.TryGetValue("cancels", out var c) ? Texts(c) : [];
        var needs = fields.TryGetValue("needs", out var ne) ? Texts(ne) : [];
        if (fields.TryGetValue("reach", out var reach) && cancels.Count + needs.Count == 0)
        {
            Problem(reach, $"signal \"{id}\": \"reach\" goes with \"needs\" or \"cancels\"");
        }

        if (near is not null && !fields.ContainsKey("within"))
        {
            Problem(near, $"signal \"{id}\": say how near with \"within: sentence\" or a number of words");
        }

        var context = fields.TryGetValue("context", out var isContext) && YesNo(isContext);
        var weight = fields.TryGetValue("weight", out var w) ? Number(w, -100, 100) : context || cancels.Count > 0 ? 0 : 1;
        if (weight != 0 && (context || cancels.Count > 0))
        {
            Problem(w!, $"signal \"{id}\" {(context ? "is context" : "cancels others")} and adds nothing to the score; take its weight away");
        }

        return new Signal(
            id,
            groups,
            fields.TryGetValue("within", out var within) ? Reach(within, article: false) : Topics.Reach.Sentence,
            fields.TryGetValue("ordered", out var ordered) && YesNo(ordered),
            fields.TryGetValue("in", out var where) ? In(where) : Field.All,
            fields.TryGetValue("atLeast", out var atLeast) ? (int)Number(atLeast, 1, 1000, whole: true) : 1,
            needs,
            cancels,
            reach is null ? Topics.Reach.Article : Reach(reach, article: true),
            weight,
            Fitted(fields, id, weight),
            context,
            YamlShape.Line(map));
    }

    private double? Fitted(Dictionary<string, YamlNode> fields, string id, double weight)
    {
        if (!fields.TryGetValue("fitted", out var node))
        {
            return null;
        }

        var fitted = Number(node, -100, 100);
        if (Math.Sign(fitted) != Math.Sign(weight))
        {
            Problem(node, $"signal \"{id}\": \"fitted\" must have the sign of the weight; remove it and calibrate again");
        }

        return fitted;
    }

    private List<IReadOnlyList<string>> Lists(YamlNode node, string id)
    {
        if (node is YamlSequenceNode { Children.Count: > 1 and <= 6 } list && list.Children.All(c => c is YamlSequenceNode))
        {
            return [.. list.Children.Select(Texts)];
        }

        Problem(node, $"signal \"{id}\": \"near\" is two to six lists of phrases, such as [[deport*], [australia*]]");
        return [];
    }

    private (double Match, double Central) Thresholds(Dictionary<string, YamlNode> topic)
    {
        if (!topic.TryGetValue("thresholds", out var node))
        {
            return (1, 2);
        }

        var fields = Fields(node, "\"thresholds\"", ["match", "central"]);
        return (
            fields.TryGetValue("match", out var match) ? Number(match, 0.01, 1000) : 1,
            fields.TryGetValue("central", out var central) ? Number(central, 0.01, 1000) : 2);
    }

    private ProminencePoints Prominence(Dictionary<string, YamlNode> topic)
    {
        if (!topic.TryGetValue("prominence", out var node))
        {
            return ProminencePoints.Default;
        }

        var fields = Fields(node, "\"prominence\"", [.. ProminencePoints.Names]);
        return ProminencePoints.From([.. ProminencePoints.Names.Select(name => fields.TryGetValue(name, out var v) ? Number(v, 0, 100) : 0)]);
    }

    private List<TopicSample> Samples(Dictionary<string, YamlNode> topic)
    {
        if (!topic.TryGetValue("samples", out var node))
        {
            return [];
        }

        var fields = Fields(node, "\"samples\"", ["must", "mustNot"]);
        return [.. Samples(fields.GetValueOrDefault("must"), matches: true), .. Samples(fields.GetValueOrDefault("mustNot"), matches: false)];
    }

    private IEnumerable<TopicSample> Samples(YamlNode? node, bool matches)
    {
        if (node is not null and not YamlSequenceNode)
        {
            Problem(node, "samples are a list of texts");
        }

        foreach (var sample in (node as YamlSequenceNode)?.Children ?? [])
        {
            if (sample is YamlMappingNode)
            {
                var fields = Fields(sample, "a sample", SampleFields);
                string Part(string name) => fields.TryGetValue(name, out var part) ? Text(part) : "";
                bool? central = fields.TryGetValue("central", out var c) ? YesNo(c) : null;
                yield return new TopicSample(new TopicDocument(Part("title"), Part("summary"), Part("text")), matches, central, YamlShape.Line(sample));
            }
            else
            {
                yield return new TopicSample(new TopicDocument("", "", Text(sample)), matches, null, YamlShape.Line(sample));
            }
        }
    }

    private Dictionary<string, YamlNode> Fields(YamlNode node, string owner, string[] known)
    {
        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is not YamlMappingNode map)
        {
            Problem(node, $"{owner} must have fields: {string.Join(", ", known)}");
            return fields;
        }

        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name))
            {
                fields[name] = value;
            }
            else
            {
                Problem(key, $"{owner} has no field \"{name}\"; it may have {string.Join(", ", known)}");
            }
        }

        return fields;
    }

    private string Id(Dictionary<string, YamlNode> fields, YamlNode owner, string what)
    {
        if (!fields.TryGetValue("id", out var node))
        {
            Problem(owner, $"the {what} has no \"id\"");
            return "";
        }

        var id = Text(node);
        if (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            Problem(node, $"\"{id}\" cannot be an id; use lower-case letters, digits and hyphens, at most 64");
        }

        return id;
    }

    private string Text(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        Problem(node, "there must be words here");
        return "";
    }

    private IReadOnlyList<string> Texts(YamlNode node)
    {
        if (node is YamlSequenceNode { Children.Count: > 0 } list)
        {
            return [.. list.Children.Select(Text)];
        }

        Problem(node, "there must be a list here, such as [one, two]");
        return [];
    }

    private double Number(YamlNode node, double least, double most, bool whole = false)
    {
        if (node is YamlScalarNode { Value: { } text } &&
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) &&
            value >= least && value <= most && (!whole || value == Math.Floor(value)))
        {
            return value;
        }

        Problem(node, string.Create(CultureInfo.InvariantCulture, $"there must be a {(whole ? "whole " : "")}number from {least} to {most} here"));
        return least;
    }

    private bool YesNo(YamlNode node)
    {
        if (node is YamlScalarNode { Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        Problem(node, "there must be true or false here");
        return false;
    }

    private Reach Reach(YamlNode node, bool article)
    {
        switch ((node as YamlScalarNode)?.Value)
        {
            case "sentence":
                return Topics.Reach.Sentence;
            case "article" when article:
                return Topics.Reach.Article;
            case { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && words <= 1000:
                return new Reach(ReachKind.Words, words);
            default:
                Problem(node, article ? "there must be \"article\", \"sentence\" or a number of words here" : "there must be \"sentence\" or a number of words here");
                return Topics.Reach.Sentence;
        }
    }

    private Field In(YamlNode node)
    {
        Field all = 0;
        foreach (var name in Texts(node))
        {
            Field field = name switch { "title" => Field.Title, "summary" => Field.Summary, "lead" => Field.Lead, "text" => Field.Text, _ => 0 };
            if (field == 0)
            {
                Problem(node, $"there is no field \"{name}\" in an article; there are title, summary, lead, text");
            }

            all |= field;
        }

        return all == 0 ? Field.All : all;
    }

    private void Problem(YamlNode node, string message) => problems.Add(new ConfigProblem(file, YamlShape.Line(node), message));
}
