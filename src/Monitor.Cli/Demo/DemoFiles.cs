using System.Xml.Linq;
using Monitor.Cli.LocalHost;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Demo;

/// <summary>What the demo puts in and takes out: the files that people edit, the app settings, the digest as a file.</summary>
internal static class DemoFiles
{
    /// <summary>The outlets are on this machine, and nobody's server is at stake.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Monitor__Http__AllowLoopback"] = "true",
        ["Monitor__Http__PausePerHost"] = "00:00:00.020",
        ["Monitor__Http__Contact"] = "desk@example.org",
    };

    /// <summary>The topics and the desk of seeds/, with the sample day's outlets as feeds.</summary>
    public static ConfigFiles Of(SampleDay day, int port) =>
        SeedFiles.Read(WorkFolder.Seeds, new Dictionary<string, string> { [ConfigFiles.FeedsPath] = Opml(day, port) });

    /// <summary>Copies the digests from storage into the folder. Returns the last one's HTML; null where there is none.</summary>
    public static async Task<string?> SaveDigestAsync(IBlobStore store, string folder, CancellationToken cancellationToken)
    {
        string? html = null;
        await foreach (var listed in store.ListAsync(Containers.Digests, "", cancellationToken))
        {
            if (await store.ReadAsync(new BlobName(Containers.Digests, listed.Path), cancellationToken) is { } blob)
            {
                var file = Path.Combine(folder, "digests", listed.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, blob.Content, cancellationToken);
                html = listed.Path.EndsWith(".html", StringComparison.Ordinal) ? file : html;
            }
        }

        return html;
    }

    private static string Opml(SampleDay day, int port)
    {
        var outlines = day.Outlets.Select(outlet => new XElement(
            "outline",
            new XAttribute("type", "rss"),
            new XAttribute("id", outlet.Id),
            new XAttribute("text", outlet.Name),
            new XAttribute("outlet", outlet.Name),
            new XAttribute("country", outlet.Country),
            new XAttribute("readPages", outlet.ReadPages ? "true" : "false"),
            new XAttribute("xmlUrl", Outlets.Origin(outlet, port) + outlet.Feed.Path)));
        return new XElement(
            "opml", new XAttribute("version", "2.0"), new XElement("head", new XElement("title", "Sample day")), new XElement("body", outlines)).ToString();
    }
}
