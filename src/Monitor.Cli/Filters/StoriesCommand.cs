using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Monitor.Core.Stories;

namespace Monitor.Cli.Filters;

/// <summary>`monitor stories --jsonl`: id, title, text?, published?, outlet? in; id, story, duplicateOf out.</summary>
internal static class StoriesCommand
{
    public static Command Create()
    {
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a line on standard input, one on standard output." };
        var command = new Command("stories", "Groups articles into stories and finds copies, in one pass.") { jsonl };
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            return Run(input, output);
        });
        return command;
    }

    internal static int Run(Stream input, Stream output)
    {
        var window = new StoryWindow();
        var last = DateTimeOffset.UnixEpoch;
        return JsonLines.Run(input, output, (request, writer) =>
        {
            // Without a time of its own an article is taken to follow the one before it.
            last = Published(request) ?? last;
            var placement = window.Place(new StoryArticle(
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
