using System.CommandLine;
using Monitor.Core.Topics;
using Monitor.Core.Topics.Calibration;

namespace Monitor.Cli.Authoring;

/// <summary>`topics calibrate`: fits the topics to labelled articles, reports, and writes the weights where it is asked to.</summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var seeds = new Option<string>("--seeds") { Description = "Folder of labelled articles.", DefaultValueFactory = _ => LabelledFiles.Default };
        var write = new Option<bool>("--write") { Description = "Write the fitted weights into the topic files; review the difference before you commit it." };
        var command = new Command("calibrate", "Fits weights to labelled articles and reports what to expect of them.") { folder, seeds, write };
        command.SetAction(parsed => TopicsCommand.Run(() =>
        {
            var files = TopicFolder.Read(parsed.GetValue(folder)!);
            if (TopicFolder.Load(parsed.GetValue(folder)!, Console.Error) is not { } set)
            {
                return 2;
            }

            var articles = LabelledFiles.Read(parsed.GetValue(seeds)!);
            foreach (var topic in set.Topics)
            {
                var report = TopicCalibration.Fit(set, topic.Id, articles);
                Print(report, Console.Out);
                var file = files.Single(f => f.Name == topic.File);
                var fitted = CalibratedFile.Write(file, report);
                foreach (var line in LineDifference.Of(file.Text, fitted).Select((line, i) => i == 0 ? $"--- {file.Name}\n{line}" : line))
                {
                    Console.WriteLine(line);
                }

                if (parsed.GetValue(write) && fitted != file.Text)
                {
                    File.WriteAllText(Path.Combine(parsed.GetValue(folder)!, file.Name), fitted);
                }
            }

            return 0;
        }));
        return command;
    }

    private static void Print(CalibrationReport report, TextWriter output)
    {
        output.WriteLine($"== {report.Topic}: {report.Articles} labelled articles");
        Print("matched", report.Matched, output);
        Print("central", report.Central, output);
        Print("nearest to a match", report.NearestMatch, output);
        Print("nearest to a main subject", report.NearestCentral, output);
        foreach (var weight in report.Weights.Where(w => w.Fitted != w.Current))
        {
            output.WriteLine(FormattableString.Invariant($"  {weight.Signal}: {weight.Current:0.##} -> {weight.Fitted:0.##} (the author wrote {weight.Author:0.##})"));
        }

        foreach (var ((name, current), fitted) in ProminencePoints.Names.Zip(report.CurrentProminence.ToArray()).Zip(report.FittedProminence.ToArray()))
        {
            if (current != fitted)
            {
                output.WriteLine(FormattableString.Invariant($"  prominence of {name}: {current:0.##} -> {fitted:0.##}"));
            }
        }
    }

    private static void Print(string level, Qualities q, TextWriter output)
    {
        foreach (var (name, quality) in (ReadOnlySpan<(string, Quality)>)[("in force", q.Current), ("fitted", q.Fitted), ("leave-one-out", q.LeaveOneOut)])
        {
            output.WriteLine(FormattableString.Invariant($"  {level} {name,-14} precision {quality.Precision:0.000} recall {quality.Recall:0.000} F1 {quality.F1:0.000} ({quality.Right} right, {quality.False} false, {quality.Missed} missed)"));
        }
    }

    private static void Print(string line, IReadOnlyList<ArticleMargin> nearest, TextWriter output)
    {
        output.WriteLine($"  {line}:");
        foreach (var article in nearest)
        {
            output.WriteLine(FormattableString.Invariant($"    {article.Margin,6:+0.00;-0.00} label {article.Label} {article.Article} {article.Title}"));
        }
    }
}
