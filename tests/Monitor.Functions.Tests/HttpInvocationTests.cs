using System.Text;
using Monitor.Functions.HostProtocol;

namespace Monitor.Functions.Tests;

public class HttpInvocationTests
{
    [Theory]
    [InlineData("""{"Data":{"req":{"Url":"https://monitor.example.org/api/unsubscribe?list=alerts&sig=x","Method":"GET","Query":{"list":"alerts"},"Headers":{"Accept":["text/html"]},"Params":{},"Identities":[]}},"Metadata":{}}""", "GET")]
    [InlineData("""{"Data":{"req":{"Url":"https://monitor.example.org/api/unsubscribe?list=alerts&sig=x","Method":"post","Query":"{\"list\":\"alerts\"}","Body":"List-Unsubscribe=One-Click"}},"Metadata":{}}""", "POST")]
    [InlineData("""{"Data":{"req":{"Url":"http://localhost/api/unsubscribe?list=alerts&sig=x#top","Method":"POST","Body":"LS0tLQ=="}}}""", "POST")]
    public void A_request_says_what_is_asked_however_the_host_writes_the_rest(string body, string method) =>
        HttpInvocation.Parse(Encoding.UTF8.GetBytes(body), "req").ShouldBe(new HttpInvocation(method, "?list=alerts&sig=x"));

    [Fact]
    public void An_address_without_a_query_has_an_empty_one() =>
        HttpInvocation.Parse("""{"Data":{"req":{"Url":"https://monitor.example.org/api/unsubscribe","Method":"GET"}}}"""u8.ToArray(), "req")!.Query.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":{"req":"text"}}""")]
    [InlineData("""{"Data":{"req":{"Url":7,"Method":"GET"}}}""")]
    [InlineData("""{"Data":{"timer":{"IsPastDue":false}}}""")]
    public void What_holds_no_request_is_no_invocation(string body) => HttpInvocation.Parse(Encoding.UTF8.GetBytes(body), "req").ShouldBeNull();
}
