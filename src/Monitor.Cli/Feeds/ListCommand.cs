using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Cli.Commands;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Storage;
using Spectre.Console;

namespace Monitor.Cli.Feeds;

/// <summary>
/// `monitor feeds list`: every feed that is followed and how it is doing, from the storage that is configured or runs on this
/// machine; without one, what feeds.opml alone can tell.
/// </summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var json = FeedsCommand.Json();
        var feeds = FeedsCommand.List();
        var command = new Command("list", "Every feed that is followed, and how it is doing.") { json, feeds };
        command.SetAction(async (parsed, token) =>
        {
            if (await GatherAsync(parsed.GetValue(feeds)!, token) is not { } listed)
            {
                return 2;
            }

            if (parsed.GetValue(json))
            {
                Console.Out.Write(FeedsJson.Of(listed.Feeds));
            }
            else
            {
                Show(listed, DateTimeOffset.UtcNow);
            }

            return 0;
        });
        return command;
    }

    private static async Task<Listed?> GatherAsync(string path, CancellationToken cancellationToken)
    {
        if (!RunCommands.HasStorage)
        {
            var own = FeedsFile.Load(path, Console.Error);
            return own is null ? null : new Listed([.. own.Select(feed => new ListedFeed(feed, null))], DeskZone.Find("UTC")!, FromStorage: false);
        }

        await using var services = RunCommands.Services();
        var following = await services.GetRequiredService<ConfigurationSource>().LoadAsync(DateTimeOffset.UtcNow, cancellationToken);
        var store = services.GetRequiredService<IBlobStore>();
        var layout = await ShardLayout.LoadAsync(store, cancellationToken);
        var zone = following.Desk.Zone;
        var feeds = layout.RecordsAsync(store, following.Feeds, cancellationToken).Select(known => new ListedFeed(known.Feed, known.Record.Health(known.Feed, zone)));
        return new Listed(await feeds.ToListAsync(cancellationToken), zone, FromStorage: true);
    }

    private static void Show(Listed listed, DateTimeOffset now)
    {
        var zone = listed.Zone;
        string Seen(DateTimeOffset? instant) => instant is { } at ? Markup.Escape(zone.TimeSeenFrom(zone.DateOf(now), at)) : "[grey]never[/]";
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Feed", "Outlet", "State");
        if (listed.FromStorage)
        {
            table.AddColumns("Last read", "Last new entry").AddColumn(new TableColumn("A day").RightAligned()).AddColumn("Last outcome");
        }

        foreach (var (feed, health) in listed.Feeds)
        {
            var row = new List<string> { Markup.Escape(feed.Name), Markup.Escape(feed.Outlet), State(health) };
            if (health is not null)
            {
                row.AddRange(
                [
                    Seen(health.LastRead),
                    Seen(health.LastNewEntry),
                    health.EntriesADay is { } entries ? entries.ToString(entries < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) : "",
                    Markup.Escape(health.Outcome.Length > 0 ? $"{health.Outcome} × {health.Streak}" : "not asked yet"),
                ]);
            }

            table.AddRow([.. row]);
        }

        AnsiConsole.Write(table);
        var troubled = listed.Feeds.Count(feed => feed.Health is { State: not FeedState.Working });
        AnsiConsole.WriteLine(listed.FromStorage
            ? $"{listed.Feeds.Count} feeds, {troubled} not as they should be. Times are {zone.Id}."
            : $"{listed.Feeds.Count} feeds in the file. How they are doing is known where Monitor runs: start `monitor up`, or ask them now with `monitor feeds check`.");
    }

    private static string State(FeedHealth? health) => health switch
    {
        null => "",
        { Outcome: "" } => "[grey]new[/]",
        { State: FeedState.Working, MovedTo: { } moved } => $"[green]working[/], moved to {Markup.Escape(moved.AbsoluteUri)}",
        { State: FeedState.Working } => "[green]working[/]",
        { State: FeedState.Stale } => $"[yellow]stale[/] {Markup.Escape(Brief(health.Detail))}",
        _ => $"[red]{health.State.ToString().ToLowerInvariant()}[/] {Markup.Escape(Brief(health.Detail))}",
    };

    private static string Brief(string detail) => Terminal.Line(detail, 60);

    private sealed record Listed(IReadOnlyList<ListedFeed> Feeds, DeskZone Zone, bool FromStorage);
}

/// <param name="Health">Null where no storage could be asked.</param>
internal sealed record ListedFeed(FollowedFeed Feed, FeedHealth? Health);
