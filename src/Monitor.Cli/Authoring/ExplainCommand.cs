using System.CommandLine;
using Monitor.Core.Topics;

namespace Monitor.Cli.Authoring;

/// <summary>`topics explain`: the text with its evidence marked, the sums, and what would turn the answer.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var source = new Argument<string>("FILE|URL") { Description = "A text file (its first line is the title where an empty line follows), an HTML page, or an address." };
        var only = new Option<string?>("--topic") { Description = "Only this topic." };
        var command = new Command("explain", "Shows how the topics come to their answer about a text.") { source, only, folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (TopicFolder.Load(parsed.GetValue(folder)!, Console.Error) is not { } set)
            {
                return 2;
            }

            if (await Documents.OpenAsync(parsed.GetValue(source)!, Console.Error, cancellationToken) is not { } document)
            {
                return 2;
            }

            foreach (var topic in set.Topics.Where(t => parsed.GetValue(only) is not { } id || id == t.Id))
            {
                Print(set, topic, document, Console.Out);
            }

            return 0;
        });
        return command;
    }

    private static void Print(TopicSet set, Topic topic, TopicDocument document, TextWriter output)
    {
        var why = set.Explain(document, topic.Id);
        output.WriteLine($"== {topic.Name} ({topic.Id}, rules {set.Hash[..8]}): {Answer(why.Match)}");
        Terms(output, "score", why.Score, why.Match.Score, why.MatchThreshold);
        if (why.Match.Matched)
        {
            Terms(output, "prominence", why.Prominence, why.Match.Prominence, why.CentralThreshold);
        }

        foreach (var held in why.HeldBack)
        {
            output.WriteLine($"  held back: {held} (cancelled, lacking what it needs, or too few)");
        }

        foreach (var flip in why.Flips)
        {
            output.WriteLine($"  {flip}");
        }

        if (why.Match.Evidence.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(Marked(document.Title, "title", why.Match));
            output.WriteLine(Marked(document.Text, "text", why.Match));
        }

        output.WriteLine();
    }

    private static void Terms(TextWriter output, string name, IReadOnlyList<ScoreTerm> terms, double sum, double threshold)
    {
        foreach (var term in terms)
        {
            output.WriteLine(FormattableString.Invariant($"  {term.Points,6:+0.00;-0.00}  {term.Name}  {term.Shown}"));
        }

        output.WriteLine(FormattableString.Invariant($"  {sum,6:0.00}  {name}, of {threshold:0.##}"));
    }

    private static string Answer(TopicMatch match) => match switch
    {
        { Central: true } => "a main subject",
        { Matched: true } => "mentioned in passing",
        _ => "no match",
    };

    /// <summary>Evidence in [brackets], so that it can be read in any terminal and in a file.</summary>
    private static string Marked(string text, string field, TopicMatch match)
    {
        var marked = new System.Text.StringBuilder();
        var at = 0;
        foreach (var evidence in match.Evidence.Where(e => e.Field == field).OrderBy(e => e.Start).ThenByDescending(e => e.Length))
        {
            if (evidence.Start >= at)
            {
                marked.Append(text, at, evidence.Start - at).Append('[').Append(evidence.Text).Append(']');
                at = evidence.Start + evidence.Length;
            }
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }
}
