using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Core.Addresses;

/// <summary>
/// Which addresses may be asked: http and https, to public hosts, spelled so that every reader understands the same host.
/// No name is resolved here: whoever connects checks each resolved address too (<see cref="Check(IPAddress, bool)"/>), and each
/// redirect as if it were a new address.
/// <para>In order: the scheme; nothing hidden (control characters, backslashes); no user name; a port that a web server may
/// have (80, 443, or from 1024 on and not on the Fetch standard's list of bad ports); then the host. An IP address is written
/// in full, four decimal numbers or IPv6 in brackets, and is public. A name has at least two labels of letters, digits,
/// hyphens and underscores, is not one of the names kept for inside a network, and is not spelled with look-alikes of ASCII.</para>
/// </summary>
public static class AddressPolicy
{
    /// <summary>Longest address taken, in UTF-16 code units.</summary>
    public const int MaxLength = 8192;

    private static readonly SearchValues<char> Hidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '\u007f', .. Enumerable.Range(0x80, 0x20).Select(c => (char)c), '\u2028', '\u2029']);

    // https://fetch.spec.whatwg.org/#port-blocking, those from 1024 on
    private static readonly int[] BadPorts = [1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080];

    /// <param name="url">As it was found; white space around it is ignored.</param>
    /// <param name="allowLoopback">For a laptop and for tests: 127.0.0.0/8, ::1, localhost and the names under it are let through on any port.</param>
    public static AddressVerdict Check(string? url, bool allowLoopback = false)
    {
        var text = (url ?? "").AsSpan().Trim();
        if (text.IsEmpty)
        {
            return AddressVerdict.No("there is no address");
        }

        if (text.Length > MaxLength)
        {
            return AddressVerdict.No("the address is too long");
        }

        var scheme = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (scheme == 0)
        {
            return AddressVerdict.No("the scheme is not http or https");
        }

        if (text.ContainsAny(Hidden))
        {
            return AddressVerdict.No("the address holds control characters");
        }

        var end = text[scheme..].IndexOfAny('/', '?', '#');
        var authority = end < 0 ? text[scheme..] : text.Slice(scheme, end);
        if (authority.Contains('\\'))
        {
            return AddressVerdict.No("the address holds a backslash before its path");
        }

        if (authority.Contains('@'))
        {
            return AddressVerdict.No("the address carries a user name");
        }

        return CheckAuthority(authority, allowLoopback);
    }

    /// <summary>An address as resolved: public or not.</summary>
    /// <param name="allowLoopback">For a laptop and for tests: 127.0.0.0/8 and ::1 are let through.</param>
    public static AddressVerdict Check(IPAddress address, bool allowLoopback = false)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (allowLoopback && IsLoopback(address))
        {
            return AddressVerdict.Yes;
        }

        return SpecialNetworks.NameOf(address) is { } name ? AddressVerdict.No($"{address} is {name}") : AddressVerdict.Yes;
    }

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address) && !address.IsIPv4MappedToIPv6;

    private static AddressVerdict CheckAuthority(ReadOnlySpan<char> authority, bool allowLoopback)
    {
        ReadOnlySpan<char> host, port;
        IPAddress? literal = null;
        if (authority.StartsWith("["))
        {
            var close = authority.IndexOf(']');
            if (close < 0 || (close + 1 < authority.Length && authority[close + 1] != ':')
                || authority.Contains('%')
                || !IPAddress.TryParse(host = authority[1..close], out literal)
                || literal.AddressFamily != AddressFamily.InterNetworkV6)
            {
                return AddressVerdict.No("the host is not a valid IPv6 address");
            }

            port = authority[(close + 1)..];
        }
        else
        {
            var colon = authority.IndexOf(':');
            host = colon < 0 ? authority : authority[..colon];
            port = colon < 0 ? [] : authority[colon..];
            if (HostSpelling.IsNumeric(host) && !HostSpelling.IsDottedDecimal(host, out literal))
            {
                return AddressVerdict.No("the IPv4 address is not written as four decimal numbers");
            }
        }

        if (!TryReadPort(port, out var number))
        {
            return AddressVerdict.No("the port is not a number");
        }

        if (allowLoopback && (literal is null ? IsLocalName(host) : IsLoopback(literal)))
        {
            return AddressVerdict.Yes;
        }

        var verdict = literal is null ? CheckName(host) : Check(literal);
        if (!verdict.Allowed)
        {
            return verdict;
        }

        return number is 0 or 80 or 443 || (number >= 1024 && Array.IndexOf(BadPorts, number) < 0)
            ? AddressVerdict.Yes
            : AddressVerdict.No($"port {number} is not one for web pages");
    }

    private static AddressVerdict CheckName(ReadOnlySpan<char> host)
    {
        if (host.EndsWith("."))
        {
            host = host[..^1];
        }

        if (host.IsEmpty)
        {
            return AddressVerdict.No("the address has no host");
        }

        var shown = host.Length <= 253 ? host.ToString() : "the host";
        if (!Ascii.IsValid(host))
        {
            if (HostSpelling.LooksLikeAscii(host))
            {
                return AddressVerdict.No("the host is written in look-alike characters");
            }

            if (HostSpelling.Punycode(shown) is not { } ascii)
            {
                return AddressVerdict.No("the host is not a valid name");
            }

            host = ascii;
        }

        if (!HostSpelling.IsName(host))
        {
            return AddressVerdict.No("the host is not a valid name");
        }

        if (SpecialNames.Refuse(host) is { } reason)
        {
            return AddressVerdict.No($"{shown} {reason}");
        }

        return host.Contains('.') ? AddressVerdict.Yes : AddressVerdict.No($"{shown} is a name for inside a network");
    }

    /// <summary>localhost and every name under it: they always mean this machine (RFC 6761, 6.3).</summary>
    public static bool IsLocalName(ReadOnlySpan<char> host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool TryReadPort(ReadOnlySpan<char> port, out int number)
    {
        number = 0;
        return port.Length <= 1 || (int.TryParse(port[1..], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= 65535);
    }
}
