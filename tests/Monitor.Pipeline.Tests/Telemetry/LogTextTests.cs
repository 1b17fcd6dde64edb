using Monitor.Pipeline.Telemetry;

namespace Monitor.Pipeline.Tests.Telemetry;

public class LogTextTests
{
    [Theory]
    [InlineData("The Isthmus: Stale, usually 4 entries a day", "The Isthmus: Stale, usually 4 entries a day")]
    [InlineData("answers 403; the page announces https://example.org/feed?key=1", "answers 403; the page announces (address)")]
    [InlineData("has moved for good to http://example.org/a; write that into feeds.opml", "has moved for good to (address); write that into feeds.opml")]
    [InlineData("desk.yaml:7: \"ana@example.org\" is there twice", "desk.yaml:7: \"(address)\" is there twice")]
    [InlineData("ana.paki+news@example.org,tom@example.org (www.example.org)", "(address),(address) ((address))")]
    [InlineData("twelve @ six, and mail me @", "twelve @ six, and mail me @")]
    [InlineData("", "")]
    public void Addresses_do_not_go_into_a_log_and_everything_else_does(string text, string logged) =>
        LogText.WithoutAddresses(text).ShouldBe(logged);
}
