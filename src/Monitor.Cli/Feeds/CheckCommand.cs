using System.CommandLine;
using System.Globalization;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;
using Spectre.Console;

namespace Monitor.Cli.Feeds;

/// <summary>`monitor feeds check`: asks every feed now, many hosts at once, and says what each answered. 0 where all are fine.</summary>
internal static class CheckCommand
{
    private const int AtOnce = 64;

    public static Command Create()
    {
        var json = FeedsCommand.Json();
        var feeds = FeedsCommand.List();
        var command = new Command("check", "Ask every feed now: outcome, entries, newest entry, format, problems, time.") { json, feeds };
        command.SetAction(async (parsed, token) =>
        {
            if (FeedsFile.Load(parsed.GetValue(feeds)!, Console.Error) is not { } followed)
            {
                return 2;
            }

            using var web = Web.Open();
            var found = await RunAsync(web, followed, parsed.GetValue(json) ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }) : AnsiConsole.Console, token);
            if (parsed.GetValue(json))
            {
                Console.Out.Write(FeedsJson.Of(found));
            }
            else
            {
                AnsiConsole.Write(Table(found, DateTimeOffset.UtcNow));
                AnsiConsole.WriteLine($"{found.Count(feed => feed.IsFine)} of {found.Count} feeds read.");
            }

            return found.All(feed => feed.IsFine) ? 0 : 1;
        });
        return command;
    }

    /// <summary>In the order of the list, whoever answers first; what has answered is shown while the others are waited for.</summary>
    internal static async Task<IReadOnlyList<CheckedFeed>> RunAsync(
        IFetcher fetcher, IReadOnlyList<FollowedFeed> feeds, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var found = new CheckedFeed[feeds.Count];
        await console.Progress().AutoClear(true).HideCompleted(true).StartAsync(async progress =>
        {
            var task = progress.AddTask("asking", maxValue: feeds.Count);
            var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, feeds.Count, limits, async (index, token) =>
            {
                found[index] = await CheckedFeed.AskAsync(fetcher, feeds[index], token);
                task.Description = Markup.Escape(Terminal.Line(feeds[index].Name, 30));
                task.Increment(1);
            });
        });
        return found;
    }

    private static Table Table(IReadOnlyList<CheckedFeed> found, DateTimeOffset now)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Feed", "Outcome")
            .AddColumn(new TableColumn("Entries").RightAligned()).AddColumns("Newest entry", "Format", "Problems")
            .AddColumn(new TableColumn("ms").RightAligned());
        foreach (var feed in found)
        {
            table.AddRow(
                Markup.Escape(feed.Feed.Name),
                feed.IsFine ? "[green]read[/]" : $"[red]{feed.Outcome}[/]: {Markup.Escape(Terminal.Line(feed.Detail, 80))}",
                feed.IsFine ? feed.Entries.ToString(CultureInfo.InvariantCulture) : "",
                Ago(feed.Newest, now),
                feed.Format ?? "",
                Markup.Escape(Problems(feed)),
                ((long)feed.Took.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Ago(DateTimeOffset? newest, DateTimeOffset now) => (now - newest) switch
    {
        null => "",
        { TotalMinutes: < 0 } => "to come",
        { TotalHours: < 1 } age => $"{age.TotalMinutes:0} min ago",
        { TotalDays: < 2 } age => $"{age.TotalHours:0} h ago",
        { } age => $"{age.TotalDays:0} days ago",
    };

    private static string Problems(CheckedFeed feed)
    {
        var moved = feed.MovedTo is { } to ? $"moved for good to {to}" : "";
        var mended = feed.Problems.Count switch { 0 => "", 1 => Terminal.Line(feed.Problems[0], 60), var more => $"{Terminal.Line(feed.Problems[0], 50)} and {more - 1} more" };
        return string.Join("; ", new[] { moved, mended }.Where(part => part.Length > 0));
    }
}
