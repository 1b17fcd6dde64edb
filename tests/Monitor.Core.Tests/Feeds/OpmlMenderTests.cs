using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

/// <summary>Lists of feeds as other programs really write them.</summary>
public class OpmlMenderTests
{
    [Theory]
    [InlineData("a bare ampersand in an address", """<outline text="A" xmlUrl="https://a.example/?x=1&y=2"/>""", "A", "https://a.example/?x=1&y=2")]
    [InlineData("a bare ampersand in a name", """<outline text="News & views" xmlUrl="https://a.example/"/>""", "News & views", "https://a.example/")]
    [InlineData("HTML's entities", """<outline text="M&amacr;ori &ndash; caf&eacute;&nbsp;news" xmlUrl="https://a.example/"/>""", "M&amacr;ori – café\u00A0news", "https://a.example/")]
    [InlineData("entities by number", """<outline text="&#77;&#x101;ori & more" xmlUrl="https://a.example/"/>""", "Māori & more", "https://a.example/")]
    [InlineData("an ampersand that is right already", """<outline text="A &amp; B & C" xmlUrl="https://a.example/"/>""", "A & B & C", "https://a.example/")]
    [InlineData("markup in a name", """<outline text="The <b>Post</b>" xmlUrl="https://a.example/"/>""", "The <b>Post</b>", "https://a.example/")]
    [InlineData("quotes inside quotes", """<outline text="The "best" feed" xmlUrl="https://a.example/"/>""", "The \"best\" feed", "https://a.example/")]
    [InlineData("no quotes", """<outline text=A xmlUrl=https://a.example/feed>""", "A", "https://a.example/feed")]
    [InlineData("an attribute without a value", """<outline text="A" starred xmlUrl="https://a.example/"/>""", "A", "https://a.example/")]
    [InlineData("an attribute twice", """<outline text="A" text="B" xmlUrl="https://a.example/"/>""", "A", "https://a.example/")]
    [InlineData("a prefix that nobody declared", """<outline text="A" reader:unread="3" xmlUrl="https://a.example/"/>""", "A", "https://a.example/")]
    [InlineData("a control character", "<outline text=\"A\u0008B\" xmlUrl=\"https://a.example/\"/>", "AB", "https://a.example/")]
    [InlineData("capitals", """<OUTLINE TEXT="A & B" XMLURL="https://a.example/"/>""", "A & B", "https://a.example/")]
    [InlineData("a quote that never closes", """<outline xmlUrl="https://a.example/" text="A>""", "A", "https://a.example/")]
    public void Mends(string what, string outline, string name, string url)
    {
        var reading = OpmlDocument.Read("theirs.opml", $"<opml version=\"1.0\"><body>{outline}</body></opml>");

        var feed = reading.Document.ShouldNotBeNull(what).Feeds.ShouldHaveSingleItem(what);
        feed.Name.ShouldBe(name, what);
        feed.Url.AbsoluteUri.ShouldBe(url, what);
        reading.Problems.ShouldAllBe(problem => !problem.IsError);
    }

    [Theory]
    [InlineData("breaks off", "<opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\"https://a.example/\"/>", "the file breaks off inside <outline>")]
    [InlineData("breaks off inside a tag", "<opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\"https://a.example/\"", "the file breaks off inside <outline>")]
    [InlineData("never closes a folder", "<opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\"https://a.example/\"/></body></opml>", "<outline> is not closed before </body>")]
    [InlineData("closes a folder twice", "<opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\"https://a.example/\"/></outline></outline></body></opml>", "</outline> closes nothing")]
    [InlineData("has a DOCTYPE", "<!DOCTYPE opml><opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\"https://a.example/\"/></outline></body></opml>", "a DOCTYPE is left out")]
    [InlineData("has a DOCTYPE with entities", "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\"https://a.example/\" b=\"&x;\"/></outline></body></opml>", "a DOCTYPE is left out")]
    [InlineData("goes on after its end", "<opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\"https://a.example/\"/></outline></body></opml><opml/>", "<opml> stands after the end of the document")]
    public void Reads_a_document_that(string what, string text, string note)
    {
        var reading = OpmlDocument.Read("theirs.opml", text);

        var feed = reading.Document.ShouldNotBeNull(what).Feeds.ShouldHaveSingleItem(what);
        feed.Folders.ShouldBe(["F"], what);
        reading.Problems.ShouldContain(problem => problem.Message.Contains(note, StringComparison.Ordinal), what);
        reading.Document.Write().ShouldNotContain("passwd");
    }

