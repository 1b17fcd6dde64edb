using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public class OpmlTests
{
    [Fact]
    public void Reads_a_feed_with_everything_that_may_be_said_of_it()
    {
        var load = Opml.Load("feeds.opml", """
            <opml version="2.0">
              <body>
                <outline text="Harbour Times: politics" type="rss" xmlUrl="https://harbour.example/politics.xml"
                         id="harbour-politics" outlet="Harbour Times" country="NZ" readPages="true"/>
              </body>
            </opml>
            """);

        load.Problems.ShouldBeEmpty();
        load.IsAccepted.ShouldBeTrue();
        load.Feeds.ShouldBe(
        [
            new FollowedFeed("harbour-politics", "Harbour Times: politics", new Uri("https://harbour.example/politics.xml"), "Harbour Times", "NZ", true, 3),
        ]);
    }

    [Fact]
    public void An_address_is_enough()
    {
        var feed = Body("""<outline xmlUrl="http://harbour.example/feed?a=1&amp;b=2"/>""").Feeds.ShouldHaveSingleItem();

        feed.Name.ShouldBe("harbour.example");
        feed.Outlet.ShouldBe("harbour.example");
        feed.Country.ShouldBe("");
        feed.ReadPages.ShouldBeFalse();
        feed.Id.ShouldBe(Opml.IdOf(new Uri("http://harbour.example/feed?a=1&b=2")));
        feed.Id.Length.ShouldBe(16);
    }

    [Fact]
    public void Feeds_in_folders_are_read_in_the_order_of_the_document() =>
        Body("""
            <outline text="New Zealand">
              <outline text="Wellington"><outline text="one" xmlUrl="https://a.example/1"/></outline>
              <outline text="two" xmlUrl="https://a.example/2"/>
            </outline>
            <outline text="three" xmlUrl="https://a.example/3"/>
            """).Feeds.Select(feed => feed.Name).ShouldBe(["one", "two", "three"]);

    [Fact]
    public void What_is_commented_out_is_not_followed_nor_is_what_stands_under_it()
    {
        var load = Body("""
            <outline text="one" xmlUrl="https://a.example/1"/>
            <outline text="Paused" isComment="true"><outline text="two" xmlUrl="ftp://a.example/2"/></outline>
            """);

        load.Problems.ShouldBeEmpty();
        load.Feeds.Select(feed => feed.Name).ShouldBe(["one"]);
    }

    [Fact]
    public void Our_attributes_may_stand_in_our_namespace() =>
        Opml.Load("feeds.opml", """
            <opml version="2.0" xmlns:monitor="urn:monitor:feeds">
              <body><outline xmlUrl="https://a.example/1" monitor:id="one" monitor:country="AU" monitor:outlet="A"/></body>
            </opml>
            """).Feeds.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            feed => feed.Id.ShouldBe("one"),
            feed => feed.Country.ShouldBe("AU"),
            feed => feed.Outlet.ShouldBe("A"));

    [Fact]
    public void Attributes_of_others_are_not_ours() =>
        Opml.Load("feeds.opml", """
            <opml version="2.0" xmlns:x="urn:x"><body><outline xmlUrl="https://a.example/1" x:country="FR" stars="5"/></body></opml>
            """).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("an outline without an address", """<outline text="Harbour"/>""", "outline \"Harbour\" has no xmlUrl")]
    [InlineData("an outline that says it is a feed", """<outline type="rss"><outline xmlUrl="https://a.example/2"/></outline>""", "has no xmlUrl")]
    [InlineData("a local file", """<outline xmlUrl="file:///etc/passwd"/>""", "is not an http or https address")]
    [InlineData("half an address", """<outline xmlUrl="harbour.example/rss"/>""", "is not an http or https address")]
    [InlineData("an unknown country", """<outline xmlUrl="https://a.example/1" country="nz"/>""", "country \"nz\" is unknown: write NZ or AU")]
    [InlineData("an unknown yes", """<outline xmlUrl="https://a.example/1" readPages="yes"/>""", "write true or false")]
    [InlineData("an id with a space", """<outline xmlUrl="https://a.example/1" id="a b"/>""", "lower-case letters, digits and hyphens")]
    public void Refuses(string what, string outline, string message)
    {
        var load = Body("\n" + outline);

        var problem = load.Problems.ShouldHaveSingleItem(what);
        problem.Message.ShouldContain(message);
        problem.Line.ShouldBe(2);
        problem.File.ShouldBe("feeds.opml");
        load.IsAccepted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("the same twice", "https://a.example/1", "https://a.example/1")]
    [InlineData("http and https", "http://a.example/1", "https://a.example/1")]
    [InlineData("a host in capitals", "https://A.EXAMPLE/1", "https://a.example/1")]
    [InlineData("a last slash", "https://a.example/feed/", "https://a.example/feed")]
    [InlineData("the port that goes without saying", "https://a.example:443/feed", "https://a.example/feed")]
    [InlineData("a fragment", "https://a.example/feed#top", "https://a.example/feed")]
    public void Refuses_an_address_that_is_followed_already(string how, string first, string second) =>
        Body($"""
            <outline xmlUrl="{first}"/>
            <outline xmlUrl="{second}"/>
            """).Problems.ShouldHaveSingleItem(how).ShouldSatisfyAllConditions(
            problem => problem.Line.ShouldBe(2),
            problem => problem.Message.ShouldContain("followed already on line 1"));

    [Theory]
    [InlineData("https://a.example/Feed", "https://a.example/feed")]
    [InlineData("https://a.example/rss?id=1", "https://a.example/rss?id=2")]
    [InlineData("https://a.example:8443/feed", "https://a.example/feed")]
    public void Addresses_that_differ_are_two_feeds(string first, string second)
    {
        var load = Body($"""<outline xmlUrl="{first}"/><outline xmlUrl="{second}"/>""");

        load.Problems.ShouldBeEmpty();
        load.Feeds.Count.ShouldBe(2);
    }

    [Fact]
    public void Refuses_an_id_that_is_used_already() =>
        Body("""
            <outline xmlUrl="https://a.example/1" id="a"/>

            <outline xmlUrl="https://a.example/2" id="a"/>
            """).Problems.ShouldHaveSingleItem().ToString().ShouldBe("feeds.opml:3: id \"a\" is used already on line 1: give each feed its own");

    [Theory]
    [InlineData("nothing", "", 0, "is empty")]
    [InlineData("white space", " \n ", 0, "is empty")]
    [InlineData("no feed", "<opml version=\"2.0\"><body/></opml>", 0, "names no feed")]
    [InlineData("another document", "\n<rss version=\"2.0\"/>", 2, "is not OPML: it starts with <rss>")]
    [InlineData("plain text", "RNZ, Stuff", 1, "is not well-formed XML")]
    [InlineData("an unclosed element", "<opml>\n<body>\n</opml>", 3, "is not well-formed XML")]
    [InlineData("a bare ampersand", "<opml>\n<body><outline xmlUrl=\"https://a.example/?a=1&b=2\"/></body></opml>", 2, "write every & in an address or a name as &amp;")]
    [InlineData("a DTD", "<!DOCTYPE opml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<opml><body><outline text=\"&a;\"/></body></opml>", 1, "has a DOCTYPE")]
    public void Refuses_a_file_that_is(string what, string text, int line, string message)
    {
        var load = Opml.Load("feeds.opml", text);

        var problem = load.Problems.ShouldHaveSingleItem(what);
        problem.Message.ShouldContain(message);
        problem.Line.ShouldBe(line);
        problem.Message.ShouldNotContain("\n");
        load.Feeds.ShouldBeEmpty();
    }

    [Fact]
    public void Refuses_folders_without_end() =>
        Opml.Load("feeds.opml", "<opml><body>" + string.Concat(Enumerable.Repeat("<outline text=\"a\">", 200_000)))
            .Problems.ShouldHaveSingleItem().Message.ShouldContain("nests deeper than 64 levels");

    [Fact]
    public void A_byte_order_mark_and_a_declaration_that_lies_do_no_harm() =>
        Opml.Load("feeds.opml", "\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?><opml><body><outline xmlUrl=\"https://a.example/1\"/></body></opml>")
            .Problems.ShouldBeEmpty();

    [Fact]
    public void A_hostile_value_stays_on_one_line()
    {
        var problem = Body($"""<outline xmlUrl="a&#10;b{new string('x', 5000)}"/>""").Problems.ShouldHaveSingleItem();

        problem.Message.ShouldNotContain("\n");
        problem.Message.Length.ShouldBeLessThan(300);
    }

    private static OpmlLoad Body(string outlines) => Opml.Load("feeds.opml", $"<opml version=\"2.0\"><body>{outlines}</body></opml>");
}
