using System.Text.Json;
using Monitor.Core.Feeds.Dates;

namespace Monitor.Core.Tests.Feeds;

public class FeedDateTests
{
    [Theory]
    [InlineData("Tue, 17 Nov 2026 08:30:00 +1300", "2026-11-16T19:30:00Z", Label = "RFC 822 with an offset")]
    [InlineData("Tue, 17 Nov 2026 08:30:00 NZDT", "2026-11-16T19:30:00Z", Label = "RFC 822 with a zone of the South Pacific")]
    [InlineData("17 Nov 26 08:30 AEST", "2026-11-16T22:30:00Z", Label = "two-digit year, no seconds, no weekday")]
    [InlineData("Fri, 17 Nov 2026 08:30:00 GMT", "2026-11-17T08:30:00Z", Label = "a weekday that is wrong")]
    [InlineData("Tuesday, 17th November 2026 at 8:30pm", "2026-11-17T20:30:00Z", Label = "an ordinal and words")]
    [InlineData("Nov. 17, 2026, 8:30 p.m.", "2026-11-17T20:30:00Z", Label = "dots in month and half of the day")]
    [InlineData("Tue, 17 11 2026 08:30:00 +0000", "2026-11-17T08:30:00Z", Label = "a month in numbers between spaces")]
    [InlineData("2026-11-17T08:30:00-05:00Z", "2026-11-17T13:30:00Z", Label = "an offset and a Z")]
    [InlineData("Tue, 2026/11/17 08:30:00 EDT", "2026-11-17T12:30:00Z", Label = "year first between slashes")]
    [InlineData("Tue, 17 Nov 2026 08:30:00 Etc/GMT", "2026-11-17T08:30:00Z", Label = "a zone that is none")]
    [InlineData("17-Nov-2026 08:30:00", "2026-11-17T08:30:00Z", Label = "dashes")]
    [InlineData("2026-11-17T08:30:00.123456+13:00", "2026-11-16T19:30:00Z", Label = "W3CDTF with a fraction")]
    [InlineData("2026-11-17 08:30:00 +1300", "2026-11-16T19:30:00Z", Label = "W3CDTF with spaces")]
    [InlineData("20261117T083000Z", "2026-11-17T08:30:00Z", Label = "ISO 8601 without signs")]
    [InlineData("2026-321", "2026-11-17T00:00:00Z", Label = "day of the year")]
    [InlineData("2026-11", "2026-11-01T00:00:00Z", Label = "a month alone")]
    [InlineData("Tue Nov 17 08:30:00 2026", "2026-11-17T08:30:00Z", Label = "asctime")]
    [InlineData("Tue Nov 17 08:30:00 NZDT 2026", "2026-11-16T19:30:00Z", Label = "the Unix date command")]
    [InlineData("Tue Nov 17 2026 08:30:00 GMT+1300 (New Zealand Daylight Time)", "2026-11-16T19:30:00Z", Label = "JavaScript")]
    [InlineData("11/17/2026 8:30:00 PM", "2026-11-17T20:30:00Z", Label = "American")]
    [InlineData("17/11/2026 20:30", "2026-11-17T20:30:00Z", Label = "day first where it can be nothing else")]
    [InlineData("17.11.2026, 20:30 Uhr", "2026-11-17T20:30:00Z", Label = "German numbers")]
    [InlineData("Di, 17 März 2026 20:30:00 +0100", "2026-03-17T19:30:00Z", Label = "German month")]
    [InlineData("mar. 17 août 2026 20:30:00 +0200", "2026-08-17T18:30:00Z", Label = "French month after a weekday that looks like March")]
    [InlineData("Вт, 17 ноя 2026 20:30:00 +0300", "2026-11-17T17:30:00Z", Label = "Russian month")]
    [InlineData("Τρι, 17 Νοέ 2026 20:30:00 EET", "2026-11-17T18:30:00Z", Label = "Greek month")]
    [InlineData("2026-november-17T9:15+01:00", "2026-11-17T08:15:00Z", Label = "Hungarian")]
    [InlineData("2026년 11월 17일 20:30:00", "2026-11-17T11:30:00Z", Label = "Korean, in Korean time")]
    [InlineData("2026年11月17日 20:30", "2026-11-17T20:30:00Z", Label = "Chinese and Japanese")]
    [InlineData("Tue, 17 Nov 2026 20:30:00 Pacific/Auckland", "2026-11-17T07:30:00Z", Label = "a zone of the tz database")]
    [InlineData("Tue, 17 Nov 2026 24:00:00 GMT", "2026-11-18T00:00:00Z", Label = "midnight as the end of the day")]
    [InlineData("Tue, 31 Nov 2026 08:00:00 GMT", "2026-12-01T08:00:00Z", Label = "a day past the month's end")]
    [InlineData("Tue, 17 Nov 2026 12:15 AM +0000", "2026-11-17T00:15:00Z", Label = "quarter past midnight on a twelve-hour clock")]
    [InlineData("17 maart 2026", "2026-03-17T00:00:00Z", Label = "Dutch month")]
    [InlineData("17 noiembrie 2026", "2026-11-17T00:00:00Z", Label = "Romanian month")]
    [InlineData("17. marraskuuta 2026", "2026-11-17T00:00:00Z", Label = "Finnish month")]
    [InlineData("17 март 2026", "2026-03-17T00:00:00Z", Label = "Bulgarian month")]
    [InlineData("Tue, 17 Nov 2026 20.30.15 GMT", "2026-11-17T20:30:15Z", Label = "points between hours and minutes")]
    [InlineData("17.11.2026 20.30", "2026-11-17T20:30:00Z", Label = "points everywhere")]
    [InlineData("Fri, 17 Jul 2026 08:30:00 WEST", "2026-07-17T07:30:00Z", Label = "summer in Lisbon")]
    [InlineData("1795000000", "2026-11-18T11:06:40Z", Label = "seconds since 1970")]
    public void Reads(string text, string expected) =>
        FeedDate.Parse(text).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Tue, 17 Zzz 2026 08:30:00 GMT")]
    [InlineData("2026-13-01")]
    [InlineData("2026-11-17T25:00:00Z")]
    [InlineData("2026-11-17T10:61:00Z")]
    [InlineData("Tue, 17 Nov 2026 08:30:00 +ab:00")]
    [InlineData("12:30")]
    [InlineData("Tue, Nov x 2026 08:30:00 GMT")]
    [InlineData("Tue, 17 Nov 2026 08:x:00 GMT")]
    [InlineData("Tue, 17 Nov 2026 08:30:x GMT")]
    [InlineData("Tue, 17 Nov 2026 1:2:3:4 GMT")]
    [InlineData("Tue, 17 Nov 2026 08:30:00 +01:x")]
    public void Is_no_date(string text) => FeedDate.Parse(text).ShouldBeNull();

    [Fact]
    public void Reads_the_dates_of_the_shared_suites()
    {
        var path = SharedSuites.Find("feeds/dates.jsonl");
        var wrong = new List<string>();
        var rows = 0;
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var input = row.RootElement.GetProperty("input").GetString()!;
            var expected = row.RootElement.GetProperty("expect_utc").GetString();
            var read = FeedDate.Parse(input)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
            rows++;
            if (expected == "any" ? read is null : read != expected)
            {
                wrong.Add($"{input}: {read ?? "none"} for {expected ?? "none"}");
            }
        }

        wrong.Count.ShouldBeLessThanOrEqualTo(rows / 20, string.Join("\n", wrong));
    }
}