    [Fact]
    public void Reads_a_document_with_something_before_its_declaration() =>
        OpmlDocument.Read("theirs.opml", "\r\n\uFEFF <?xml version=\"1.0\"?><opml><body><outline xmlUrl=\"https://a.example/\"/></body></opml>")
            .Document.ShouldNotBeNull().Feeds.Count.ShouldBe(1);

    [Fact]
    public void Says_on_which_line_it_mended_and_keeps_the_lines_of_what_follows()
    {
        var reading = OpmlDocument.Read("theirs.opml", """
            <!DOCTYPE opml>
            <opml>
            <body>
            <outline text="A"
                     text="again"
                     xmlUrl="https://a.example/1"/>
            <outline text="B" xmlUrl="https://a.example/2"/>
            </body>
            </opml>
            """);

        reading.Problems.Select(problem => problem.Line).ShouldBe([1, 5]);
        reading.Document!.Feeds.Select(feed => feed.Line).ShouldBe([4, 7]);
    }

    [Fact]
    public void What_was_mended_can_be_written_and_loaded()
    {
        var mended = OpmlDocument.Read("theirs.opml", "<opml><body><outline text=\"A & B\" x:y=\"<&>\" xmlUrl=\"https://a.example/?a=1&b=2\">").Document!;

        Opml.Load("feeds.opml", mended.Write()).Problems.ShouldBeEmpty();
        mended.Write().ShouldContain("x:y=\"&lt;&amp;&gt;\"");
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("plain text", "RNZ and Stuff")]
    [InlineData("a web page", "<!DOCTYPE html><html><head><title>Not found</title></head><body><p>Not found & gone<br></body></html>")]
    [InlineData("a feed", "<rss version=\"2.0\"><channel><title>A & B</title></channel></rss>")]
    public void Makes_no_list_of(string what, string text)
    {
        var reading = OpmlDocument.Read("theirs.opml", text);

        reading.Document.ShouldBeNull(what);
        reading.Problems.ShouldHaveSingleItem(what).IsError.ShouldBeTrue(what);
    }

    [Theory]
    [InlineData("open folders", "<outline a=\"x\">")]
    [InlineData("open quotes", "<outline a=\"x")]
    [InlineData("open quotes of both kinds", "<outline a=\"x b='y")]
    [InlineData("closed folders that were never open", "</outline>")]
    [InlineData("comments without end", "<!--")]
    [InlineData("declarations", "<!DOCTYPE [")]
    [InlineData("prefixes", "<a:b c:d=\"&\"/>")]
    [InlineData("less-than signs", "<")]
    [InlineData("ampersands", "&")]
    [InlineData("quotes and spaces", "<outline a=\" \" \" \"")]
    public void Is_not_held_up_by_200_000_characters_of(string what, string piece)
    {
        var text = "<opml><body>" + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        var reading = OpmlDocument.Read("theirs.opml", text);

        reading.Problems.Count.ShouldBeInRange(1, 100, what);
    }

    [Fact]
    public void Whatever_is_done_to_a_list_something_is_answered_and_what_is_read_can_be_written()
    {
        const string Sample = "<?xml version=\"1.0\"?><!DOCTYPE o [<!-- x -->]><opml version='2.0' xmlns:r=\"urn:r\"><head><title>T &amp; U</title></head>"
            + "<body><outline text=\"F\"><!-- c --><outline r:x=\"1\" text='A' xmlUrl=\"https://a.example/?a=1&amp;b=2\"/><![CDATA[ z ]]></outline></body></opml>";
        const string Pieces = "<>&\"'/=!-[]?: \n;x\u0000\uD83D\uFEFF";
        var random = new Random(501);

        for (var round = 0; round < 1000; round++)
        {
            var text = Sample;
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(text.Length);
                var length = random.Next(Math.Min(8, text.Length - at));
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, length),
                    1 => text.Insert(at, Pieces[random.Next(Pieces.Length)].ToString()),
                    _ => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                };
            }

            var reading = OpmlDocument.Read("theirs.opml", text);
            if (reading.Document is { } document)
            {
                var written = document.Export().Write();
                OpmlDocument.Read("again.opml", written).Problems.ShouldBeEmpty(text);
            }
            else
            {
                reading.Problems.ShouldHaveSingleItem(text).IsError.ShouldBeTrue(text);
            }
        }
    }
}
