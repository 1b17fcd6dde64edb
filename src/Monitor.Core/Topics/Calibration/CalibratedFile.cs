using System.Globalization;
using System.Text;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Topics.Calibration;

/// <summary>Writes fitted weights into a topic file and leaves every other character as the author wrote it.</summary>
public static class CalibratedFile
{
    /// <summary>The file's text with "fitted" beside each weight that moved, and with the fitted prominence. The file must be one that loads.</summary>
    public static string Write(TopicFile file, CalibrationReport report)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(file.Text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var edits = new List<(int At, int Length, string Text)>();
        foreach (var signal in ((YamlSequenceNode)root["signals"]).Children.Cast<YamlMappingNode>())
        {
            var id = ((YamlScalarNode)signal["id"]).Value;
            if (report.Weights.FirstOrDefault(w => w.Signal == id) is { } weight && weight.Fitted != weight.Current)
            {
                edits.Add(Fitted(signal, Number(weight.Fitted)));
            }
        }

        var points = "{ " + string.Join(", ", ProminencePoints.Names.Zip(report.FittedProminence.ToArray(), (name, value) => $"{name}: {Number(value)}")) + " }";
        edits.Add(root.Children.TryGetValue("prominence", out var prominence)
            ? Replace(file.Text, (YamlMappingNode)prominence, points)
            : (file.Text.Length, 0, $"{(file.Text.EndsWith('\n') ? "" : "\n")}prominence: {points}\n"));

        var text = new StringBuilder(file.Text);
        foreach (var (at, length, written) in edits.OrderByDescending(e => e.At))
        {
            text.Remove(at, length).Insert(at, written);
        }

        return text.ToString();
    }

    private static (int At, int Length, string Text) Fitted(YamlMappingNode signal, string value)
    {
        if (signal.Children.TryGetValue("fitted", out var present))
        {
            return ((int)present.Start.Index, (int)(present.End.Index - present.Start.Index), value);
        }

        var before = signal[signal.Children.ContainsKey("weight") ? "weight" : "id"];
        var indent = new string(' ', (int)signal.Start.Column - 1);
        return ((int)before.End.Index, 0, signal.Style == MappingStyle.Flow ? $", fitted: {value}" : $"\n{indent}fitted: {value}");
    }

    /// <summary>A mapping's own end is not known, but what ends it is: its brace, or in block style its last value.</summary>
    private static (int At, int Length, string Text) Replace(string text, YamlMappingNode map, string written)
    {
        var start = (int)map.Start.Index;
        var end = map.Style == MappingStyle.Flow ? text.IndexOf('}', start) + 1 : (int)map.Children.Last().Value.End.Index;
        return (start, end - start, written);
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
