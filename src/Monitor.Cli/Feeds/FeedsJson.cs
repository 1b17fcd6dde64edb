using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Encodings.Web;
using Monitor.Core.Digests;

namespace Monitor.Cli.Feeds;

/// <summary>The tables as JSON: an array, an object a feed; times in UTC, what is not known left out.</summary>
internal static class FeedsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Of(IReadOnlyList<ListedFeed> feeds) => Write(feeds.Select(listed => new
    {
        listed.Feed.Id,
        listed.Feed.Name,
        listed.Feed.Url,
        listed.Feed.Outlet,
        listed.Feed.Country,
        listed.Feed.ReadPages,
        listed.Health?.State,
        Stale = listed.Health is { } known ? known.State == FeedState.Stale : (bool?)null,
        Since = Utc(listed.Health?.Since),
        listed.Health?.Detail,
        LastRead = Utc(listed.Health?.LastRead),
        LastNewEntry = Utc(listed.Health?.LastNewEntry),
        listed.Health?.Outcome,
        listed.Health?.Streak,
        listed.Health?.EntriesADay,
        Next = Utc(listed.Health?.Next),
        listed.Health?.MovedTo,
    }));

    public static string Of(IReadOnlyList<CheckedFeed> feeds) => Write(feeds.Select(found => new
    {
        found.Feed.Id,
        found.Feed.Name,
        found.Feed.Url,
        found.IsFine,
        found.Outcome,
        found.Detail,
        found.Entries,
        Newest = Utc(found.Newest),
        found.Format,
        found.Problems,
        found.MovedTo,
        Milliseconds = (long)found.Took.TotalMilliseconds,
    }));

    private static string Write<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, Options) + "\n";

    private static DateTime? Utc(DateTimeOffset? instant) => instant?.UtcDateTime;
}
