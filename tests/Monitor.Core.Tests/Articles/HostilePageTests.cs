using System.Text;
using Monitor.Core.Articles;
using Monitor.Core.Tests.Articles.Outlets;

namespace Monitor.Core.Tests.Articles;

public class HostilePageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("plain words, no markup")]
    [InlineData("{\"json\": true}")]
    [InlineData("<html><head><script type='application/ld+json'>[[[[{\"@type\":")]
    [InlineData("<html><head><script type='application/ld+json'>{\"@type\":7,\"author\":[null,[],{\"name\":{\"name\":[]}}],\"@graph\":{\"@graph\":[]}}")]
    [InlineData("<frameset><frame src='x'></frameset>")]
    [InlineData("<svg><title><p>x</title></svg><math><mtext><table><mglyph><style>")]
    public void What_is_hardly_a_page_is_read_without_complaint(string html) => Pages.Read(html).Text.Length.ShouldBeLessThan(100);

    [Theory]
    [InlineData("nested elements", "<div>", 100_000)]
    [InlineData("nested lists", "<ul><li>", 50_000)]
    [InlineData("formatting never closed", "<font size=1 color=red><p>x", 15_000)]
    [InlineData("end tags without a start", "<i></p>", 50_000)]
    [InlineData("end tags that close nothing between what nests", "</h2><x-y>", 60_000)]
    [InlineData("drawings in drawings", "<svg></script>", 60_000)]
    [InlineData("end tags that do not reach", "<x-y><div></x-y>", 40_000)]
    [InlineData("formatting that another end tag does not close", "<b id=1></i><p>", 15_000)]
    [InlineData("tables inside tables", "<table><tr><td>", 25_000)]
    [InlineData("attributes", "<p a b c d e f g h i j k l m n o p q r s t u v w x y z>", 5_000)]
    [InlineData("opening brackets", "<", 1_000_000)]
    [InlineData("brackets of JSON", "<script type='application/ld+json'>[[[[[[[[[[[[[[[[", 20_000)]
    public void A_page_that_repeats_itself_is_read_in_time_linear_in_its_size(string what, string unit, int times)
    {
        // A parser whose work grows with the square of these needs minutes to hours.
        var html = new StringBuilder("<html><body>").Insert(12, unit, times).ToString();
        Pages.Read(html).ShouldNotBeNull(what);
    }

    [Fact]
    public void Deep_nesting_loses_no_text()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 5000)) + $"<p>{Pages.First}</p>" + string.Concat(Enumerable.Repeat("</div>", 5000)) + $"<p>{Pages.Second}</p>";
        Pages.Read(html).Text.ShouldBe($"{Pages.First}\n\n{Pages.Second}");
    }

    [Fact]
    public void A_drawing_of_many_elements_that_close_themselves_is_not_deep() =>
        Pages.Beside($"<svg>{string.Concat(Enumerable.Repeat("<circle r='1'/>", 500))}</svg>", $"<aside><div><p>{Pages.First} Somewhere else.</p></div></aside>").Text.ShouldBe(Pages.Text);

    [Fact]
    public void Mutated_pages_never_throw()
    {
        var random = new Random(20261118);
        foreach (var page in (OutletPage[])[Rnz.Page, NzHerald.Page, AbcNews.Page, NineNews.Page])
        {
            var bytes = Encoding.UTF8.GetBytes(page.Html);
            for (var round = 0; round < 100; round++)
            {
                Should.NotThrow(() => ArticleReader.Read(Mutated(bytes, random), new PageHints(Url: new Uri(page.Url))), $"{page.Outlet}, round {round}");
            }
        }
    }

    private static byte[] Mutated(byte[] page, Random random)
    {
        var mutated = page.ToList();
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            var at = random.Next(mutated.Count);
            var length = Math.Min(random.Next(1, 60), mutated.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveRange(at, Math.Min(length, mutated.Count - 1));
                    break;
                case 2:
                    mutated.InsertRange(at, mutated.GetRange(random.Next(mutated.Count - length + 1), length));
                    break;
                case 3:
                    mutated.InsertRange(at, Encoding.UTF8.GetBytes(((string[])["<", ">", "\"", "</div>", "<table>", "<p", "]]>", "-->", "{", "\\u0000", "&#0;", "<svg>"])[random.Next(12)]));
                    break;
                default:
                    mutated.RemoveRange(at, mutated.Count - at);
                    mutated.Add((byte)'<');
                    break;
            }
        }

        return [.. mutated];
    }
}
