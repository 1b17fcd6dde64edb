using System.CommandLine;
using Monitor.Cli.Commands;
using Monitor.Core.Addresses;
using Monitor.Core.Topics;
using Monitor.Pipeline.NearMisses;
using Monitor.Pipeline.Outbox;

namespace Monitor.Cli.Authoring;

/// <summary>`topics label`: somebody's judgement of an article, for the next calibration.</summary>
internal static class LabelCommand
{
    public static Command Create()
    {
        var folder = TopicsCommand.Folder();
        var source = new Argument<string>("FILE|URL") { Description = "A text file (its first line is the title where an empty line follows), an HTML page, or an address." };
        var topic = new Option<string>("--topic") { Description = "The topic's id.", Required = true };
        var label = new Option<int>("--label") { Description = "2 a main subject, 1 mentioned in passing, 0 not at all.", Required = true };
        label.AcceptOnlyFromAmong("0", "1", "2");
        var why = new Option<string>("--why") { Description = "The reason, for those who read the label later.", Required = true };
        var seeds = new Option<string>("--seeds") { Description = "Folder of labelled articles; feedback.jsonl in it is written.", DefaultValueFactory = _ => LabelledFiles.Default };
        var stored = new Stored(TimeSpan.FromDays(31));
        var command = new Command("label", "Adds an article and its label to those that calibration learns from.") { source, topic, label, why, seeds, folder };
        stored.AddTo(command);
        command.SetAction((parsed, cancellationToken) => TopicsCommand.RunAsync(async () =>
        {
            var id = parsed.GetValue(topic)!;
            if (TopicFolder.Load(parsed.GetValue(folder)!, Console.Error) is not { } set)
            {
                return 2;
            }

            if (set.Topics.All(known => known.Id != id))
            {
                await Console.Error.WriteLineAsync($"there is no topic \"{id}\"; there are {string.Join(", ", set.Topics.Select(known => known.Id))}");
                return 2;
            }

            var what = parsed.GetValue(source)!;
            var url = CanonicalUrl.TryCreate(what, null);
            var document = url is null ? null : await ArchivedAsync(url, stored.Span(parsed), cancellationToken);
            var from = document is null ? "" : ", as it was read at the time";
            document ??= await Documents.OpenAsync(what, Console.Error, cancellationToken);
            if (document is null)
            {
                return 2;
            }

            if (document.Title.Length + document.Summary.Length + document.Text.Length == 0)
            {
                await Console.Error.WriteLineAsync($"{what} holds no text");
                return 2;
            }

            var article = url?.ArticleId ?? MessageId.From(document.Title, document.Summary, document.Text);
            var file = new FeedbackFile(Path.Combine(parsed.GetValue(seeds)!, FeedbackFile.Name));
            file.Put($"feedback-{article}", url?.Value, document, id, parsed.GetValue(label), parsed.GetValue(why)!);
            Console.WriteLine($"{id} {parsed.GetValue(label)}: {document.Title}{from}; written to {file.Path}. See what it changes: monitor topics calibrate");
            return 0;
        }));
        return command;
    }

    /// <summary>The newest version in storage: what is judged is what the rules saw, not what the outlet shows today.</summary>
    private static async Task<TopicDocument?> ArchivedAsync(CanonicalUrl url, (DateTimeOffset From, DateTimeOffset To) span, CancellationToken cancellationToken) =>
        !RunCommands.HasStorage
            ? null
            : await Stored.ReadAsync(async store =>
            {
                TopicDocument? newest = null;
                await foreach (var article in new Replay(store).SeenBetweenAsync(span.From, span.To, cancellationToken))
                {
                    newest = article.Article == url.ArticleId && (article.Matched || newest is null) ? article.Document : newest;
                }

                return newest;
            });
}
