using System.Globalization;
using System.Xml;
using AngleSharp.Html.Parser;
using Monitor.Benchmarks.Material;
using Monitor.Benchmarks.Measuring;
using Monitor.Benchmarks.Peers;
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

    /// <summary>The most that reading holds at once, its result included and the document not, by the document's size.</summary>
    public static Outcome Memory()
    {
        IReadOnlyList<(string Name, byte[] Document)> feeds =
        [
            ("teasers", FeedDocuments.Rss(new Prose(31), 4000, rich: false)),
            ("full text", FeedDocuments.Rss(new Prose(32), 1000, rich: true)),
            ("full text in Atom", FeedDocuments.Atom(new Prose(33), 1000, rich: true)),
        ];
        var shares = feeds.Select(f => (f.Name, Share: LiveMemory.PeakOf(() => FeedReader.Read(f.Document)) / (double)f.Document.Length)).ToList();
        return Outcome.Measured.Once(shares.Max(s => s.Share), string.Join(", ", shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name} {s.Share:0.00}"))));
    }

    /// <summary>The whole reader, sanitising included, against feedparser, which sanitises too.</summary>
    public static Outcome AgainstFeedparser() =>
        PythonPeer.Times("time_feedparser.py", "python3-feedparser", FeedDocuments.Rich(), Entries);

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
