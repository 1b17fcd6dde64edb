using System.Text;
using System.Text.Json;
using Monitor.Cli.Filters;

namespace Monitor.Cli.Tests.Filters;

public class StoriesCommandTests
{
    [Fact]
    public void Articles_are_answered_in_order_and_a_bad_line_stops_nothing()
    {
        var answers = Filter(
            """{"id":"a","title":"Kaitaki ferry adrift off Wellington","published":"2026-11-16T06:00:00Z","outlet":"One"}""",
            "not JSON",
            """{"title":"no id"}""",
            """{"id":7,"title":"Ferry Kaitaki adrift: passengers wait","published":"2026-11-16"}""",
            """{"id":"c","title":"Sinkhole swallows car in Whangarei","published":"not a date","outlet":null}""");

        answers.Select(a => a.GetProperty("id").GetString()).ShouldBe(["a", null, null, "7", "c"]);
        answers[1].TryGetProperty("error", out _).ShouldBeTrue();
        answers[0].GetProperty("duplicateOf").ValueKind.ShouldBe(JsonValueKind.Null);
        answers[3].GetProperty("story").GetString().ShouldBe(answers[0].GetProperty("story").GetString());
        answers[4].GetProperty("story").GetString().ShouldNotBe(answers[0].GetProperty("story").GetString());
    }

    [Fact]
    public void Milliseconds_and_a_publisher_are_understood_too()
    {
        var answers = Filter(
            """{"id":"a","title":"Kaitaki ferry adrift off Wellington with 800 aboard","publisher":"One","ts":"1394474320964"}""",
            """{"id":"b","title":"Kaitaki ferry adrift off Wellington with 800 aboard","publisher":"Two","ts":1394474321138}""",
            """{"id":"c","title":"Kaitaki ferry adrift off Wellington with 800 aboard","publisher":"Two","ts":99999999999999999}""",
            """{"id":"d","title":"Kaitaki ferry adrift off Wellington with 800 aboard","publisher":"Two","ts":1400000000000}""");

        answers[1].GetProperty("duplicateOf").GetString().ShouldBe("a");
        answers[2].GetProperty("duplicateOf").GetString().ShouldBe("a");
        answers[3].GetProperty("duplicateOf").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static JsonElement[] Filter(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        StoriesCommand.Run(input, output).ShouldBe(0);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }
}
