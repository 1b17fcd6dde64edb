using System.CommandLine;
using System.Text.Json;
using Monitor.Cli.Authoring;
using Monitor.Core.Digests;
using Monitor.Core.Topics;

namespace Monitor.Cli.Filters;

/// <summary>`monitor match`: which topics a document belongs to, and why.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var jsonl = new Option<bool>("--jsonl") { Description = "Read JSON lines (id, title, summary, text) and write JSON lines." };
        var topics = new Option<string>("--topics") { Description = "Folder of topic files.", DefaultValueFactory = _ => TopicFolder.Default };
        var source = new Argument<string?>("FILE|URL") { Description = "A text file (its first line is the title where an empty line follows), an HTML page, or an address.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("match", "Says which topics a document belongs to, and why.") { jsonl, topics, source };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (TopicFolder.Load(parsed.GetValue(topics)!, Console.Error) is not { } set)
            {
                return 2;
            }

            if (parsed.GetValue(jsonl))
            {
                using var input = Console.OpenStandardInput();
                using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
                return JsonLines.Run(input, output, (request, answer) => Answer(set, request, answer));
            }

            if (parsed.GetValue(source) is not { } named)
            {
                Console.Error.WriteLine("name a file or an address, or give --jsonl with documents on standard input");
                return 2;
            }

            if (await Documents.OpenAsync(named, Console.Error, cancellationToken) is not { } document)
            {
                return 2;
            }

            Print(set, document, Console.Out);
            return 0;
        });
        return command;
    }

    private static void Answer(TopicSet set, JsonElement request, Utf8JsonWriter answer)
    {
        answer.WriteStartArray("topics");
        foreach (var match in set.Match(Documents.FromJson(request)))
        {
            answer.WriteStartObject();
            answer.WriteString("topic", match.Topic);
            answer.WriteNumber("score", match.Score);
            answer.WriteNumber("prominence", match.Prominence);
            answer.WriteBoolean("matched", match.Matched);
            answer.WriteBoolean("central", match.Central);
            answer.WriteStartArray("evidence");
            foreach (var evidence in match.Evidence)
            {
                answer.WriteStartObject();
                answer.WriteString("signal", evidence.Signal);
                answer.WriteString("field", evidence.Field);
                answer.WriteNumber("start", evidence.Start);
                answer.WriteNumber("length", evidence.Length);
                answer.WriteString("text", evidence.Text);
                answer.WriteEndObject();
            }

            answer.WriteEndArray();
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }

    private static void Print(TopicSet set, TopicDocument document, TextWriter output)
    {
        output.WriteLine($"rules {set.Hash[..8]}");
        foreach (var match in set.Match(document))
        {
            output.WriteLine($"{match.Topic}: {(match.Central ? "a main subject" : match.Matched ? "mentioned in passing" : match.Evidence.Count > 0 ? "not matched, but there are signals" : "nothing")} (score {match.Score:0.##}, prominence {match.Prominence:0.##})");
            if (match.Matched)
            {
                output.WriteLine($"  “{MatchedSentences.Choose(document, match).Sentence}”");
            }

            foreach (var evidence in match.Evidence)
            {
                output.WriteLine($"  {evidence.Signal,-28} {evidence.Field} {evidence.Start}: {evidence.Text}");
            }
        }
    }
}
