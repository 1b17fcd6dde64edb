namespace Monitor.Core.Addresses;

/// <summary>Names under which no newsroom publishes, each with everything below it.</summary>
internal static class SpecialNames
{
    private static readonly (string Reason, string[] Names)[] Groups =
    [
        // RFC 6761, 6762, 7686, 8375, 9476; ICANN's reservation of .internal; RFC 6762 appendix G; names of service meshes
        ("is a name for inside a network",
        [
            "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "arpa",
            "test", "invalid", "onion", "alt", "svc", "consul", "internal.cloudapp.net",
        ]),
        // The vendors' documentation of their instance metadata services; the dotless ones are refused as such
        ("is a cloud platform's own name",
        [
            "metadata.tencentyun.com", "metadata.platformequinix.com", "metadata.packet.net", "management.azure.com",
            "management.core.windows.net", "www.googleapis.com", "compute.googleapis.com", "sts.amazonaws.com",
        ]),
        // Open resolvers and redirectors that lead to whatever address the name spells
        ("is a name that leads to any address",
        [
            "nip.io", "sslip.io", "xip.io", "traefik.me", "localtest.me", "lvh.me", "vcap.me", "lacolhost.com", "fuf.me",
            "localhost.run", "r3dir.me", "rbndr.us", "1u.ms", "burpcollaborator.net", "oastify.com", "bugbounty.dod.network",
        ]),
    ];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ReasonOf = Groups
        .SelectMany(group => group.Names.Select(name => KeyValuePair.Create(name, group.Reason)))
        .ToDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Why the name is refused, as the predicate of a sentence; null where it is an ordinary name.</summary>
    public static string? Refuse(ReadOnlySpan<char> host)
    {
        for (var rest = host; ;)
        {
            if (ReasonOf.TryGetValue(rest, out var reason))
            {
                return reason;
            }

            var dot = rest.IndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            rest = rest[(dot + 1)..];
        }
    }
}
