using Monitor.Pages.Wording;

namespace Monitor.Pages.Tests.Wording;

public class WebAddressTests
{
    [Theory]
    [InlineData("https://outlet.example/a?b=1&c=2#d", "https://outlet.example/a?b=1&c=2#d")]
    [InlineData("http://outlet.example:8080/a", "http://outlet.example:8080/a")]
    [InlineData(" https://outlet.example/with space ", "https://outlet.example/with%20space")]
    [InlineData("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe")]
    [InlineData("https://outlet.example/\u202Egnp.exe", "https://outlet.example/%E2%80%AEgnp.exe")]
    [InlineData("https://outlet.example/?q=\"><script>", "https://outlet.example/?q=%22%3E%3Cscript%3E")]
    [InlineData("https://[2001:db8::1]/a", "https://[2001:db8::1]/a")]
    public void Links_to_the_web(string raw, string expected) => WebAddress.Link(raw).ShouldBe(expected);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:someone@example.org")]
    [InlineData("https://outlet.example@elsewhere.example/")]
    [InlineData("//outlet.example/")]
    [InlineData("/news/1")]
    [InlineData("https://")]
    [InlineData("")]
    [InlineData(null)]
    public void Links_to_nothing_else(string? raw) => WebAddress.Link(raw).ShouldBeNull();

    [Fact]
    public void An_endless_address_is_no_link() => WebAddress.Link("https://outlet.example/" + new string('a', 3000)).ShouldBeNull();
}
