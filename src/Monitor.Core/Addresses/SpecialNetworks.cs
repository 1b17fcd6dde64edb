using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Monitor.Core.Addresses;

/// <summary>
/// The networks that no newsroom publishes from, after the IANA special-purpose registries
/// (https://www.iana.org/assignments/iana-ipv4-special-registry, .../iana-ipv6-special-registry; RFC 6890).
/// </summary>
internal static class SpecialNetworks
{
    private static readonly (uint Network, int Bits, string Name)[] V4 =
    [
        V4Network("0.0.0.0", 8, "an address of this host"),
        V4Network("10.0.0.0", 8, "a private address"),
        V4Network("100.64.0.0", 10, "a carrier's shared address"),
        V4Network("127.0.0.0", 8, "a loopback address"),
        // Azure answers machines about themselves here, and it is a public number: learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
        V4Network("168.63.129.16", 32, "a cloud platform's own address"),
        V4Network("169.254.0.0", 16, "a link-local address"),
        V4Network("172.16.0.0", 12, "a private address"),
        V4Network("192.0.0.0", 24, "an address kept for protocols"),
        V4Network("192.0.2.0", 24, "an address for documentation"),
        V4Network("192.31.196.0", 24, "an address kept for protocols"),
        V4Network("192.52.193.0", 24, "an address kept for protocols"),
        V4Network("192.88.99.0", 24, "a 6to4 relay"),
        V4Network("192.168.0.0", 16, "a private address"),
        V4Network("192.175.48.0", 24, "an address kept for protocols"),
        V4Network("198.18.0.0", 15, "an address for benchmarks"),
        V4Network("198.51.100.0", 24, "an address for documentation"),
        V4Network("203.0.113.0", 24, "an address for documentation"),
        V4Network("224.0.0.0", 4, "a multicast address"),
        V4Network("240.0.0.0", 4, "a reserved address"),
    ];

    // The first fitting line counts. Whatever 2000::/3 does not hold is not global unicast (RFC 4291) and falls to the end.
    private static readonly (UInt128 Network, int Bits, string Name)[] V6 =
    [
        V6Network("::", 128, "an address of this host"),
        V6Network("::1", 128, "a loopback address"),
        V6Network("::ffff:0:0", 96, "an IPv4 address in disguise"),
        V6Network("::", 96, "an IPv4 address in disguise"),
        V6Network("64:ff9b::", 96, "an IPv4 address in disguise"),
        V6Network("64:ff9b:1::", 48, "an IPv4 address in disguise"),
        V6Network("2001::", 32, "a Teredo address"),
        V6Network("2001::", 23, "an address kept for protocols"),
        V6Network("2001:db8::", 32, "an address for documentation"),
        V6Network("2002::", 16, "an IPv4 address in disguise"),
        V6Network("2620:4f:8000::", 48, "an address kept for protocols"),
        V6Network("3fff::", 20, "an address for documentation"),
        V6Network("fc00::", 7, "a private address"),
        V6Network("fe80::", 10, "a link-local address"),
        V6Network("fec0::", 10, "a private address"),
        V6Network("ff00::", 8, "a multicast address"),
    ];

    /// <summary>What kind of special address it is; null for a public one.</summary>
    public static string? NameOf(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            var number = NumberOfV4(address);
            foreach (var (network, bits, name) in V4)
            {
                if ((number ^ network) >> (32 - bits) == 0)
                {
                    return name;
                }
            }

            return null;
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
        {
            return "not an internet address";
        }

        var wide = NumberOfV6(address);
        foreach (var (network, bits, name) in V6)
        {
            if ((wide ^ network) >> (128 - bits) == 0)
            {
                return name;
            }
        }

        return wide >> 125 == 1 ? null : "a reserved address";
    }

    private static uint NumberOfV4(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private static UInt128 NumberOfV6(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static (uint Network, int Bits, string Name) V4Network(string address, int bits, string name) =>
        (NumberOfV4(IPAddress.Parse(address)), bits, name);

    private static (UInt128 Network, int Bits, string Name) V6Network(string address, int bits, string name) =>
        (NumberOfV6(IPAddress.Parse(address)), bits, name);
}
