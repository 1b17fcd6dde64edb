using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

/// <summary>Every format holds the words of every module: each row is one element alone in one format.</summary>
public class FeedVocabularyTests
{
    private const string Address = "https://post.nz/";
    private const string Time = "2026-11-17T08:30:00Z";
    private const string Atom03 = "http://purl.org/atom/ns#";
    private const string Atom10 = "http://www.w3.org/2005/Atom";
    private const string Rss10 = "http://purl.org/rss/1.0/";

    private static readonly (string Name, Func<string, string, string, string> Write)[] Formats =
    [
        ("rss-0.90", (modules, head, item) => Rdf("http://my.netscape.com/rdf/simple/0.9/", modules, head, item)),
        ("rss-0.91", (modules, head, item) => Rss("0.91", modules, head, item)),
        ("rss-0.92", (modules, head, item) => Rss("0.92", modules, head, item)),
        ("rss-1.0", (modules, head, item) => Rdf(Rss10, modules, head, item)),
        ("rss-2.0", (modules, head, item) => Rss("2.0", modules, head, item)),
        ("atom-0.3", (modules, head, item) => Atom(Atom03, modules, head, item)),
        ("atom-1.0", (modules, head, item) => Atom(Atom10, modules, head, item)),
    ];

    private static readonly (string Element, string Field)[] DublinCore =
        [("title", "title"), ("creator", "author"), ("description", "summary"), ("date", "published"), ("identifier", "id")];

    private static readonly (string Element, string Field)[] OldAtom =
        [("title", "title"), ("link", "link"), ("id", "id"), ("author", "author"), ("summary", "summary"), ("content", "content"), ("issued", "published"), ("created", "published"), ("modified", "updated")];

    private static readonly (string Element, string Field)[] NewAtom =
        [("title", "title"), ("link", "link"), ("id", "id"), ("author", "author"), ("summary", "summary"), ("content", "content"), ("published", "published"), ("updated", "updated")];

    private static readonly (string Module, string Address, (string Element, string Field)[] Elements)[] Modules =
    [
        ("Dublin Core 1.0", "http://purl.org/dc/elements/1.0/", DublinCore),
        ("Dublin Core 1.1", "http://purl.org/dc/elements/1.1/", DublinCore),
        ("Dublin Core terms", "http://purl.org/dc/terms/", [("title", "title"), ("creator", "author"), ("issued", "published"), ("created", "published"), ("modified", "updated"), ("abstract", "summary")]),
        ("Atom 0.3", Atom03, OldAtom),
        ("Atom 1.0", Atom10, NewAtom),
        ("content", "http://purl.org/rss/1.0/modules/content/", [("encoded", "content")]),
        ("media", "http://search.yahoo.com/mrss/", [("title", "title"), ("description", "summary")]),
        ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", [("title", "title"), ("author", "author"), ("summary", "summary"), ("subtitle", "summary")]),
        ("prism", "http://prismstandard.org/namespaces/2.0/basic/", [("publicationDate", "published")]),
    ];

    public static IEnumerable<ITheoryDataRow> EntryElements() =>
        from format in Formats
        from module in Modules
        from element in module.Elements
        select new TheoryDataRow<string, string, string>(format.Write($"xmlns:m=\"{module.Address}\"", "", Element("m:", element.Element, element.Field)), element.Field, Value(element.Field))
        {
            TestDisplayName = $"{module.Module} {element.Element} in an entry of {format.Name}",
        };

    public static IEnumerable<ITheoryDataRow> FeedElements() =>
        from format in Formats
        from module in Modules
        from element in module.Elements
        where element.Field is "title" or "link" && module.Module != "media"
        select new TheoryDataRow<string, string, string>(format.Write($"xmlns:m=\"{module.Address}\"", Element("m:", element.Element, element.Field), ""), element.Field, Value(element.Field))
        {
            TestDisplayName = $"{module.Module} {element.Element} at the head of {format.Name}",
        };

    [Theory]
    [MemberData(nameof(EntryElements))]
    public void An_entry_says_it_in_any_vocabulary(string document, string field, string value) => Of(FeedReaderTests.Read(document).Entries[0], field).ShouldBe(value);

