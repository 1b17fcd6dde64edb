using System.Globalization;

namespace Monitor.Core.Tests.Articles;

public class PageDatesTests
{
    [Theory]
    [InlineData("2026-11-18T18:25:00+13:00", "2026-11-18T05:25:00Z")]
    [InlineData("2026-11-18T18:25:00+1300", "2026-11-18T05:25:00Z")]
    [InlineData("2026-11-18T05:25:00.123Z", "2026-11-18T05:25:00Z")]
    [InlineData("2026-11-18 05:25:00 UTC", "2026-11-18T05:25:00Z")]
    [InlineData("Wed, 18 Nov 2026 05:25:00 GMT", "2026-11-18T05:25:00Z")]
    [InlineData("1794979500", "2026-11-18T05:25:00Z")]
    [InlineData("1794979500000", "2026-11-18T05:25:00Z")]
    [InlineData("November 18, 2026 4.25pm AEDT", "2026-11-18T05:25:00Z")]
    [InlineData("18 Nov 2026 6:25 pm NZDT", "2026-11-18T05:25:00Z")]
    public void Written_in_the_page_s_meta(string content, string utc) => Published(content, "https://wharf.example/a").ShouldBe(utc);

    [Theory]
    [InlineData("https://wharf.co.nz/a", "2026-11-18T05:25:00Z")]
    [InlineData("https://wharf.com.au/a", "2026-11-18T07:25:00Z")]
    [InlineData("https://wharf.co.uk/a", "2026-11-18T18:25:00Z")]
    public void A_time_without_a_zone_is_the_outlet_s(string url, string utc) => Published("2026-11-18T18:25:00", url).ShouldBe(utc);

    [Fact]
    public void A_day_in_one_source_is_completed_by_the_time_in_another() =>
        Published(Pages.Headed("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2026-11-18"}</script><meta property="article:published_time" content="2026-11-18T18:25:00+13:00">""").Published)
            .ShouldBe("2026-11-18T05:25:00Z");

    [Fact]
    public void The_day_in_the_address_is_the_last_resort_and_begins_in_the_outlet_s_zone() =>
        Published(Pages.Headed("", "https://wharf.co.nz/2026/11/18/ferry").Published).ShouldBe("2026-11-17T11:00:00Z");

    [Fact]
    public void A_change_before_the_publication_is_no_change() =>
        Pages.Headed("<meta property='article:published_time' content='2026-11-18T05:00:00Z'><meta property='article:modified_time' content='2026-11-01T05:00:00Z'>").Modified.ShouldBeNull();

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-45")]
    [InlineData("00/00/0000")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_is_none(string content) => Published(content, "https://wharf.example/a").ShouldBeNull();

    private static string? Published(string content, string url) => Published(Pages.Headed($"<meta property='article:published_time' content='{content}'>", url).Published);

    private static string? Published(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
