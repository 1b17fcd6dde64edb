using System.Text.Json;

namespace Monitor.Cli.Tests;

/// <summary>What every filter does with lines, whatever it filters.</summary>
public class FilterContractTests
{
    public static TheoryData<string> Filters() => ["feed", "article", "match", "stories", "url"];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_line_is_answered_in_order_and_a_bad_one_stops_nothing(string filter)
    {
        var file = Path.Combine(CommandLine.Root, "seeds", "demo", "harbour-herald", "feed.xml");
        var good = JsonSerializer.Serialize(new { id = "a", path = file, url = "https://example.org/a?utm_source=x", title = "A", summary = "", text = "b" });

        var (exitCode, output, _) = await CommandLine.RunAsync([filter, "--jsonl"], $"{good}\nnot JSON\n{{\"noid\":1}}\n\n{good.Replace("\"a\"", "\"z\"", StringComparison.Ordinal)}\n");

        exitCode.ShouldBe(0);
        var lines = output.Trim().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Count.ShouldBe(4);
        lines[0].GetProperty("id").GetString().ShouldBe("a");
        lines[0].TryGetProperty("error", out _).ShouldBeFalse();
        lines[1].GetProperty("error").GetString()!.ShouldStartWith("line 2:");
        lines[2].GetProperty("error").GetString()!.ShouldStartWith("line 3:");
        lines[3].GetProperty("id").GetString().ShouldBe("z");
    }

    [Theory]
    [InlineData("feed")]
    [InlineData("article")]
    public async Task A_file_that_is_not_there_is_an_error_on_its_line(string filter)
    {
        var (exitCode, output, _) = await CommandLine.RunAsync([filter, "--jsonl"], "{\"id\":\"a\",\"path\":\"nowhere.xml\"}\n");

        exitCode.ShouldBe(0);
        var line = JsonDocument.Parse(output).RootElement;
        line.GetProperty("id").GetString().ShouldBe("a");
        line.GetProperty("error").GetString()!.ShouldContain("nowhere.xml");
    }

    [Fact]
    public async Task Feed_has_the_fields_that_others_read()
    {
        var file = Path.Combine(CommandLine.Root, "seeds", "demo", "harbour-herald", "feed.xml");

        var (_, output, _) = await CommandLine.RunAsync(["feed", "--jsonl"], JsonSerializer.Serialize(new { id = "a", path = file, url = "http://example.org/feed" }) + "\n");

        var feed = JsonDocument.Parse(output).RootElement;
        Names(feed).ShouldBe(["id", "format", "title", "link", "entries", "problems"]);
        Names(feed.GetProperty("entries")[0]).ShouldBe(["id", "title", "link", "published", "updated", "author", "summary", "content"]);
        feed.GetProperty("entries")[0].GetProperty("published").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
    }

    [Fact]
    public async Task Match_has_the_fields_that_others_read()
    {
        var (_, output, _) = await CommandLine.RunAsync(["match", "--jsonl"], """{"id":"a","title":"Ministers meet under the Anzus treaty","summary":"","text":"The Anzus treaty is 75."}""" + "\n");

        var match = JsonDocument.Parse(output).RootElement;
        Names(match).ShouldBe(["id", "topics"]);
        var anzus = match.GetProperty("topics").EnumerateArray().Single(topic => topic.GetProperty("topic").GetString() == "anzus");
        ((string[])["topic", "score", "matched", "central", "evidence"]).Except(Names(anzus)).ShouldBeEmpty();
        var hit = anzus.GetProperty("evidence")[0];
        Names(hit).ShouldBe(["signal", "field", "start", "length", "text"]);
        hit.GetProperty("text").GetString().ShouldBe("Ministers meet under the Anzus treaty".Substring(hit.GetProperty("start").GetInt32(), hit.GetProperty("length").GetInt32()));
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
