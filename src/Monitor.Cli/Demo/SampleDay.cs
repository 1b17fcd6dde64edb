using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Demo;

/// <summary>The sample morning of seeds/demo: when it happens, and who publishes what. day.json says it all.</summary>
internal sealed record SampleDay(
    string Folder,
    string Zone,
    DateTimeOffset FirstPoll,
    DateTimeOffset SecondPoll,
    DateTimeOffset Digest,
    IReadOnlyList<SampleOutlet> Outlets,
    DateTimeOffset? ThirdPoll = null)
{
    /// <summary>When the last of it was read.</summary>
    [JsonIgnore]
    public DateTimeOffset End => ThirdPoll ?? Digest;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="LocalHostException">The file is missing or not what it should be.</exception>
    public static SampleDay Read(string folder)
    {
        var file = Path.Combine(folder, "day.json");
        try
        {
            var day = JsonSerializer.Deserialize<SampleDay>(File.ReadAllText(file), Json)!;
            return day with { Folder = folder };
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new LocalHostException($"{file} cannot be read: {e.Message}");
        }
    }
}

/// <param name="Down">Nothing listens where this outlet should be.</param>
/// <param name="Pages">Folder of its pages, by path.</param>
internal sealed record SampleOutlet(
    string Id, string Name, string Country, bool ReadPages, SampleFeed Feed, string? Pages, bool Down = false);

/// <param name="File">What the first poll gets.</param>
/// <param name="Second">What the second poll gets; null where nothing has changed by then.</param>
/// <param name="Third">What the third poll gets; null where nothing has changed since the second.</param>
/// <param name="ETag">The outlet sends an ETag, and answers 304 to one that still holds.</param>
/// <param name="LastModified">The same with Last-Modified.</param>
internal sealed record SampleFeed(
    string Path, string? File, string? Second, string? ContentType, bool ETag = false, bool LastModified = false, int Status = 200, string? Third = null);
