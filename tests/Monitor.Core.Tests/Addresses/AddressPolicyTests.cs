using System.Net;
using Monitor.Core.Addresses;

namespace Monitor.Core.Tests.Addresses;

public class AddressPolicyTests
{
    [Theory]
    [InlineData("https://www.rnz.co.nz/rss/national.xml")]
    [InlineData("HTTP://OUTLET.EXAMPLE/A")]
    [InlineData("https://outlet.example./a")]
    [InlineData("https://outlet.example:8443/a")]
    [InlineData("https://māori.nz/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2606:4700::1111]/")]
    [InlineData("https://under_score.outlet.example/a b\\c?x=http://10.0.0.1/@")]
    [InlineData("https://localhost.outlet.example/")]
    public void A_public_address_may_be_asked(string url) => AddressPolicy.Check(url).ShouldBe(new AddressVerdict(true, ""));

    [Theory]
    [InlineData("", "there is no address")]
    [InlineData("ftp://outlet.example/", "the scheme is not http or https")]
    [InlineData("file:///etc/hosts", "the scheme is not http or https")]
    [InlineData("http:/outlet.example/", "the scheme is not http or https")]
    [InlineData("https://outlet.example/a\r\nHost: b", "the address holds control characters")]
    [InlineData("https://outlet.example\\@10.0.0.1/", "the address holds a backslash before its path")]
    [InlineData("https://user@outlet.example/", "the address carries a user name")]
    [InlineData("https://outlet.example:x/", "the port is not a number")]
    [InlineData("https://outlet.example:99999/", "the port is not a number")]
    [InlineData("https://outlet.example:22/", "port 22 is not one for web pages")]
    [InlineData("https://outlet.example:6000/", "port 6000 is not one for web pages")]
    [InlineData("https:///path", "the address has no host")]
    [InlineData("https://out let.example/", "the host is not a valid name")]
    [InlineData("https://outlet..example/", "the host is not a valid name")]
    [InlineData("https://outlet%2eexample/", "the host is not a valid name")]
    [InlineData("https://intranet/", "intranet is a name for inside a network")]
    [InlineData("https://localhost./", "localhost is a name for inside a network")]
    [InlineData("https://api.localhost/", "api.localhost is a name for inside a network")]
    [InlineData("https://printer.local/", "printer.local is a name for inside a network")]
    [InlineData("https://metadata.google.internal/", "metadata.google.internal is a name for inside a network")]
    [InlineData("https://10.0.0.1.nip.io/", "10.0.0.1.nip.io is a name that leads to any address")]
    [InlineData("https://[::1/", "the host is not a valid IPv6 address")]
    [InlineData("https://[fe80::1%25eth0]/", "the host is not a valid IPv6 address")]
    [InlineData("https://ｌocal.example/", "the host is written in look-alike characters")]
    [InlineData("https://169。254。169。254/", "the host is written in look-alike characters")]
    [InlineData("https://ⓛocal.example/", "the host is written in look-alike characters")]
    public void A_refusal_says_why(string url, string reason) => AddressPolicy.Check(url).ShouldBe(new AddressVerdict(false, reason));

    [Theory]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("8.8.2056")]
    [InlineData("127.0.0.1.")]
    [InlineData("300.1.1.1")]
    [InlineData("１２７.0.0.1")]
    [InlineData("008.8.8.8")]
    public void An_IPv4_address_spelled_otherwise_is_refused_even_where_it_is_public(string host) =>
        AddressPolicy.Check($"http://{host}/").Reason.ShouldBe("the IPv4 address is not written as four decimal numbers");

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.255.0.1")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.255.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::ffff:0:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:2::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void An_address_that_is_not_public_is_refused_in_a_URL_and_after_resolving(string address)
    {
        var parsed = IPAddress.Parse(address);
        AddressPolicy.Check(parsed).Allowed.ShouldBeFalse();
        AddressPolicy.Check(address.Contains(':') ? $"http://[{address}]/" : $"http://{address}/").Allowed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("168.63.129.17")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450::1")]
    public void The_neighbours_of_special_networks_are_public(string address) => AddressPolicy.Check(IPAddress.Parse(address)).Allowed.ShouldBeTrue();

    [Theory]
    [InlineData("http://127.0.0.1:8080/feed", true)]
    [InlineData("http://127.200.3.4:22/feed", true)]
    [InlineData("http://[::1]:8080/feed", true)]
    [InlineData("http://localhost:8080/feed", true)]
    [InlineData("http://10.0.0.1/feed", false)]
    [InlineData("http://[::ffff:127.0.0.1]/feed", false)]
    [InlineData("http://user@127.0.0.1/feed", false)]
    [InlineData("http://0x7f.1/feed", false)]
    public void On_a_laptop_loopback_and_nothing_else_is_let_through(string url, bool allowed) =>
        AddressPolicy.Check(url, allowLoopback: true).Allowed.ShouldBe(allowed);

    [Fact]
    public void What_is_allowed_means_the_same_public_host_to_the_parser_that_connects()
    {
        var random = new Random(501);
        string[] pieces = ["127.0.0.1", "10.0.0.1", "0x7f", "0177", "1", "2130706433", "localhost", "outlet.example", "8.8.8.8", "[::1]", "[::ffff:10.0.0.1]", "[2606:4700::1111]", ".", ":", "80", "8080", "@", "/", "\\", "?", "#", "%", "%2e", "%40", " ", "\t", "。", "１", "ⓛ", "ā", "-", "_", "xn--", ";", ",", "&", "!", "$", "'", "(", "*"];
        var allowed = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var url = "http://" + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (!AddressPolicy.Check(url).Allowed || !Uri.TryCreate(url, UriKind.Absolute, out var parsed))
            {
                continue;
            }

            allowed++;
            AddressPolicy.Check(parsed.AbsoluteUri).Allowed.ShouldBeTrue(url);
            (IPAddress.TryParse(parsed.Host, out var literal) && !AddressPolicy.Check(literal).Allowed).ShouldBeFalse(url);
            var typed = url["http://".Length..].Trim().Split('/', '?', '#')[0].Split(':')[0].TrimEnd('.');
            (typed.StartsWith('[') || typed.Contains('ā') || parsed.Host.TrimEnd('.').Equals(typed, StringComparison.OrdinalIgnoreCase)).ShouldBeTrue(url);
        }

        allowed.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("ssrf.txt")]
    [InlineData("ssrf_ip_variants.txt")]
    public void Every_address_of_the_shared_suites_is_refused(string file)
    {
        var addresses = File.ReadAllLines(SharedSuites.Find("security/" + file)).Where(line => line.Length > 0).ToArray();
        addresses.Length.ShouldBeGreaterThan(40);
        addresses.Where(address => AddressPolicy.Check(address).Allowed).ShouldBeEmpty();
    }
}
