using System.Text;
using Monitor.Cli.Demo;
using Monitor.Pipeline.Configuration;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>
/// A morning of two outlets that is small enough to be repeated many times: by the second poll each has a main subject that is
/// new, one has a passing mention, and the wire story of one is the other's copy.
/// </summary>
internal static class SmallMorning
{
    public static readonly DateTimeOffset First = DateTimeOffset.Parse("2026-11-18T16:30:00Z");
    public static readonly DateTimeOffset Second = DateTimeOffset.Parse("2026-11-18T17:45:00Z");
    public static readonly DateTimeOffset Digest = DateTimeOffset.Parse("2026-11-18T18:00:00Z");

    private const string Tribunal =
        "<p>A tribunal in Brisbane has refused to restore the visa of a New Zealander who was to be deported under section 501 of the Migration Act.</p>"
        + "<p>The man, 38, moved to Australia when he was nine. His visa was cancelled on character grounds after a prison sentence of two years.</p>"
        + "<p>The tribunal said the safety of the community weighed more than his ties to Australia. He is to be deported to New Zealand within a month.</p>";

    private const string Treaty =
        "<p>Defence ministers met in Wellington to mark the Anzus treaty and to ask what it obliges its members to do.</p>"
        + "<p>Under article three of the Anzus treaty the parties consult when one of them is threatened. Officials say the treaty has never been tested in cyberspace.</p>";

    private const string Port =
        "<p>The port company says a new crane will arrive in March and double the number of containers it can unload in a day.</p>"
        + "<p>Unions welcomed the investment and asked for more training.</p>";

    public static SampleDay Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Outlet(folder, "north", "North Times", [("port-crane", "Port orders a new crane", Port, First.AddHours(-2))],
            [("tribunal", "Tribunal refuses visa of 501 deportee", Tribunal, Second.AddMinutes(-20)), ("crane-two", "Crane will come by ship", Port, Second.AddMinutes(-30))]);
        Outlet(folder, "south", "South Mail", [("port", "New crane for the port", Port, First.AddHours(-1))],
            [("wire", "Man to be deported after tribunal decision", Tribunal, Second.AddMinutes(-10)), ("treaty", "What Anzus obliges us to do", Treaty, Second.AddMinutes(-15))]);
        return new SampleDay(folder, "Pacific/Auckland", First, Second, Digest,
        [
            new SampleOutlet("north", "North Times", "NZ", true, new SampleFeed("/feed.xml", "north.xml", "north.second.xml", "application/rss+xml"), "north"),
            new SampleOutlet("south", "South Mail", "AU", true, new SampleFeed("/feed.xml", "south.xml", "south.second.xml", "application/rss+xml"), "south"),
        ]);
    }

    public static ConfigFiles Files(SampleDay day, int port, string seeds)
    {
        var outlines = string.Concat(day.Outlets.Select(outlet =>
            $"<outline type=\"rss\" id=\"{outlet.Id}\" text=\"{outlet.Name}\" outlet=\"{outlet.Name}\" country=\"{outlet.Country}\" readPages=\"true\" xmlUrl=\"{Outlets.Origin(outlet, port)}/feed.xml\"/>"));
        return Cli.LocalHost.SeedFiles.Read(seeds, new Dictionary<string, string>
        {
            ["feeds.opml"] = $"<opml version=\"2.0\"><head><title>t</title></head><body>{outlines}</body></opml>",
            ["desk.yaml"] = """
                zone: Pacific/Auckland
                contact: desk@example.org
                from: { name: Monitor, address: monitor@example.org }
                recipients:
                  desk: [ { name: The desk, address: desk@example.org } ]
                  operations: [ ops@example.org ]
                operations: operations
                editions:
                  - id: morning
                    name: Morning digest
                    at: ["07:00"]
                    days: [daily]
                    topics: [deportation-501, anzus]
                    recipients: [desk]
                alerts:
                  # One is let go by the poll, the other by the sending a minute later.
                  topics: [{ topic: deportation-501, group: 0m }, { topic: anzus, group: 1m }]
                  recipients: [desk]
                  maxAge: 24h
                """,
        });
    }

    private static void Outlet(
        string folder, string id, string name,
        (string Slug, string Title, string Body, DateTimeOffset At)[] first, (string Slug, string Title, string Body, DateTimeOffset At)[] second)
    {
        Directory.CreateDirectory(Path.Combine(folder, id));
        File.WriteAllText(Path.Combine(folder, $"{id}.xml"), Feed(name, first));
        File.WriteAllText(Path.Combine(folder, $"{id}.second.xml"), Feed(name, [.. second, .. first]));
        foreach (var (slug, title, body, _) in first.Concat(second))
        {
            File.WriteAllText(
                Path.Combine(folder, id, $"{slug}.html"),
                $"<!doctype html><html lang=\"en-NZ\"><head><title>{title} | {name}</title></head><body><nav><a href=\"/\">Home</a></nav><main><article><h1>{title}</h1>{body}</article></main><footer>{name}</footer></body></html>");
        }
    }

    private static string Feed(string name, (string Slug, string Title, string Body, DateTimeOffset At)[] entries)
    {
        var feed = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>{name}</title><link>{{origin}}/</link>");
        foreach (var (slug, title, _, at) in entries)
        {
            feed.Append(System.Globalization.CultureInfo.InvariantCulture, $"<item><title>{title}</title><link>{{origin}}/{slug}</link><guid>{slug}</guid><pubDate>{at:R}</pubDate></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
