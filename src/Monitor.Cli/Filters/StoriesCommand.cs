using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Monitor.Cli.Stories;
using Monitor.Core.Stories;
using static System.FormattableString;

namespace Monitor.Cli.Filters;

/// <summary>`monitor stories`: articles grouped into stories, in one pass.</summary>
internal static class StoriesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("file") { Description = "Articles, one JSON object a line.", Arity = ArgumentArity.ZeroOrOne };
        var lines = new Option<bool>("--jsonl") { Description = "Answer one JSON object a line, in order: in id, title, text?, published?, outlet?; out id, story, duplicateOf." };
        var command = new Command("stories", "Group articles into stories and find copies, in one pass.") { file, lines };
        AddStored(command, parsed => parsed.GetValue(lines) ? Filter() : Show(parsed.GetValue(file)));
        return command;
    }

    private static void AddStored(Command command, Func<ParseResult, int> otherwise)
    {
        var export = new Option<string?>("--export") { Description = "Coverage from storage, outlet by day by topic: csv, or json with a record a story." };
        var from = new Option<DateOnly?>("--from") { Description = "First day of the export (yyyy-MM-dd), in the desk's zone." };
        var to = new Option<DateOnly?>("--to") { Description = "Last day of the export." };
        var rebuild = new Option<bool>("--rebuild") { Description = "Write the stories in storage anew from the archived articles; not while feeds are polled." };
        foreach (var option in (Option[])[export, from, to, rebuild])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, token) =>
            parsed.GetValue(export) is { } format ? await StoredStories.ExportConfiguredAsync(format, parsed.GetValue(from), parsed.GetValue(to), Console.Out, token)
            : parsed.GetValue(rebuild) ? await StoredStories.RebuildConfiguredAsync(Console.Out, token)
            : otherwise(parsed));
    }

    private static int Filter()
    {
        using var input = Console.OpenStandardInput();
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        return Run(input, output);
    }

    private static int Show(FileInfo? file)
    {
        if (file is not { Exists: true })
        {
            Console.Error.WriteLine("monitor stories: name a file of articles, or give --jsonl and articles on standard input");
            return 2;
        }

        using var input = file.OpenRead();
        Run(input, Stream.Null, out var window);
        foreach (var story in window.Days.SelectMany(d => d.Entries).GroupBy(e => window.Current(e.Story)).OrderByDescending(s => s.Count()))
        {
            Console.WriteLine(Invariant($"{story.Key}  {story.Count()} articles, {story.Count(e => e.DuplicateOf is not null)} of them copies"));
            foreach (var entry in story)
            {
                Console.WriteLine(Invariant($"    {entry.Published:yyyy-MM-dd HH:mm}  {entry.Outlet}: {entry.Title}{(entry.DuplicateOf is null ? "" : $" (copy of {entry.DuplicateOf})")}"));
            }
        }

        return 0;
    }

    internal static int Run(Stream input, Stream output) => Run(input, output, out _);

    private static int Run(Stream input, Stream output, out StoryWindow window)
    {
        var placing = window = new StoryWindow();
        var last = DateTimeOffset.UnixEpoch;
        return JsonLines.Run(input, output, (request, writer) =>
        {
            // Without a time of its own an article is taken to follow the one before it.
            last = Published(request) ?? last;
            var placement = placing.Place(new StoryArticle(
                JsonLines.Text(request, "id")!,
                JsonLines.Text(request, "title") ?? "",
                JsonLines.Text(request, "text") ?? "",
                last,
                JsonLines.Text(request, "outlet") ?? JsonLines.Text(request, "publisher") ?? ""));
            writer.WriteString("story", placement.Story);
            writer.WriteString("duplicateOf", placement.DuplicateOf);
        });
    }

    private static DateTimeOffset? Published(JsonElement request)
    {
        if (DateTimeOffset.TryParse(JsonLines.Text(request, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var published))
        {
            return published;
        }

        return long.TryParse(JsonLines.Text(request, "ts"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
