using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Digests;

public class RecipientTests
{
    [Theory]
    [InlineData("desk@example.org")]
    [InlineData("first.last+alerts@news.example.co.nz")]
    [InlineData("o'neill@example.org")]
    [InlineData("desk@localhost")]
    [InlineData("desk@xn--mori-qsa.example")]
    public void Is_an_address(string text) => Recipient.IsAddress(text).ShouldBeTrue();

    [Theory]
    [InlineData("no at sign", "desk.example.org")]
    [InlineData("nobody", "@example.org")]
    [InlineData("nowhere", "desk@")]
    [InlineData("a domain without a dot", "desk@example")]
    [InlineData("two at signs", "desk@ops@example.org")]
    [InlineData("a space", "the desk@example.org")]
    [InlineData("a name with it", "Desk <desk@example.org>")]
    [InlineData("two addresses", "a@example.org,b@example.org")]
    [InlineData("a header", "desk@example.org\r\nBcc: x@example.org")]
    [InlineData("a null", "desk@example.org\0")]
    [InlineData("two dots", "first..last@example.org")]
    [InlineData("a dot at the end", "desk@example.org.")]
    [InlineData("a hyphen at the edge", "desk@-example.org")]
    [InlineData("a letter that mail servers may not take", "māori@example.org")]
    public void Is_no_address(string why, string text) => Recipient.IsAddress(text).ShouldBeFalse(why);

    [Fact]
    public void Is_no_address_where_it_is_longer_than_mail_allows() =>
        Recipient.IsAddress($"{new string('a', 65)}@example.org").ShouldBeFalse();
}
