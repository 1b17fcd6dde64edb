using System.Xml;
using AngleSharp.Html.Parser;
using Monitor.Benchmarks.Material;
using Monitor.Benchmarks.Measuring;
using Monitor.Core.Articles;
using Monitor.Core.Feeds;

namespace Monitor.Benchmarks.Feeds;

internal static class FeedBenchmarks
{
    private static readonly Uri Where = new("https://news.example/feed.xml");

    /// <summary>The reader against a bare pass of XmlReader, over feeds without markup in their texts: nothing to sanitise.</summary>
    public static Outcome Parse()
    {
        var feeds = FeedDocuments.Plain();
        return Race.Of(() => feeds.Sum(Entries), () => feeds.Sum(Nodes));
    }

    /// <summary>The sanitiser against the bare parse of the same fragments into a document.</summary>
    public static Outcome Sanitise()
    {
        var fragments = Fragments.Many();
        var parser = new HtmlParser();
        return Race.Of(
            () => fragments.Sum(f => (long)HtmlSanitizer.Sanitize(f, Where).Length),
            () => fragments.Sum(f =>
            {
                using var document = parser.ParseDocument(f);
                return (long)document.Body!.ChildNodes.Length;
            }));
    }

    private static long Entries(byte[] feed) => FeedReader.Read(feed, new FeedHints(Url: Where)) is FeedReading.Read read ? read.Feed.Entries.Count : throw new InvalidDataException("a generated feed was not read");

    private static long Nodes(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }
}