    [Theory]
    [MemberData(nameof(FeedElements))]
    public void A_feed_says_it_in_any_vocabulary(string document, string field, string value)
    {
        var feed = FeedReaderTests.Read(document);
        (field == "title" ? feed.Title : feed.Link).ShouldBe(value);
    }

    [Theory]
    [InlineData("<r:rss><r:channel><r:item><r:title>Text</r:title></r:item></r:channel></r:rss>", Label = "a prefix that nobody declares")]
    [InlineData("<r:rss xmlns:r='https://post.nz/made-up'><r:channel><r:item><r:title>Text</r:title></r:item></r:channel></r:rss>", Label = "an address that nobody knows")]
    [InlineData("<feed xmlns='https://post.nz/made-up'><entry><title>Text</title></entry></feed>", Label = "Atom under an address that nobody knows")]
    [InlineData("<RSS><CHANNEL><ITEM><TITLE>Text</TITLE></ITEM></CHANNEL></RSS>", Label = "upper case")]
    [InlineData("<rss xmlns='http://www.w3.org/2005/Atom'><channel><item><title>Text</title></item></channel></rss>", Label = "RSS in the namespace of Atom")]
    [InlineData("<rss><item><title>Text</title></item></rss>", Label = "no channel")]
    [InlineData("<rss><channel/><item><title>Text</title></item></rss>", Label = "items beside the channel")]
    public void The_root_is_known_whatever_it_calls_itself(string document) => FeedReaderTests.Read(document).Entries.ShouldHaveSingleItem().Title.ShouldBe("Text");

    [Theory]
    [InlineData("<author><name>Mere Tai</name></author>", "", Label = "before its entries")]
    [InlineData("", "<author><name>Mere Tai</name></author>", Label = "after its entries")]
    public void What_nobody_signed_is_by_the_author_of_the_feed(string before, string after) =>
        FeedReaderTests.Read($"<feed xmlns='{Atom10}'>{before}<entry><title>T</title></entry><entry><author><name>A B</name></author></entry>{after}</feed>")
            .Entries.Select(entry => entry.Author).ShouldBe(["Mere Tai", "A B"]);

    [Fact]
    public void A_channel_s_owner_signs_where_nobody_else_does() =>
        FeedReaderTests.Read("<rss><channel><itunes:owner><itunes:name>Mere Tai</itunes:name><itunes:email>m@post.nz</itunes:email></itunes:owner><item><title>T</title></item></channel></rss>")
            .Entries[0].Author.ShouldBe("Mere Tai");

    [Theory]
    [InlineData("", "Mere Tai", Label = "no author of its own")]
    [InlineData("<author><name>A B</name></author>", "A B", Label = "an author of its own")]
    public void A_reprinted_entry_is_by_the_author_of_its_source(string own, string author)
    {
        var entry = FeedReaderTests.Read($"<feed xmlns='{Atom10}'><author><name>The reprinter</name></author><entry><title>T</title><source><title>S</title><author><name>Mere Tai</name></author></source>{own}</entry></feed>").Entries[0];
        (entry.Author, entry.Title).ShouldBe((author, "T"));
    }

    private static string Rss(string version, string modules, string head, string item) => $"<rss version=\"{version}\" {modules}><channel>{head}<item>{item}</item></channel></rss>";

    private static string Rdf(string address, string modules, string head, string item) =>
        $"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"{address}\" {modules}><channel>{head}</channel><item>{item}</item></rdf:RDF>";

    private static string Atom(string address, string modules, string head, string item) => $"<feed xmlns=\"{address}\" {modules}>{head}<entry>{item}</entry></feed>";

    private static string Element(string prefix, string name, string field) => (name, field) switch
    {
        ("link", _) => $"<{prefix}link href=\"{Address}\"/>",
        ("author", _) when prefix.Length > 0 => $"<{prefix}author>Text</{prefix}author>",
        _ => $"<{prefix}{name}>{Value(field)}</{prefix}{name}>",
    };

    private static string Value(string field) => field switch { "link" or "id" => Address, "published" or "updated" => Time, _ => "Text" };

    private static string? Of(Entry entry, string field) => field switch
    {
        "title" => entry.Title,
        "link" => entry.Link,
        "id" => entry.Id,
        "author" => entry.Author,
        "summary" => entry.Summary,
        "content" => entry.Content,
        "published" => entry.Published?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        _ => entry.Updated?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
    };
}
