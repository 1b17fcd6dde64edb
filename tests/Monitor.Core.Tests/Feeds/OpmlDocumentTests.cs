using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public class OpmlDocumentTests
{
    private const string Ours = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- the desk's -->
        <opml version="2.0">
          <head>
            <title>Desk</title>
          </head>
          <body>
            <outline text="New Zealand">
              <!-- seen: somewhere -->
              <outline type="rss" id="one" text="One" country="NZ" xmlUrl="https://a.example/1" stars="5"/>
            </outline>
          </body>
        </opml>
        """;

    [Fact]
    public void Is_written_as_it_was_read() =>
        Read(Ours).Write().ShouldBe(Ours.Replace("\"/>", "\" />", StringComparison.Ordinal) + "\n");

    [Fact]
    public void Knows_the_folders_of_each_feed() =>
        Read("""
            <opml><body>
              <outline text="A"><outline title="B"><outline text="one" xmlUrl="https://a.example/1"/></outline></outline>
              <outline text="two" xmlUrl="https://a.example/2"/>
            </body></opml>
            """).Feeds.Select(feed => $"{string.Join('/', feed.Folders)}:{feed.Name}:{feed.Line}").ShouldBe(["A/B:one:2", ":two:3"]);

    [Fact]
    public void Imports_what_is_new_into_its_folder_with_everything_it_carries()
    {
        var import = Read(Ours).Import(
            Read("""
                <opml version="1.0" xmlns:reader="https://reader.example/ns"><body>
                  <outline text="New Zealand">
                    <outline text="Two &amp; more" xmlUrl="https://a.example/2?x=1&amp;y=2" htmlUrl="https://a.example/" reader:folder="7"/>
                  </outline>
                  <outline text="Australia"><outline title="Three" xmlUrl="https://b.example/3" type="atom"/></outline>
                </body></opml>
                """),
            "theirs.opml");

        import.Added.Select(feed => feed.Name).ShouldBe(["Two & more", "Three"]);
        import.Known.ShouldBeEmpty();
        import.Problems.ShouldBeEmpty();
        import.Document.Write().ShouldBe("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- the desk's -->
            <opml version="2.0" xmlns:reader="https://reader.example/ns">
              <head>
                <title>Desk</title>
              </head>
              <body>
                <outline text="New Zealand">
                  <!-- seen: somewhere -->
                  <outline type="rss" id="one" text="One" country="NZ" xmlUrl="https://a.example/1" stars="5" />
                  <!-- seen: imported from theirs.opml -->
                  <outline text="Two &amp; more" xmlUrl="https://a.example/2?x=1&amp;y=2" htmlUrl="https://a.example/" reader:folder="7" type="rss" />
                </outline>
                <outline text="Australia">
                  <!-- seen: imported from theirs.opml -->
                  <outline title="Three" xmlUrl="https://b.example/3" type="atom" text="Three" />
                </outline>
              </body>
            </opml>

            """);
        Opml.Load("feeds.opml", import.Document.Write()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Importing_twice_is_importing_once()
    {
        var theirs = Read("""<opml><body><outline text="Two" xmlUrl="https://a.example/2"/><outline xmlUrl="http://A.example/2/"/></body></opml>""");

        var first = Read(Ours).Import(theirs, "theirs.opml");
        var second = first.Document.Import(theirs, "theirs.opml");

        first.Added.Count.ShouldBe(1);
        first.Known.Count.ShouldBe(1);
        second.Added.ShouldBeEmpty();
        second.Known.Count.ShouldBe(2);
        second.Document.Write().ShouldBe(first.Document.Write());
    }

    [Fact]
    public void The_document_that_is_imported_into_stays_as_it_was()
    {
        var ours = Read(Ours);
        var before = ours.Write();

        ours.Import(Read("""<opml><body><outline xmlUrl="https://a.example/2"/></body></opml>"""), "theirs.opml");

        ours.Write().ShouldBe(before);
    }

    [Theory]
    [InlineData("an id that is taken", "id", "one")]
    [InlineData("an id of another shape", "id", "Feed 7")]
    [InlineData("a country that we do not know", "country", "Aotearoa")]
    [InlineData("a yes of another kind", "readPages", "1")]
    public void Leaves_behind_what_our_own_file_may_not_have(string what, string attribute, string value)
    {
        var import = Read(Ours).Import(
            Read($"""<opml><body><outline text="Two" xmlUrl="https://a.example/2" {attribute}="{value}"/></body></opml>"""), "theirs.opml");

        var load = Opml.Load("feeds.opml", import.Document.Write());
        load.Problems.ShouldBeEmpty(what);
        load.Feeds.Count.ShouldBe(2, what);
    }

    [Fact]
    public void Says_which_addresses_it_cannot_follow()
    {
        var import = Read(Ours).Import(
            Read("<opml><body>\n<outline text=\"Two\" xmlUrl=\"feed:a.example\"/></body></opml>"), "theirs.opml");

        import.Added.ShouldBeEmpty();
        import.Problems.ShouldHaveSingleItem().ToString().ShouldBe("theirs.opml:2: \"feed:a.example\" is not an http or https address: it is left out");
        import.Problems[0].IsError.ShouldBeFalse();
    }

    [Fact]
    public void What_is_commented_out_elsewhere_is_not_imported() =>
        Read(Ours).Import(Read("""<opml><body><outline text="Two" isComment="true" xmlUrl="https://a.example/2"/></body></opml>"""), "theirs.opml")
            .Added.ShouldBeEmpty();

    [Fact]
    public void A_source_with_a_hostile_name_cannot_break_the_comment()
    {
        var import = Read(Ours).Import(
            Read("""<opml><body><outline xmlUrl="https://a.example/2"/></body></opml>"""), "x--><outline xmlUrl='https://evil.example/'/>\u0001");

        Opml.Load("feeds.opml", import.Document.Write()).Feeds.Select(feed => feed.Url.Host).ShouldBe(["a.example", "a.example"]);
    }

    [Fact]
    public void Imports_into_a_document_without_a_body() =>
        Read("<opml/>").Import(Read(Ours), "ours.opml").Document.Feeds.ShouldHaveSingleItem().Folders.ShouldBe(["New Zealand"]);

    [Fact]
    public void Exports_what_other_programs_insist_on()
    {
        var exported = Read("""<opml><body><outline xmlUrl="https://a.example/1" stars="5"/></body></opml>""").Export().Write();

        exported.ShouldContain("""<opml version="2.0">""");
        exported.ShouldContain("""<outline xmlUrl="https://a.example/1" stars="5" type="rss" text="a.example" title="a.example" />""");
    }

    private static OpmlDocument Read(string text)
    {
        var reading = OpmlDocument.Read("feeds.opml", text);
        reading.Problems.ShouldBeEmpty();
        return reading.Document.ShouldNotBeNull();
    }
}
