using System.Text;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Tests.Configuration;

/// <summary>A small set of the files that people edit.</summary>
internal static class Files
{
    public const string Feeds = """
        <opml version="2.0"><head><title>t</title></head><body>
          <outline type="rss" id="north" text="North Times" outlet="North Times" country="NZ" readPages="true" xmlUrl="https://north.example.org/feed"/>
          <outline type="rss" id="south" text="South Mail" outlet="South Mail" country="AU" xmlUrl="https://south.example.org/feed"/>
        </body></opml>
        """;

    public const string Desk = """
        zone: Pacific/Auckland
        contact: desk@example.org
        from: { name: Monitor, address: monitor@example.org }
        recipients:
          desk: [ { name: The desk, address: desk@example.org }, second@example.org ]
          operations: [ ops@example.org ]
        operations: operations
        editions:
          - id: morning
            name: Morning digest
            at: ["07:00"]
            topics: [anzus]
            recipients: [desk]
        alerts:
          topics: [anzus]
          recipients: [desk]
          maxAge: 24h
        """;

    public const string Anzus = """
        id: anzus
        name: Anzus
        description: The treaty of 1951.
        signals:
          - id: the-name
            any: [anzus]
            weight: 2
        thresholds: { match: 1.0, central: 2.0 }
        samples:
          must: [Ministers met under the Anzus treaty.]
          mustNot: [The bank raised its rates.]
        """;

    public static Dictionary<string, string> Good() => new(StringComparer.Ordinal)
    {
        [ConfigFiles.FeedsPath] = Feeds,
        [ConfigFiles.DeskPath] = Desk,
        ["topics/anzus.yaml"] = Anzus,
    };

    /// <summary>Puts the files into the config container, over whatever is there.</summary>
    public static async Task PutAsync(IBlobStore store, IReadOnlyDictionary<string, string> files)
    {
        await foreach (var old in store.ListAsync(Containers.Config, "", default))
        {
            await store.DeleteAsync(new BlobName(Containers.Config, old.Path), default);
        }

        foreach (var (path, text) in files)
        {
            await store.CreateAsync(new BlobName(Containers.Config, path), Encoding.UTF8.GetBytes(text), default);
        }
    }
}
